extension PolicyWalk {
  /// Whether a statement applies, by the level at which it names the caller; `nil` where it
  /// certainly does not.
  mutating func evaluate(
    _ subject: StatementSubject, _ request: AuthorizationRequest
  ) -> MatchGrants<Value>? {
    if Recorder.recordsEverything { return evaluateAll(subject, request) }
    let action = algebra.value(matchesAction(subject, request))
    if algebra.isSettledFalse(action) { return nil }
    let resource = matchesResource(subject, request)
    if algebra.isSettledFalse(resource) { return nil }
    let principal = matchPrincipal(subject, request)
    if algebra.isSettledFalse(any(principal)) { return nil }
    let condition = allHold(subject, request)
    if algebra.isSettledFalse(condition) { return nil }
    return limit(principal, by: algebra.and(algebra.and(action, resource), condition))
  }

  /// The same without leaving anything out.
  private mutating func evaluateAll(
    _ subject: StatementSubject, _ request: AuthorizationRequest
  ) -> MatchGrants<Value> {
    let action = algebra.value(matchesAction(subject, request))
    let resource = matchesResource(subject, request)
    let principal = matchPrincipal(subject, request)
    let conditions = subject.statement.conditions.indices.map { holds($0, subject, request) }
    let target = conditions.reduce(algebra.and(action, resource), algebra.and)
    let grants = limit(principal, by: target)
    record(
      StatementRecord(
        reference: subject.place, isAllow: subject.statement.isAllow, action: action,
        resource: resource, principal: principal, conditions: conditions, applies: any(grants)))
    return grants
  }

  private func limit(_ grants: MatchGrants<Value>, by value: Value) -> MatchGrants<Value> {
    MatchGrants(
      direct: algebra.and(grants.direct, value), entity: algebra.and(grants.entity, value),
      account: algebra.and(grants.account, value))
  }

  /// `Action` needs one matching entry, `NotAction` none. An empty list makes the statement void.
  private func matchesAction(_ subject: StatementSubject, _ request: AuthorizationRequest) -> Truth
  {
    let element = subject.statement.action
    if element.part.isEmpty { return emptyList(element) }
    let actions = subject.policy.actions
    let patterns = actions.span
    for index in element.part.indices where patterns[index].matches(request.action) {
      return Truth(!element.isNegated)
    }
    return Truth(element.isNegated)
  }

  /// `Resource` needs one matching entry, `NotResource` none. A statement without the element means
  /// the resource that carries the policy.
  private func matchesResource(
    _ subject: StatementSubject, _ request: AuthorizationRequest
  ) -> Value {
    guard let element = subject.statement.resource else { return algebra.value(.true) }
    if element.part.isEmpty { return algebra.value(emptyList(element)) }
    var matches = algebra.value(.false)
    let resources = subject.policy.resources
    let patterns = resources.span
    for index in element.part.indices {
      let truth = patterns[index].matches(
        request.policyResource, in: request.context, isNegated: element.isNegated)
      if let truth {
        matches = algebra.or(matches, algebra.value(truth))
      } else {
        matches = algebra.or(matches, open(resources[index], element.isNegated, request))
      }
      if algebra.isSettledTrue(matches) { break }
    }
    return element.isNegated ? algebra.not(matches) : matches
  }

  private func open(
    _ pattern: ResourcePattern, _ isNegated: Bool, _ request: AuthorizationRequest
  ) -> Value {
    algebra.open(
      .unknownKey,
      .resource(
        ResourceTest(
          pattern: pattern.filled(in: request.context), resource: request.policyResource,
          isNegated: isNegated)))
  }

  /// A list without entries: the statement has no effect, and for a negated element that is open.
  private func emptyList(_ element: CompiledStatement.Element) -> Truth {
    element.isNegated ? .uncertain(.emptyNegatedList) : .false
  }

  private func allHold(_ subject: StatementSubject, _ request: AuthorizationRequest) -> Value {
    var all = algebra.value(.true)
    for index in subject.statement.conditions.indices {
      all = algebra.and(all, holds(index, subject, request))
      if algebra.isSettledFalse(all) { break }
    }
    return all
  }

  /// Whether one clause of the condition holds.
  private func holds(
    _ index: Int, _ subject: StatementSubject, _ request: AuthorizationRequest
  ) -> Value {
    let isInResourcePolicy = subject.layer == .resource
    let conditions = subject.policy.conditions
    let truth = ConditionTest.evaluate(
      conditions[index], for: request, isInResourcePolicy: isInResourcePolicy)
    if let truth { return algebra.value(truth) }
    return algebra.open(
      .unknownKey,
      .condition(
        ConditionTest(
          condition: conditions[index].filled(in: request.context),
          isInResourcePolicy: isInResourcePolicy)))
  }
}
