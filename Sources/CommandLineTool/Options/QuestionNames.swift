import AccessQueries
import ActionCatalog
import Registry

/// Turns the words of a question into names that policies use.
struct QuestionNames {
  let snapshot: Snapshot
  let options: GlobalOptions

  /// The action of a verb or a full name.
  func action(_ text: String) throws -> ActionCatalog.Action {
    do {
      return try ActionName.resolve(text)
    } catch {
      throw CommandFailure(error.message, hint: error.help)
    }
  }

  /// The ARN of the resource that an action is asked about.
  func resource(_ text: String, for action: ActionCatalog.Action) throws -> String {
    if text == "*" { return text }
    let kinds: [RecordKind] =
      switch action.service {
      case "lambda": [.function, .version, .alias, .layerVersion]
      case "sts", "iam": [.role, .user, .group, .managedPolicy]
      default: [.function, .version, .alias, .role, .user, .managedPolicy]
      }
    return try resolve(text, kinds)
  }

  /// Whom a question asks about.
  func subject(_ text: String) throws -> Subject {
    if text == "anonymous" || text == "*" { return .anonymous }
    if text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .rootUser(account: text)
    }
    if text.hasSuffix(".amazonaws.com") || text.hasSuffix(".amazon.com") { return .service(text) }
    if text.hasPrefix("function/") || FunctionName(text) != nil {
      return .function(arn: try resolve(text, [.function, .version, .alias]))
    }
    let arn = try resolve(text, [.role, .user])
    if arn.hasPrefix("arn:"), arn.contains(":sts:") { return .session(arn: arn) }
    if arn.hasSuffix(":root") {
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
      return .rootUser(account: parts.count > 4 ? String(parts[4]) : "")
    }
    guard let principal = try PrincipalReader(snapshot).principal(arn: arn) else {
      throw CommandFailure(
        "`\(arn)` is not in the registry", hint: "permreg list role shows the roles that are")
    }
    return principal.subject
  }

  private static let latest = ":$LATEST"

  private func resolve(_ text: String, _ kinds: [RecordKind]) throws -> String {
    // A question may be about what the registry does not know.
    if text.hasPrefix("arn:") { return text }
    // What runs when no version is named has no record of its own.
    if text.hasSuffix(Self.latest) {
      return try resolve(String(text.dropLast(Self.latest.count)), [.function]) + Self.latest
    }
    return try NameResolver(snapshot, account: options.account, region: options.region)
      .resolve(text, among: kinds).arn
  }
}
