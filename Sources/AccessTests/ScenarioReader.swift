import Evaluation
import JSONText
import PolicyLanguage

/// Reads one case.
///
/// The context of a case is complete: a key that is not given is absent, and nothing is derived but
/// what the principal itself says. Members that the format does not know are carried, not refused.
struct ScenarioReader {
  let file: String
  /// How many lines of the file stand before the case's own text.
  let lineOffset: Int

  func scenario(_ value: JSONValue) throws(InvalidScenario) -> Scenario {
    guard value.kind == .object else { throw fault("expected a case, which is an object", value) }
    guard let request = value["request"], request.kind == .object else {
      throw fault("a case needs a `request`", value)
    }
    let caller = try caller(request)
    return Scenario(
      id: value["id"]?.string ?? "", request: try self.request(request, caller),
      layers: try layers(value["policies"]), expected: try expected(value["expected"]))
  }

  private func expected(_ value: JSONValue?) throws(InvalidScenario) -> Verdict? {
    guard let value, !value.isNull else { return nil }
    guard let verdict = value.string.flatMap(Verdict.init(rawValue:)) else {
      throw fault("`expected` is Allowed, ImplicitlyDenied or ExplicitlyDenied", value)
    }
    return verdict
  }

  private func request(
    _ value: JSONValue, _ caller: Caller
  ) throws(InvalidScenario) -> AuthorizationRequest {
    guard let action = value["action"]?.string else {
      throw fault("a request needs an `action`", value)
    }
    guard let resource = value["resource"]?.string else {
      throw fault("a request needs a `resource`", value)
    }
    return AuthorizationRequest(
      caller: caller, action: ActionName(action),
      resource: ResourceName(resource, account: value["resourceAccount"]?.string),
      context: .complete(try context(value["context"])),
      takesNoResource: value["wildcardOnlyAction"]?.bool ?? false)
  }

  private func caller(_ request: JSONValue) throws(InvalidScenario) -> Caller {
    guard let value = request["principal"] else {
      throw fault("a request needs a `principal`", request)
    }
    if let text = value.string {
      if text == "anonymous" { return .anonymous }
      guard let caller = Caller(arn: text) else {
        throw fault("`\(text)` is no principal's ARN", value)
      }
      return caller.withNamesake
    }
    if let service = value["Service"]?.string { return .service(service) }
    if let provider = value["Federated"]?.string { return .identityProvider(provider) }
    if value["Anonymous"]?.bool == true { return .anonymous }
    throw fault("expected an ARN, a `Service`, a `Federated` or `anonymous`", value)
  }

  private func context(
    _ value: JSONValue?
  ) throws(InvalidScenario) -> [String: [String]] {
    guard let value, !value.isNull else { return [:] }
    guard let members = value.members else {
      throw fault("`context` is an object of condition keys", value)
    }
    var context: [String: [String]] = [:]
    for member in members {
      context[member.key] = try texts(member.value)
    }
    return context
  }

  private func texts(_ value: JSONValue) throws(InvalidScenario) -> [String] {
    guard let elements = value.elements else { return [try text(value)] }
    var texts: [String] = []
    for element in elements {
      texts.append(try text(element))
    }
    return texts
  }

  private func text(_ value: JSONValue) throws(InvalidScenario) -> String {
    if let text = value.string ?? value.numberText { return text }
    if let bool = value.bool { return bool ? "true" : "false" }
    throw fault("a context value is text, a number or a Boolean", value)
  }

  private func layers(_ value: JSONValue?) throws(InvalidScenario) -> PolicyLayers {
    guard let value, !value.isNull else { return PolicyLayers() }
    var layers = PolicyLayers(
      identity: try layer(value["identity"]) ?? PolicyLayer(),
      resource: try layer(value["resource"]), boundary: try layer(value["boundary"]))
    layers.session = try layer(value["session"])
    layers.serviceControl = try levels(value["scp"])
    layers.resourceControl = try levels(value["rcp"])
    layers.vpcEndpoint = try layer(value["vpcEndpoint"])
    return layers
  }

  /// One level is a document or a list of documents; levels stand from the root down.
  private func levels(_ value: JSONValue?) throws(InvalidScenario) -> [PolicyLayer] {
    guard let value, !value.isNull else { return [] }
    guard let elements = value.elements else { throw fault("expected a list of levels", value) }
    var levels: [PolicyLayer] = []
    for element in elements {
      levels.append(try layer(element) ?? PolicyLayer())
    }
    return levels
  }

  /// `nil` where the layer is missing, null or an empty list: it then does not apply.
  private func layer(_ value: JSONValue?) throws(InvalidScenario) -> PolicyLayer? {
    guard let value, !value.isNull else { return nil }
    guard let elements = value.elements else { return PolicyLayer([try policy(value)]) }
    var policies: [CompiledPolicy] = []
    for element in elements {
      policies.append(try policy(element))
    }
    return policies.isEmpty ? nil : PolicyLayer(policies)
  }

  private func policy(_ value: JSONValue) throws(InvalidScenario) -> CompiledPolicy {
    let parsed = PolicyParser.parse(value)
    guard let document = parsed.document else {
      let first = parsed.diagnostics.first { $0.severity == .error }
      throw fault("not a valid policy: \(first?.message ?? "unreadable")", value)
    }
    return CompiledPolicy(document)
  }

  private func fault(_ message: String, _ value: JSONValue) -> InvalidScenario {
    InvalidScenario(message, at: value, file: file, lineOffset: lineOffset)
  }
}

extension Caller {
  /// A federation session whose user, of which a case cannot tell, is the one with its name.
  fileprivate var withNamesake: Caller {
    guard case .federatedUser(let session) = self else { return self }
    let user = UserIdentity(session.home, name: session.name)
    return .federatedUser(FederatedIdentity(session.home, name: session.name, user: user))
  }
}
