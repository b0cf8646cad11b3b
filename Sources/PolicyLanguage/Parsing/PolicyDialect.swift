import JSONText

// What a type of policy demands or forbids beyond the grammar.
//
// Sources: IAM User Guide, the pages of the elements; AWS Organizations User Guide, "SCP syntax" and
// "RCP syntax".

extension PolicyType {
  /// Whether statements name principals; where not, they must not.
  var hasPrincipals: Bool {
    switch self {
    case .resource, .trust, .resourceControl, .vpcEndpoint: true
    case .identity, .permissionsBoundary, .session, .serviceControl: false
    }
  }

  /// Whether every statement must name resources.
  var needsResource: Bool {
    switch self {
    case .identity, .permissionsBoundary, .session, .serviceControl, .resourceControl: true
    case .resource, .trust, .vpcEndpoint: false
    }
  }

  /// Whether the document must state its version.
  var needsVersion: Bool { self == .serviceControl || self == .resourceControl }
}

extension PolicyParser {
  /// Checks the document's own elements.
  mutating func checkDialect(of elements: [DocumentElement: JSONMember], at value: JSONValue) {
    guard let type else { return }
    if type.needsVersion, elements[.version] == nil {
      diagnostics.append(.missingVersion(type, at: value))
    }
    if let id = elements[.id], !type.hasPrincipals {
      diagnostics.append(.unsupportedID(type, id))
    }
  }

  /// Checks a statement.
  mutating func checkDialect(
    of statement: Statement, _ elements: [StatementElement: JSONMember], at value: JSONValue
  ) {
    guard let type else { return }
    let principal = elements[.principal] ?? elements[.notPrincipal]
    let resource = elements[.resource] ?? elements[.notResource]
    if type.hasPrincipals, principal == nil {
      diagnostics.append(.missingPrincipal(type, at: value))
    }
    if let principal, !type.hasPrincipals {
      diagnostics.append(.unsupportedPrincipal(type, principal))
    }
    if type.needsResource, resource == nil {
      diagnostics.append(.missingResource(type, at: value))
    }
    checkFederated(in: statement, principal)
    if type == .trust { checkTrust(statement, elements) }
    if type == .resourceControl { checkResourceControl(statement, elements, at: value) }
  }

  private mutating func checkFederated(in statement: Statement, _ member: JSONMember?) {
    guard type == .resource || type == .vpcEndpoint, let member else { return }
    for case .federated(let provider) in statement.principal?.entries ?? [] {
      diagnostics.append(.federatedPrincipal(provider, member))
    }
  }
}

extension Diagnostic {
  fileprivate static func missingVersion(_ type: PolicyType, at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-version", "\(type) must have a `Version`", position: value.position
    ).with(help: "add \"Version\": \"2012-10-17\"")
  }

  fileprivate static func unsupportedID(_ type: PolicyType, _ id: JSONMember) -> Diagnostic {
    Diagnostic(
      .warning, "unsupported-id", "`Id` belongs to resource-based policies, not to \(type)",
      position: id.keyPosition)
  }

  fileprivate static func missingPrincipal(_ type: PolicyType, at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-principal", "a statement of \(type) must have a `Principal`",
      position: value.position)
  }

  fileprivate static func unsupportedPrincipal(
    _ type: PolicyType, _ principal: JSONMember
  ) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-principal", "a statement of \(type) cannot have `\(principal.key)`",
      position: principal.keyPosition
    ).with(help: "it applies to whom the policy is attached to")
  }

  fileprivate static func missingResource(_ type: PolicyType, at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-resource", "a statement of \(type) must have a `Resource`",
      position: value.position)
  }

  fileprivate static func federatedPrincipal(
    _ provider: String, _ member: JSONMember
  ) -> Diagnostic {
    Diagnostic(
      .error, "federated-principal-not-supported",
      "only role trust policies can name an identity provider, here `\(provider)`",
      position: member.value.position)
  }
}
