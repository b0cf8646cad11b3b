import PolicyLanguage

/// The parts of an ARN by which people name and the registry finds a resource.
package struct ResourceIdentity: Hashable, Sendable {
  package let arn: String
  package let service: String
  package let region: String
  /// The account id; empty in ARNs that have none, `aws` for AWS's own policies.
  package let account: String
  /// The resource type, such as `role` or `function`; empty where the ARN has none.
  package let type: String
  /// What people call it: the last part of an IAM path, or what follows the type.
  package let name: String

  /// Splits an ARN.
  ///
  /// - Throws: `InvalidIdentifier` for text that is not an ARN of six fields, or that holds white
  ///   space or control characters.
  package init(arn text: String) throws(InvalidIdentifier) {
    guard let arn = ARN(text), !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw InvalidIdentifier(text: text, requirement: "an ARN of six fields without white space")
    }
    self.arn = text
    service = String(arn.service)
    region = String(arn.region)
    account = String(arn.account)
    let rest = arn.resource.utf8
    guard let separator = rest.firstIndex(where: { $0 == colon || $0 == slash }) else {
      type = ""
      name = String(arn.resource)
      return
    }
    type = String(arn.resource[..<separator])
    let tail = arn.resource[rest.index(after: separator)...]
    name = service == "iam" && type != "oidc-provider" ? Self.lastPart(of: tail) : String(tail)
  }

  private static func lastPart(of path: Substring) -> String {
    guard let separator = path.utf8.lastIndex(of: slash) else { return String(path) }
    return String(path[path.utf8.index(after: separator)...])
  }
}

private let colon = UInt8(ascii: ":")
private let slash = UInt8(ascii: "/")

/// Text that cannot name a record.
package struct InvalidIdentifier: Error, Sendable, CustomStringConvertible {
  package let text: String
  package let requirement: String

  package init(text: String, requirement: String) {
    self.text = text
    self.requirement = requirement
  }

  package var description: String { "`\(text)` is not \(requirement)" }
}
