import JSONText

extension PolicyParser {
  /// Reads `Principal` or `NotPrincipal`: `"*"`, or a map of lists.
  mutating func readPrincipal(_ value: JSONValue, isNegated: Bool) -> PrincipalElement? {
    let name = isNegated ? "NotPrincipal" : "Principal"
    if value.string == "*" { return PrincipalElement([.everyone], isNegated: isNegated) }
    guard let members = value.members else {
      diagnostics.append(.invalidPrincipalElement(name, value))
      return nil
    }
    var entries: [PrincipalPattern] = []
    var count = 0
    for member in members {
      count += 1
      guard let key = PrincipalKey(rawValue: member.key) else {
        diagnostics.append(.unknownPrincipalKey(member, in: name))
        continue
      }
      entries += readEntries(member.value, under: key)
      if member.value.isEmptyArray { diagnostics.append(.emptyPrincipal(name, member.value)) }
    }
    if count == 0 { diagnostics.append(.emptyPrincipal(name, value)) }
    return PrincipalElement(entries, isNegated: isNegated)
  }

  private mutating func readEntries(
    _ value: JSONValue, under key: PrincipalKey
  ) -> [PrincipalPattern] {
    guard let list = value.elements else {
      return readEntry(value, under: key, expected: "a string or an array of strings").map { [$0] }
        ?? []
    }
    var entries: [PrincipalPattern] = []
    for element in list {
      if let entry = readEntry(element, under: key, expected: "a string") { entries.append(entry) }
    }
    return entries
  }

  private mutating func readEntry(
    _ value: JSONValue, under key: PrincipalKey, expected: String
  ) -> PrincipalPattern? {
    guard let text = value.string else {
      diagnostics.append(.wrongType(of: "`\(key.rawValue)`", expected: expected, value))
      return nil
    }
    do {
      return try PrincipalPattern(text, under: key)
    } catch {
      diagnostics.append(.invalidPrincipal(text, under: key, error, at: value))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func invalidPrincipalElement(_ name: String, _ value: JSONValue) -> Diagnostic
  {
    guard let text = value.string else {
      return .wrongType(of: "`\(name)`", expected: "`\"*\"` or an object", value)
    }
    return Diagnostic(
      .error, "invalid-principal-format", "`\(name)` cannot be the string `\(text)`, only `*`",
      position: value.position
    ).with(help: "name the kind of principal, as in {\"AWS\": \"arn:aws:iam::111122223333:root\"}")
  }

  fileprivate static func unknownPrincipalKey(_ member: JSONMember, in name: String) -> Diagnostic {
    let known = PrincipalKey.allCases.map(\.rawValue)
    let help =
      closestSpelling(to: member.key, among: known).map { "did you mean `\($0)`?" }
      ?? "the kinds of principal are \(known.joined(separator: ", "))"
    return Diagnostic(
      .error, "invalid-principal-key", "`\(member.key)` is no kind of principal in `\(name)`",
      position: member.keyPosition
    ).with(help: help)
  }

  /// A list or map without entries. Of `NotPrincipal`, AWS does not document whom that covers.
  fileprivate static func emptyPrincipal(_ name: String, _ value: JSONValue) -> Diagnostic {
    let code = value.kind == .array ? "empty-array" : "empty-object"
    guard name == "NotPrincipal" else {
      return Diagnostic(
        .suggestion, "\(code)-principal", "an empty list in `\(name)` names nobody",
        position: value.position)
    }
    return Diagnostic(
      .warning, "\(code)-not-principal",
      "a list in `\(name)` is empty, and AWS does not document whom that covers",
      position: value.position
    ).with(note: "decisions that rest on it are uncertain (U16)")
  }

  fileprivate static func invalidPrincipal(
    _ text: String, under key: PrincipalKey, _ fault: PrincipalFault, at value: JSONValue
  ) -> Diagnostic {
    switch fault {
    case .wildcard:
      return Diagnostic(
        .error, "unsupported-wildcard-in-principal",
        "a principal cannot hold a wildcard, as `\(text)` does", position: value.position
      ).with(help: "name \"*\" and narrow it by a condition on `aws:PrincipalArn`")
    case .group:
      return Diagnostic(
        .error, "unsupported-principal", "`\(text)` is a user group, which is no principal",
        position: value.position
      ).with(help: "name the group's users, or the account")
    case .format:
      return Diagnostic(
        .error, "invalid-principal-format", "`\(text)` is no principal of kind `\(key.rawValue)`",
        position: value.position
      ).with(help: Self.forms(of: key))
    }
  }

  private static func forms(of key: PrincipalKey) -> String {
    switch key {
    case .aws:
      "name an account id, or the ARN of an account's root, a user, a role, a role session or a "
        + "federated user"
    case .service: "name a service principal, such as `lambda.amazonaws.com`"
    case .federated:
      "name the ARN of a SAML or OIDC provider, or a domain such as `accounts.google.com`"
    case .canonicalUser: "name an Amazon S3 canonical user id"
    }
  }
}
