import JSONText

extension PolicyParser {
  /// Checks a statement of a role trust policy: the role is the resource, and the actions are those
  /// of AWS STS.
  ///
  /// Source: IAM User Guide, "IAM Access Analyzer policy check reference", on role trust policies.
  mutating func checkTrust(_ statement: Statement, _ elements: [StatementElement: JSONMember]) {
    if let resource = elements[.resource] ?? elements[.notResource] {
      diagnostics.append(.resourceInTrust(resource))
    }
    if let notPrincipal = elements[.notPrincipal] {
      diagnostics.append(.notPrincipalInTrust(notPrincipal))
    }
    if statement.effect == .allow, let principal = elements[.principal],
      statement.principal?.entries.contains(.everyone) == true
    {
      diagnostics.append(.everyoneInTrust(principal))
    }
    if let action = elements[.action] { checkTrustActions(statement.action.patterns, action) }
  }

  private mutating func checkTrustActions(_ patterns: [String], _ member: JSONMember) {
    for pattern in patterns {
      let service = pattern.prefix { $0 != ":" }
      guard Glob(String(service), ignoringCase: true).matches("sts") else {
        diagnostics.append(.actionInTrust(pattern, member))
        continue
      }
      if service.lowercased() != "sts" { diagnostics.append(.wideActionInTrust(pattern, member)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func resourceInTrust(_ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "role-trust-policy-syntax-error-resource",
      "a role trust policy cannot have `\(member.key)`: the role is the resource",
      position: member.keyPosition)
  }

  fileprivate static func notPrincipalInTrust(_ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "role-trust-policy-syntax-error-not-principal",
      "a role trust policy cannot have `NotPrincipal`", position: member.keyPosition)
  }

  /// AWS stores such a policy, so it is no error here, however dangerous.
  fileprivate static func everyoneInTrust(_ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .warning, "role-trust-policy-unsupported-wildcard-in-principal",
      "the role trusts everyone", position: member.value.position
    ).with(help: "name the accounts, roles or services that may assume the role")
  }

  fileprivate static func actionInTrust(_ action: String, _ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-action-in-policy",
      "a role trust policy can name actions of AWS STS only, not `\(action)`",
      position: member.value.position)
  }

  fileprivate static func wideActionInTrust(_ action: String, _ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .warning, "wildcard-in-trust-action",
      "a role trust policy names actions of AWS STS, and `\(action)` names others too",
      position: member.value.position
    ).with(help: "write `sts:AssumeRole`")
  }
}
