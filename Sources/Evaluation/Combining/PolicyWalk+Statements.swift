extension PolicyWalk {
  /// Whether a statement applies, by the level at which it names the caller; `nil` where it
  /// certainly does not.
  mutating func evaluate(
    _ statement: CompiledStatement, of policy: CompiledPolicy, at place: StatementPlace,
    _ request: AuthorizationRequest
  ) -> MatchGrants<Value>? {
    if Recorder.recordsEverything { return evaluateAll(statement, of: policy, at: place, request) }
    let action = matchesAction(statement, of: policy, request.action)
    if action.isPlainlyFalse { return nil }
    let resource = matchesResource(statement.resource, of: policy, request)
    if algebra.isSettledFalse(resource) { return nil }
    let principal = matchPrincipal(statement, of: policy, at: place, request)
    if algebra.isSettledFalse(any(principal)) { return nil }
    let condition = allHold(statement.conditions, of: policy, at: place, request)
    if algebra.isSettledFalse(condition) { return nil }
    return limit(
      principal, by: algebra.and(algebra.and(algebra.value(action), resource), condition))
  }

  /// The same without leaving anything out.
  private mutating func evaluateAll(
    _ statement: CompiledStatement, of policy: CompiledPolicy, at place: StatementPlace,
    _ request: AuthorizationRequest
  ) -> MatchGrants<Value> {
    let action = algebra.value(matchesAction(statement, of: policy, request.action))
    let resource = matchesResource(statement.resource, of: policy, request)
    let principal = matchPrincipal(statement, of: policy, at: place, request)
    let conditions = statement.conditions.indices.map {
      holds(policy.conditions[$0], at: place, request)
    }
    let target = conditions.reduce(algebra.and(action, resource), algebra.and)
    let grants = limit(principal, by: target)
    record(
      StatementRecord(
        reference: place.reference, isAllow: statement.isAllow, action: action,
        resource: resource, principal: principal, conditions: conditions, applies: any(grants)))
    return grants
  }

  private func limit(_ grants: MatchGrants<Value>, by value: Value) -> MatchGrants<Value> {
    MatchGrants(
      direct: algebra.and(grants.direct, value), entity: algebra.and(grants.entity, value),
      account: algebra.and(grants.account, value))
  }

  /// `Action` needs one matching entry, `NotAction` none.
  private func matchesAction(
    _ statement: CompiledStatement, of policy: CompiledPolicy, _ action: ActionName
  ) -> Truth {
    let element = statement.action
    switch element.form {
    case .missing, .everything: return .true
    case .empty, .negatedEmpty: return emptyList(element.form)
    case .entries, .negatedEntries: break
    }
    guard statement.listed.mayConcern(action.filter) else { return Truth(element.isNegated) }
    for index in element.part.indices where policy.coversAction(index, action) {
      return Truth(!element.isNegated)
    }
    return Truth(element.isNegated)
  }

  /// `Resource` needs one matching entry, `NotResource` none. A statement without the element means
  /// the resource that carries the policy.
  private func matchesResource(
    _ element: CompiledStatement.Element, of policy: CompiledPolicy, _ request: AuthorizationRequest
  ) -> Value {
    switch element.form {
    case .missing, .everything: return algebra.value(.true)
    case .empty, .negatedEmpty: return algebra.value(emptyList(element.form))
    case .entries, .negatedEntries: break
    }
    var matches = algebra.value(.false)
    for index in element.part.indices {
      switch policy.headCovers(index, request.policyResource) {
      case .no: continue
      case .yes: matches = algebra.value(.true)
      case .perhaps:
        let value = covers(
          policy.resources[policy.heads[index].index], request, isNegated: element.isNegated)
        matches = algebra.or(matches, value)
      }
      if algebra.isSettledTrue(matches) { break }
    }
    return element.isNegated ? algebra.not(matches) : matches
  }

  private func covers(
    _ pattern: ResourcePattern, _ request: AuthorizationRequest, isNegated: Bool
  ) -> Value {
    let resource = request.policyResource
    if let truth = pattern.matches(resource, in: request.context, isNegated: isNegated) {
      return algebra.value(truth)
    }
    return algebra.open(
      .unknownKey,
      .resource(
        ResourceTest(
          pattern: pattern.filled(in: request.context), resource: resource, isNegated: isNegated)))
  }

  /// A list without entries: the statement has no effect, and for a negated element that is open.
  private func emptyList(_ form: CompiledStatement.Form) -> Truth {
    form == .negatedEmpty ? .uncertain(.emptyNegatedList) : .false
  }

  private func allHold(
    _ part: CompiledStatement.Part, of policy: CompiledPolicy, at place: StatementPlace,
    _ request: AuthorizationRequest
  ) -> Value {
    var all = algebra.value(.true)
    for index in part.indices {
      all = algebra.and(all, holds(policy.conditions[index], at: place, request))
      if algebra.isSettledFalse(all) { break }
    }
    return all
  }

  /// Whether one clause of the condition holds.
  private func holds(
    _ condition: CompiledCondition, at place: StatementPlace, _ request: AuthorizationRequest
  ) -> Value {
    let isInResourcePolicy = place.layer == .resource
    let truth = ConditionTest.evaluate(
      condition, for: request, isInResourcePolicy: isInResourcePolicy)
    if let truth { return algebra.value(truth) }
    return algebra.open(
      .unknownKey,
      .condition(
        ConditionTest(
          condition: condition.filled(in: request.context),
          isInResourcePolicy: isInResourcePolicy)))
  }
}
