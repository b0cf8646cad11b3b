import PolicyLanguage

/// The walk over all layers that bear on a request.
///
/// It is written once and read in two algebras. Nothing in it resolves a doubt; `Verdict` does.
struct PolicyWalk<Algebra: TruthAlgebra, Recorder: DecisionRecorder>
where Recorder.Value == Algebra.Value {
  typealias Value = Algebra.Value

  let request: AuthorizationRequest
  /// The resource as policies see it.
  let resource: ResourceName
  let layers: PolicyLayers
  let algebra: Algebra
  private(set) var recorder: Recorder

  init(
    _ request: AuthorizationRequest, _ layers: PolicyLayers, _ algebra: Algebra,
    _ recorder: Recorder
  ) {
    self.request = request
    resource = request.effectiveResource
    self.layers = layers
    self.algebra = algebra
    self.recorder = recorder
  }

  /// Whether the policies allow the request and whether one of them denies it.
  ///
  /// Source: IAM User Guide, "Policy evaluation for requests within a single account" and
  /// "Cross-account policy evaluation logic".
  mutating func run() -> PolicyOutcome<Value> {
    let no = algebra.value(.false)
    let yes = algebra.value(.true)
    if request.action == ServiceRules.alwaysAllowed {
      return PolicyOutcome(allowed: yes, denied: no)
    }
    var tally = LayerTally(no: no, yes: yes)
    walkControls(&tally)
    if !isSettled(tally) { walkCallersPolicies(&tally) }
    if !isSettled(tally), let layer = layers.resource {
      let outcome = walk(layer, LayerReference(.resource))
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.grants = outcome.grants
    }
    if request.action == ServiceRules.needsNoAllow, isUserOrRoot {
      let doubt = algebra.value(.uncertain(.denyOnSessionToken))
      return PolicyOutcome(allowed: yes, denied: algebra.and(tally.denied, doubt))
    }
    return PolicyOutcome(allowed: allowed(tally), denied: tally.denied)
  }

  private var isUserOrRoot: Bool {
    switch request.caller {
    case .rootUser, .iamUser: true
    default: false
    }
  }

  /// Whether the outcome is settled by a Deny, and nobody wants to see the rest.
  private func isSettled(_ tally: LayerTally<Value>) -> Bool {
    !Recorder.recordsEverything && algebra.isSettledTrue(tally.denied)
  }

  /// The layers that limit without granting: the organization's policies and the VPC endpoint's.
  private mutating func walkControls(_ tally: inout LayerTally<Value>) {
    if ServiceRules.serviceControlBinds(request, layers) {
      walkLevels(layers.serviceControl, .serviceControl, &tally)
    }
    if !isSettled(tally), ServiceRules.resourceControlBinds(request, layers) {
      walkLevels(layers.resourceControl, .resourceControl, &tally)
    }
    if !isSettled(tally), let layer = layers.vpcEndpoint {
      walkLevels([layer], .vpcEndpoint, &tally)
    }
  }

  private mutating func walkLevels(
    _ levels: [PolicyLayer], _ kind: LayerKind, _ tally: inout LayerTally<Value>
  ) {
    for (level, layer) in levels.enumerated() {
      let outcome = walk(layer, LayerReference(kind, level: level))
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.controls = algebra.and(tally.controls, any(outcome.grants))
      if isSettled(tally) { return }
    }
  }

  /// The policies of the caller itself. Services, identity providers and anonymous callers have
  /// none, and the root user has no identity-based policy.
  private mutating func walkCallersPolicies(_ tally: inout LayerTally<Value>) {
    guard request.caller.home != nil else { return }
    if request.caller.hasIdentityPolicies {
      let outcome = walk(layers.identity, LayerReference(.identity))
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.identity = any(outcome.grants)
    } else {
      tally.identity = algebra.value(.true)
    }
    if !isSettled(tally), let layer = layers.boundary {
      let outcome = walk(layer, LayerReference(.boundary))
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.boundary = any(outcome.grants)
    }
    if !isSettled(tally), let layer = layers.session {
      let outcome = walk(layer, LayerReference(.session))
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.session = any(outcome.grants)
    } else if case .federatedUser = request.caller {
      // AWS: a federation token without session policy has no permissions of its user.
      let no = LayerOutcome(no: algebra.value(.false))
      tally.session = no.deny
      recorder.record(
        LayerRecord(
          layer: LayerReference(.session), grants: no.grants, allows: no.deny, denies: no.deny))
    }
  }

  private mutating func walk(_ layer: PolicyLayer, _ reference: LayerReference) -> LayerOutcome<
    Value
  > {
    var outcome = LayerOutcome(no: algebra.value(.false))
    for index in layer.policies.indices {
      walk(layer.policies[index], at: index, reference, &outcome)
    }
    if layer.unknownDocuments > 0 {
      let allows = algebra.open(.unknownDocument, .unknownDocument(reference, .allow))
      let denies = algebra.open(.unknownDocument, .unknownDocument(reference, .deny))
      outcome.grants.direct = algebra.or(outcome.grants.direct, allows)
      outcome.deny = algebra.or(outcome.deny, denies)
    }
    recorder.record(
      LayerRecord(
        layer: reference, grants: outcome.grants, allows: any(outcome.grants), denies: outcome.deny)
    )
    return outcome
  }

  private mutating func walk(
    _ policy: CompiledPolicy, at index: Int, _ reference: LayerReference,
    _ outcome: inout LayerOutcome<Value>
  ) {
    guard Recorder.recordsEverything || policy.filter.intersects(request.action.filter) else {
      return
    }
    for position in policy.statements.indices {
      let statement = policy.statements[position]
      if !Recorder.recordsEverything {
        guard statement.filter.intersects(request.action.filter) else { continue }
        let known = statement.isAllow ? outcome.grants.direct : outcome.deny
        if algebra.isSettledTrue(known) { continue }
      }
      let place = StatementReference(reference, policy: index, statement: position)
      guard let grants = evaluate(statement, of: policy, at: place) else { continue }
      if statement.isAllow {
        outcome.grants = join(outcome.grants, grants)
      } else {
        outcome.deny = algebra.or(outcome.deny, any(grants))
      }
    }
  }

  private func join(
    _ left: MatchGrants<Value>, _ right: MatchGrants<Value>
  ) -> MatchGrants<Value> {
    MatchGrants(
      direct: algebra.or(left.direct, right.direct), entity: algebra.or(left.entity, right.entity),
      account: algebra.or(left.account, right.account))
  }

  /// Whether an entry matched at any level.
  func any(_ grants: MatchGrants<Value>) -> Value {
    algebra.or(algebra.or(grants.direct, grants.entity), grants.account)
  }

  mutating func record(_ statement: StatementRecord<Value>) {
    recorder.record(statement)
  }
}
