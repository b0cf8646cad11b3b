import AccessQueries
import ActionCatalog

/// A resource that a question names by its full ARN.
struct AskedResource {
  private let action: ActionCatalog.Action

  /// A resource of an action.
  init(of action: ActionCatalog.Action) {
    self.action = action
  }

  /// Checks that an action can be about a resource; a name that is no ARN is none of its business.
  ///
  /// Source: Service Authorization Reference, the resource types of each action and their ARN
  /// formats.
  ///
  /// - Throws: `CommandFailure` that tells which resources the action takes.
  func check(_ resource: String) throws(CommandFailure) {
    guard resource.utf8.starts(with: "arn:".utf8) else { return }
    let service = ActionCatalog.service(action.service)
    let taken = Set(action.resourceTypes.map(\.name))
    if concernsFunction, FunctionName(resource) != nil { return }
    if taken.isEmpty {
      throw CommandFailure(
        "`\(action.fullName)` takes no resource", hint: "leave `\(resource)` out, or write `*`")
    }
    let types = service?.resourceTypes(matching: resource) ?? []
    if types.contains(where: { taken.contains($0.name) }) { return }
    let formats = action.resourceTypes.compactMap {
      service?.resourceType(named: $0.name)?.arnFormat
    }
    throw CommandFailure(
      "`\(action.fullName)` cannot be about `\(resource)`"
        + (types.first.map { ", which is of the type \($0.name)" } ?? ""),
      hint: formats.count == 1
        ? "it takes \(formats[0])"
        : "it takes one of:\n" + formats.map { "  \($0)" }.joined(separator: "\n"))
  }

  /// Whether the request names a function even if policies cannot: that of an event source mapping.
  private var concernsFunction: Bool {
    action.conditionKeys.contains { $0.name == "lambda:FunctionArn" }
  }
}
