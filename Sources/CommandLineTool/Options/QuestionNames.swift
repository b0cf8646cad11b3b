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
    let types =
      switch action.service {
      case "lambda": ["function", "layer"]
      case "sts", "iam": ["role", "user", "group", "policy"]
      default: ["function", "role", "user", "policy"]
      }
    return try resolve(text, types)
  }

  /// Whom a question asks about.
  func subject(_ text: String) throws -> Subject {
    if text == "anonymous" || text == "*" { return .anonymous }
    if text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .rootUser(account: text)
    }
    if text.hasSuffix(".amazonaws.com") || text.hasSuffix(".amazon.com") { return .service(text) }
    let arn = try resolve(text, ["role", "user"])
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

  private func resolve(_ text: String, _ types: [String]) throws -> String {
    do {
      return try NameResolver(snapshot, account: options.account, region: options.region)
        .arn(text, types: types)
    } catch let unresolved as UnresolvedName {
      if unresolved.candidates.isEmpty {
        throw CommandFailure(
          "nothing in the registry is called `\(text)`",
          hint: "permreg list \(types[0]) shows what there is; an ARN works as well")
      }
      let names = unresolved.candidates.prefix(10).joined(separator: "\n      ")
      let more =
        unresolved.candidates.count > 10 ? "\n      … \(unresolved.candidates.count - 10) more" : ""
      throw CommandFailure(
        "`\(text)` may mean \(unresolved.candidates.count) things",
        hint: "give more of the name, --account or --region:\n      \(names)\(more)")
    }
  }
}
