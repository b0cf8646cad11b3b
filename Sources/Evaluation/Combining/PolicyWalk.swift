import PolicyLanguage

/// The walk over all layers that bear on a request.
///
/// It is written once and read in two algebras. Nothing in it resolves a doubt; `Decision` does.
/// The request is handed down rather than kept, which spares a copy of it.
struct PolicyWalk<Algebra: TruthAlgebra, Recorder: DecisionRecorder>
where Recorder.Value == Algebra.Value {
  typealias Value = Algebra.Value

  let algebra: Algebra
  private(set) var recorder: Recorder

  init(_ algebra: Algebra, _ recorder: Recorder) {
    self.algebra = algebra
    self.recorder = recorder
  }

  /// Whether the policies allow the request and whether one of them denies it.
  ///
  /// Source: IAM User Guide, "Policy evaluation for requests within a single account" and
  /// "Cross-account policy evaluation logic".
  mutating func run(_ request: AuthorizationRequest, _ layers: PolicyLayers) -> PolicyOutcome<Value>
  {
    let no = algebra.value(.false)
    let yes = algebra.value(.true)
    if request.action == ServiceRules.alwaysAllowed {
      return PolicyOutcome(allowed: yes, denied: no)
    }
    var tally = LayerTally(no: no, yes: yes)
    walkControls(layers, request, &tally)
    walkCallersPolicies(layers, request, &tally)
    if !isSettled(tally), let layer = layers.resource {
      let outcome = walk(layer, LayerReference(.resource), layers, request)
      tally.denied = algebra.or(tally.denied, outcome.deny)
      tally.grants = outcome.grants
    }
    if request.action == ServiceRules.needsNoAllow, request.caller.isUserOrRoot {
      let doubt = algebra.value(.uncertain(.denyOnSessionToken))
      return PolicyOutcome(allowed: yes, denied: algebra.and(tally.denied, doubt))
    }
    return PolicyOutcome(allowed: allowed(tally, request), denied: tally.denied)
  }

  /// Whether the outcome is settled by a Deny, and nobody wants to see the rest.
  private func isSettled(_ tally: LayerTally<Value>) -> Bool {
    !Recorder.recordsEverything && algebra.isSettledTrue(tally.denied)
  }

  /// The layers that limit without granting: the organization's policies and the VPC endpoint's.
  private mutating func walkControls(
    _ layers: PolicyLayers, _ request: AuthorizationRequest, _ tally: inout LayerTally<Value>
  ) {
    let isBound = isBoundByOrganization(layers, request)
    if !algebra.isSettledFalse(isBound), ServiceRules.serviceControlApplies(request, layers) {
      for level in layers.serviceControl.indices {
        let reference = LayerReference(.serviceControl, level: level)
        walkControl(reference, isBound, layers, request, &tally)
      }
    }
    if !algebra.isSettledFalse(isBound), ServiceRules.resourceControlApplies(request, layers) {
      for level in layers.resourceControl.indices {
        let reference = LayerReference(.resourceControl, level: level)
        walkControl(reference, isBound, layers, request, &tally)
      }
    }
    walkControl(LayerReference(.vpcEndpoint), algebra.value(.true), layers, request, &tally)
  }

  /// Whether the organization's policies bind the caller: all but service-linked roles.
  private func isBoundByOrganization(
    _ layers: PolicyLayers, _ request: AuthorizationRequest
  ) -> Value {
    if layers.serviceControl.isEmpty && layers.resourceControl.isEmpty {
      return algebra.value(.true)
    }
    if let isServiceLinked = ServiceRules.isServiceLinkedRole(request) {
      return algebra.value(Truth(!isServiceLinked))
    }
    let test = ConditionTest(
      condition: ServiceRules.serviceLinkedRoleARN, isInResourcePolicy: false)
    return algebra.not(algebra.open(.unknownKey, .condition(test)))
  }

  private mutating func walkControl(
    _ reference: LayerReference, _ isBound: Value, _ layers: PolicyLayers,
    _ request: AuthorizationRequest, _ tally: inout LayerTally<Value>
  ) {
    guard !isSettled(tally), let layer = layers[reference] else { return }
    let outcome = walk(layer, reference, layers, request)
    tally.denied = algebra.or(tally.denied, algebra.and(isBound, outcome.deny))
    let allows = algebra.or(any(outcome.grants), algebra.not(isBound))
    tally.controls = algebra.and(tally.controls, allows)
  }

  /// The policies of the caller itself. Services, identity providers and anonymous callers have
  /// none, and the root user has no identity-based policy.
  private mutating func walkCallersPolicies(
    _ layers: PolicyLayers, _ request: AuthorizationRequest, _ tally: inout LayerTally<Value>
  ) {
    guard request.caller.hasAccount else { return }
    tally.identity =
      request.caller.hasIdentityPolicies
      ? walkOwn(.identity, layers, request, &tally) : algebra.value(.true)
    if layers.boundary != nil { tally.boundary = walkOwn(.boundary, layers, request, &tally) }
    if layers.session != nil {
      tally.session = walkOwn(.session, layers, request, &tally)
    } else if case .federatedUser = request.caller {
      // AWS: a federation token without session policy has no permissions of its user.
      tally.session = algebra.value(.false)
      record(LayerOutcome(no: tally.session), LayerReference(.session))
    }
  }

  private mutating func walkOwn(
    _ kind: LayerKind, _ layers: PolicyLayers, _ request: AuthorizationRequest,
    _ tally: inout LayerTally<Value>
  ) -> Value {
    let reference = LayerReference(kind)
    guard !isSettled(tally), let layer = layers[reference] else { return algebra.value(.false) }
    let outcome = walk(layer, reference, layers, request)
    tally.denied = algebra.or(tally.denied, outcome.deny)
    return any(outcome.grants)
  }

  private mutating func walk(
    _ layer: PolicyLayer, _ reference: LayerReference, _ layers: PolicyLayers,
    _ request: AuthorizationRequest
  ) -> LayerOutcome<Value> {
    var outcome = LayerOutcome(no: algebra.value(.false))
    let action = request.action.filter
    for index in layer.entries.indices
    where Recorder.recordsEverything || layer.entries[index].filter.mayConcern(action) {
      let place = StatementPlace(
        reference: StatementReference(reference, policy: index, statement: 0),
        isBounded: layers.boundary != nil)
      walk(layer.entries[index].policy, at: place, request, &outcome)
    }
    if layer.unknownDocuments > 0 {
      let allows = algebra.open(.unknownDocument, .unknownDocument(reference, .allow))
      let denies = algebra.open(.unknownDocument, .unknownDocument(reference, .deny))
      outcome.grants.direct = algebra.or(outcome.grants.direct, allows)
      outcome.deny = algebra.or(outcome.deny, denies)
    }
    record(outcome, reference)
    return outcome
  }

  private mutating func walk(
    _ policy: CompiledPolicy, at first: StatementPlace, _ request: AuthorizationRequest,
    _ outcome: inout LayerOutcome<Value>
  ) {
    var place = first
    for position in policy.statements.indices {
      let statement = policy.statements[position]
      if !Recorder.recordsEverything {
        guard statement.mayConcern(request.action.filter) else { continue }
        let known = statement.isAllow ? outcome.grants.direct : outcome.deny
        if algebra.isSettledTrue(known) { continue }
      }
      place.reference.statement = position
      guard let grants = evaluate(statement, of: policy, at: place, request) else { continue }
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

  private mutating func record(_ outcome: LayerOutcome<Value>, _ reference: LayerReference) {
    guard Recorder.recordsEverything else { return }
    recorder.record(
      LayerRecord(
        layer: reference, grants: outcome.grants, allows: any(outcome.grants),
        denies: outcome.deny))
  }

  mutating func record(_ statement: StatementRecord<Value>) {
    recorder.record(statement)
  }
}

/// Where a statement stands, and what of its surroundings it depends on.
struct StatementPlace {
  var reference: StatementReference
  /// Whether the caller has a permissions boundary.
  let isBounded: Bool

  var layer: LayerKind { reference.layer.kind }
}
