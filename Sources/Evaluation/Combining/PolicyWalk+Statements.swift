extension PolicyWalk {
  /// Whether a statement applies, by the level at which it names the caller; `nil` where it
  /// certainly does not.
  mutating func evaluate(
    _ statement: CompiledStatement, of policy: CompiledPolicy, at place: StatementReference
  ) -> MatchGrants<Value>? {
    let seesAll = Recorder.recordsEverything
    let action = algebra.value(matchesAction(statement.action, of: policy))
    if !seesAll && algebra.isSettledFalse(action) { return nil }
    let resource = matchesResource(statement.resource, of: policy)
    if !seesAll && algebra.isSettledFalse(resource) { return nil }
    let principal = matchPrincipal(statement, of: policy, in: place.layer.kind)
    if !seesAll && algebra.isSettledFalse(any(principal)) { return nil }
    let target = algebra.and(action, resource)
    if seesAll {
      return recordingEvaluation(
        StatementRecord(
          reference: place, isAllow: statement.isAllow, action: action, resource: resource,
          principal: principal, conditions: [], applies: target), statement, policy)
    }
    let condition = allHold(statement.conditions, of: policy, in: place.layer.kind)
    if algebra.isSettledFalse(condition) { return nil }
    return limit(principal, by: algebra.and(target, condition))
  }

  private mutating func recordingEvaluation(
    _ partial: StatementRecord<Value>, _ statement: CompiledStatement, _ policy: CompiledPolicy
  ) -> MatchGrants<Value> {
    var statementRecord = partial
    statementRecord.conditions = statement.conditions.indices.map {
      holds(policy.conditions[$0], in: partial.reference.layer.kind)
    }
    let target = statementRecord.conditions.reduce(partial.applies, algebra.and)
    let grants = limit(partial.principal, by: target)
    statementRecord.applies = any(grants)
    record(statementRecord)
    return grants
  }

  private func limit(_ grants: MatchGrants<Value>, by value: Value) -> MatchGrants<Value> {
    MatchGrants(
      direct: algebra.and(grants.direct, value), entity: algebra.and(grants.entity, value),
      account: algebra.and(grants.account, value))
  }

  /// `Action` needs one matching entry, `NotAction` none. An empty list makes the statement void.
  private func matchesAction(
    _ element: CompiledStatement.Element, of policy: CompiledPolicy
  ) -> Truth {
    if element.part.isEmpty { return emptyList(element) }
    let bytes = policy.arena
    let actions = policy.actions
    let arena = bytes.span
    let patterns = actions.span
    for index in element.part.indices where patterns[index].matches(request.action, arena: arena) {
      return Truth(!element.isNegated)
    }
    return Truth(element.isNegated)
  }

  /// `Resource` needs one matching entry, `NotResource` none. A statement without the element means
  /// the resource that carries the policy.
  private func matchesResource(
    _ element: CompiledStatement.Element?, of policy: CompiledPolicy
  ) -> Value {
    guard let element else { return algebra.value(.true) }
    if element.part.isEmpty { return algebra.value(emptyList(element)) }
    var matches = algebra.value(.false)
    let resources = policy.resources
    let patterns = resources.span
    for index in element.part.indices {
      let truth = patterns[index].matches(resource, in: request.context, negated: element.isNegated)
      let value =
        truth.map(algebra.value)
        ?? algebra.open(
          .unknownKey,
          .resource(
            ResourceTest(
              pattern: resources[index].filled(in: request.context), resource: resource,
              isNegated: element.isNegated)))
      matches = algebra.or(matches, value)
      if algebra.isSettledTrue(matches) { break }
    }
    return element.isNegated ? algebra.not(matches) : matches
  }

  /// A list without entries: the statement has no effect, and for a negated element that is open.
  private func emptyList(_ element: CompiledStatement.Element) -> Truth {
    element.isNegated ? .uncertain(.emptyNegatedList) : .false
  }

  private func allHold(
    _ part: CompiledStatement.Part, of policy: CompiledPolicy, in kind: LayerKind
  ) -> Value {
    var all = algebra.value(.true)
    for index in part.indices {
      all = algebra.and(all, holds(policy.conditions[index], in: kind))
      if algebra.isSettledFalse(all) { break }
    }
    return all
  }

  private func holds(_ condition: CompiledCondition, in kind: LayerKind) -> Value {
    let isInResourcePolicy = kind == .resource
    let truth = ConditionTest.evaluate(
      condition, for: request, isInResourcePolicy: isInResourcePolicy)
    if let truth { return algebra.value(truth) }
    return algebra.open(
      .unknownKey,
      .condition(
        ConditionTest(
          condition: condition.filled(in: request.context), isInResourcePolicy: isInResourcePolicy))
    )
  }
}
