import AccessQueries
import ActionCatalog
import RecordEditing
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
      case "lambda": [.function, .version, .alias, .layerVersion, .eventSourceMapping]
      case "sts", "iam": [.role, .user, .group, .managedPolicy]
      default: [.function, .version, .alias, .role, .user, .managedPolicy]
      }
    do {
      return try resolve(text, kinds)
    } catch let error as NameError {
      guard action.fullName == "lambda:CreateFunction", case .unknown = error,
        let arn = try newFunction(named: text)
      else { throw error }
      return arn
    }
  }

  /// The ARN of a record that is named in passing, or the ARN that was given.
  func record(_ text: String, among kinds: [RecordKind]) throws -> String {
    try resolve(text, kinds)
  }

  /// The ARN that a function of a name would have; `nil` for text that is no name of a function.
  ///
  /// Source: Lambda API Reference, "CreateFunction", `FunctionName`.
  private func newFunction(named text: String) throws -> String? {
    let name = text.hasPrefix("function/") ? String(text.dropFirst("function/".count)) : text
    guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(Self.isOfName) else {
      return nil
    }
    guard let region = options.region else {
      throw CommandFailure(
        "there is no function `\(name)` yet, so its Region is open",
        hint: "name it with `--region`, or give the ARN")
    }
    let account = try AccountChoice.account(options.account, in: snapshot)
    let partition = AccountChoice.partition(of: region)
    return "arn:\(partition):lambda:\(region):\(account):function:\(name)"
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
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
