import JSONText

extension PolicyParser {
  /// Checks a statement of a resource control policy: it denies everyone some named actions.
  ///
  /// Source: AWS Organizations User Guide, "RCP syntax".
  mutating func checkResourceControl(
    _ statement: Statement, _ elements: [StatementElement: JSONMember], at value: JSONValue
  ) {
    if let member = elements[.notPrincipal] ?? elements[.notAction] {
      diagnostics.append(.negatedInResourceControl(member))
    }
    if let member = elements[.principal], statement.principal?.entries != [.everyone] {
      diagnostics.append(.principalInResourceControl(member))
    }
    if statement.isFullAccess { return }
    if statement.effect == .allow {
      diagnostics.append(.allowInResourceControl(at: elements[.effect]?.value ?? value))
    }
    guard let action = elements[.action] else { return }
    for pattern in statement.action.patterns
    where pattern == "*" || pattern.dropLast().contains(where: { $0 == "*" || $0 == "?" }) {
      diagnostics.append(.actionInResourceControl(pattern, action))
    }
  }
}

extension Statement {
  /// Whether this is the statement of AWS's own policy `RCPFullAWSAccess`.
  fileprivate var isFullAccess: Bool {
    effect == .allow && principal == PrincipalElement([.everyone])
      && action == ActionElement(["*"]) && resource == ResourceElement(["*"])
      && conditions.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func negatedInResourceControl(_ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "rcp-syntax-error-\(member.key.lowercased())",
      "a resource control policy cannot have `\(member.key)`", position: member.keyPosition)
  }

  fileprivate static func principalInResourceControl(_ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "rcp-syntax-error-principal", "a resource control policy's principal must be `*`",
      position: member.value.position
    ).with(help: "narrow it by a condition, such as on `aws:PrincipalOrgID`")
  }

  fileprivate static func allowInResourceControl(at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "rcp-syntax-error-allow", "a resource control policy can only deny",
      position: value.position)
  }

  fileprivate static func actionInResourceControl(
    _ action: String, _ member: JSONMember
  ) -> Diagnostic {
    Diagnostic(
      .error, "rcp-syntax-error-action",
      "a resource control policy cannot have a wildcard alone or inside an action, as in "
        + "`\(action)`", position: member.value.position)
  }
}
