import Evaluation
import PolicyLanguage

/// One caller's request, on which examples are tried with the ordinary evaluator.
struct ExampleTrial {
  let request: AuthorizationRequest
  let layers: PolicyLayers
  let decision: ConditionalDecision
  let subject: Subject

  /// The example of a witness, tried; `nil` where it rests on what no evaluator can be told: whose
  /// federation token it is.
  func example(_ witness: Witness, isExpected: (Verdict) -> Bool) throws -> AccessExample? {
    guard let layers = assumedLayers(witness) else { return nil }
    let verdict = Evaluator.evaluate(filled(witness), layers).verdict
    guard isExpected(verdict) else {
      throw RefutedExample(
        subject: subject.name, formula: decision.allowed.description, verdict: verdict)
    }
    return AccessExample(
      keys: witness.context.map(AccessExample.Setting.init), sessionName: sessionName(of: witness),
      assumptions: witness.assumptions.map { .init(question: $0.question, answer: $0.answer) })
  }

  /// The caller's own request with what the witness settles.
  private func filled(_ witness: Witness) -> AuthorizationRequest {
    var context = request.context
    for (key, state) in witness.context { context.request[key] = state }
    context.isComplete = true
    var caller = request.caller
    if case .role(let role) = caller, case .roleSession(_, let name) = witness.request.caller {
      caller = .roleSession(role, name: name)
    }
    return AuthorizationRequest(
      caller: caller, action: request.action, resource: request.resource, context: context,
      takesNoResource: request.takesNoResource)
  }

  /// The layers in which what is missing says what the witness assumes.
  private func assumedLayers(_ witness: Witness) -> PolicyLayers? {
    var assumed = layers
    assumed.settleUnknown()
    for (atom, answer) in witness.assumptions {
      guard case .unknownDocument(let reference, let effect) = atom.question else { return nil }
      if answer { assumed.add(effect, to: reference) }
    }
    return assumed
  }

  /// The session's name, where it is one that a policy names.
  private func sessionName(of witness: Witness) -> String? {
    guard case .role = request.caller, case .roleSession(_, let name) = witness.request.caller,
      !name.utf8.contains(UInt8(ascii: "("))
    else { return nil }
    return name
  }
}

extension AccessExample.Setting {
  fileprivate init(_ setting: (key: ContextKey, state: ContextState)) {
    key = setting.key.name
    if case .values(let values) = setting.state {
      self.values = values.map(\.text)
    } else {
      values = nil
    }
  }
}

extension PolicyLayers {
  /// Takes every policy that is missing or not valid to say nothing.
  fileprivate mutating func settleUnknown() {
    identity = PolicyLayer(identity.policies)
    boundary = boundary.map { PolicyLayer($0.policies) }
    session = session.map { PolicyLayer($0.policies) }
    resource = resource.map { PolicyLayer($0.policies) }
    vpcEndpoint = vpcEndpoint.map { PolicyLayer($0.policies) }
    serviceControl = serviceControl.map { PolicyLayer($0.policies) }
    resourceControl = resourceControl.map { PolicyLayer($0.policies) }
  }

  /// Adds a policy that allows, or denies, everything to a layer.
  fileprivate mutating func add(_ effect: Effect, to reference: LayerReference) {
    guard let layer = self[reference] else { return }
    let namesPrincipal = [.resource, .resourceControl, .vpcEndpoint].contains(reference.kind)
    let statement = Statement(
      effect: effect, principal: namesPrincipal ? PrincipalElement([.everyone]) : nil,
      action: ActionElement(["*"]), resource: ResourceElement(["*"]))
    let policy = CompiledPolicy(PolicyDocument(version: .v2012, statements: [statement]))
    let added = PolicyLayer(layer.policies + [policy])
    switch reference.kind {
    case .identity: identity = added
    case .boundary: boundary = added
    case .session: session = added
    case .resource: resource = added
    case .vpcEndpoint: vpcEndpoint = added
    case .serviceControl: serviceControl[reference.level] = added
    case .resourceControl: resourceControl[reference.level] = added
    }
  }
}
