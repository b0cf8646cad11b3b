import Evaluation
import JSONText
import PolicyLanguage

/// Reads one case.
///
/// The context of a case with its own policies is complete: a key that is not given is absent, and
/// nothing is derived but what the principal itself says. Members that the format does not know are
/// carried, not refused.
struct ScenarioReader {
  let text: CaseText

  func testCase(_ value: JSONValue) throws(InvalidScenario) -> TestCase {
    guard value.kind == .object else { throw fault("expected a case, which is an object", value) }
    let questions = QuestionReader(text: text)
    let content: TestCase.Content
    if let asked = value["whoCan"] {
      content = .principals(try questions.principals(asked, expected: value["expected"]))
    } else if let asked = value["can"] {
      content = .access(try questions.access(asked, expected: value["expected"]))
    } else if let asked = value["request"], value["policies"] == nil {
      content = .access(try questions.access(asked, expected: value["expected"]))
    } else {
      content = .inline(try scenario(value))
    }
    if let deciders = value["by"], value["whoCan"] != nil {
      throw fault("`by` belongs to a case about one principal", deciders)
    }
    return TestCase(
      id: value["id"].flatMap { $0.string ?? $0.numberText } ?? "",
      passage: Passage(value: value, text: text), content: content,
      deciders: try value["by"].map(names) ?? [])
  }

  private func scenario(_ value: JSONValue) throws(InvalidScenario) -> Scenario {
    guard let request = value["request"], request.kind == .object else {
      throw fault("a case needs a `request`, a `can` or a `whoCan`", value)
    }
    let caller = try caller(request)
    let documents = LayerDocuments(policies: value["policies"], text: text)
    return Scenario(
      id: value["id"].flatMap { $0.string ?? $0.numberText } ?? "",
      request: try self.request(request, caller),
      layers: try layers(value["policies"]), expected: try expected(value["expected"]),
      documents: documents)
  }

  /// The name or names behind `by`.
  private func names(_ value: JSONValue) throws(InvalidScenario) -> [String] {
    if let name = value.string { return [name] }
    guard let elements = value.elements else {
      throw fault("`by` is a layer or a Sid, or a list of them", value)
    }
    var names: [String] = []
    for element in elements {
      guard let name = element.string else { throw fault("expected a layer or a Sid", element) }
      names.append(name)
    }
    return names
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
      resource: ResourceName(resource, account: value["resourceAccount"]?.scalarText),
      context: .complete(try ContextReader(text: text).context(value["context"])),
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
      guard var first = parsed.diagnostics.first(where: { $0.severity == .error }) else {
        throw fault("not a valid policy", value)
      }
      first.file = text.file
      first.position = first.position.map(text.positionInFile) ?? text.position(of: value)
      throw InvalidScenario(first)
    }
    return CompiledPolicy(document)
  }

  private func fault(_ message: String, _ value: JSONValue) -> InvalidScenario {
    text.fault(message, value)
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
