/// What a kind of policy may and must say (A.2, "dialects").
struct PolicyDialect {
  /// The layer that the policy stands in.
  var layer: Layers.Kind
  /// Whether the resource layer is a role's trust policy.
  var isTrustPolicy: Bool

  /// A2.4.
  var hasPrincipal: Bool {
    switch layer {
    case .resource, .resourceControl, .vpcEndpoint: true
    case .identity, .boundary, .session, .serviceControl: false
    }
  }

  /// A1.6.
  var requiresVersion: Bool { layer == .serviceControl || layer == .resourceControl }
}

/// One policy document (A.1).
struct PolicyDocument {
  /// The statements, in no order that matters (A1.8).
  var statements: [PolicyStatement]
  /// Whether the document's version processes policy variables (A1.5).
  var processesVariables: Bool
  /// Whether the document says its version.
  var namesVersion: Bool
  /// Whether `Statement` holds an object and not an array.
  var isSingleStatement: Bool

  /// Reads a document; what breaks the grammar of its dialect is refused.
  init(_ value: JSONValue, _ dialect: PolicyDialect) throws(InvalidScenario) {
    let elements = try Elements(value, allowed: ["Version", "Id", "Statement"], "A1.3")
    let version = try elements.version()
    guard version != nil || !dialect.requiresVersion else {
      throw InvalidScenario("A1.6: a control policy lacks `Version`")
    }
    guard elements["Id"] == nil || dialect.hasPrincipal else {
      throw InvalidScenario("A1.7: only a resource-based policy has an `Id`")
    }
    namesVersion = version != nil
    processesVariables = version?.isSameText(as: "2012-10-17") ?? false
    switch elements["Statement"] {
    case .array(let texts)?:
      isSingleStatement = false
      statements = []
      for text in texts {
        statements.append(try PolicyStatement(text, dialect, variables: processesVariables))
      }
    case .some(let text):
      isSingleStatement = true
      statements = [try PolicyStatement(text, dialect, variables: processesVariables)]
    case nil:
      throw InvalidScenario("A1.8: the document has no `Statement`")
    }
  }
}

/// The members of a JSON object of the policy grammar, no name twice, none unknown.
struct Elements {
  private let value: JSONValue

  /// Takes an object's members; `rule` names the one broken by an unknown member.
  init(_ value: JSONValue, allowed: [String], _ rule: String) throws(InvalidScenario) {
    guard case .object(let members) = value else {
      throw InvalidScenario("\(rule): not a JSON object")
    }
    var seen: Set<[UInt8]> = []
    for name in members.map(\.name) {
      guard seen.insert(Array(name.utf8)).inserted else {
        throw InvalidScenario("A1.2: `\(name)` stands twice")
      }
      guard allowed.contains(where: { $0.isSameText(as: name) }) else {
        throw InvalidScenario("\(rule): `\(name)` is not an element")
      }
    }
    self.value = value
  }

  /// The value of an element, or nil where it does not stand.
  subscript(name: String) -> JSONValue? { value[name] }

  /// A1.4: the version, or nil where there is none.
  func version() throws(InvalidScenario) -> String? {
    guard let version = self["Version"] else { return nil }
    guard case .string(let text) = version,
      text.isSameText(as: "2012-10-17") || text.isSameText(as: "2008-10-17")
    else { throw InvalidScenario("A1.4: the version is not one of the two") }
    return text
  }
}
