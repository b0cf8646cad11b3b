import JSONText
import PolicyLanguage

/// Reads what `aws iam simulate-principal-policy` and `simulate-custom-policy` print, with the
/// members of their request that somebody may have saved beside it.
///
/// A result stands for all resources of its action together; where it lists the resources one by
/// one, each is a case. Source: IAM API Reference, "EvaluationResult" and "ResourceSpecificResult".
struct SimulationReader {
  let text: CaseText

  /// The cases of a simulation.
  func cases(_ root: JSONValue, _ results: JSONValue) throws(InvalidScenario) -> [TestCase] {
    guard let elements = results.elements else {
      throw text.fault("`EvaluationResults` is a list", results)
    }
    let request = try request(root)
    var cases: [TestCase] = []
    for result in elements {
      let action = try member("EvalActionName", of: result)
      let specific = result["ResourceSpecificResults"]?.elements.map { Array($0) } ?? []
      for part in specific.isEmpty ? [result] : specific {
        let boundary =
          part["PermissionsBoundaryDecisionDetail"] ?? result["PermissionsBoundaryDecisionDetail"]
        let simulation = SimulationCase(
          passage: Passage(value: part, text: text), action: action,
          resource: try resource(part), verdict: try verdict(part), context: request.context,
          principal: request.principal, missingKeys: missingKeys(part, result),
          owner: request.owner,
          allowedByOrganization:
            result["OrganizationsDecisionDetail"]?["AllowedByOrganizations"]?.bool,
          allowedByBoundary: boundary?["AllowedByPermissionsBoundary"]?.bool)
        cases.append(
          TestCase(
            id: "\(action) \(simulation.resource)", passage: simulation.passage,
            content: .simulation(simulation), deciders: []))
      }
    }
    return cases
  }

  /// The members of the request that were saved with the answer.
  private struct Request {
    let principal: String?
    let owner: String?
    let context: [String: [String]]
  }

  private func request(_ root: JSONValue) throws(InvalidScenario) -> Request {
    // AWS: the owner is told by an ARN whose account is meant ("SimulatePrincipalPolicy").
    let owner = root["ResourceOwner"]?.string
    return Request(
      principal: root["CallerArn"]?.string ?? root["PolicySourceArn"]?.string,
      owner: owner.map { ARN($0).map { String($0.account) } ?? $0 },
      context: try context(root["ContextEntries"]))
  }

  /// What a part of the result was made for; `*` where it names none.
  private func resource(_ value: JSONValue) throws(InvalidScenario) -> String {
    guard let name = value["EvalResourceName"] else { return "*" }
    guard let text = name.string else { throw text.fault("`EvalResourceName` is text", name) }
    return text
  }

  private func verdict(_ value: JSONValue) throws(InvalidScenario) -> Expectation {
    let member = value["EvalResourceDecision"] ?? value["EvalDecision"]
    switch member?.string {
    case "allowed": return .allowed
    case "implicitDeny": return .implicitlyDenied
    case "explicitDeny": return .explicitlyDenied
    default:
      throw text.fault(
        "a decision is allowed, implicitDeny or explicitDeny", member ?? value)
    }
  }

  private func member(_ name: String, of value: JSONValue) throws(InvalidScenario) -> String {
    guard let text = value[name]?.string else {
      throw text.fault("a result needs an `\(name)`", value[name] ?? value)
    }
    return text
  }

  private func missingKeys(_ part: JSONValue, _ whole: JSONValue) -> [String] {
    var keys: [String] = []
    for value in [part, whole] {
      for key in value["MissingContextValues"]?.elements.map({ Array($0) }) ?? [] {
        if let name = key.string, !keys.contains(name) { keys.append(name) }
      }
    }
    return keys
  }

  private func context(_ value: JSONValue?) throws(InvalidScenario) -> [String: [String]] {
    guard let value, !value.isNull else { return [:] }
    guard let entries = value.elements else {
      throw text.fault("`ContextEntries` is a list", value)
    }
    var context: [String: [String]] = [:]
    for entry in entries {
      guard let key = entry["ContextKeyName"]?.string else {
        throw text.fault("an entry needs a `ContextKeyName`", entry)
      }
      let values = entry["ContextKeyValues"]?.elements.map { Array($0) } ?? []
      context[key] = values.compactMap(\.scalarText)
    }
    return context
  }
}
