/// A condition clause where it stands: the clause and what its place does to the answer.
package struct ConditionTest: Hashable, Sendable {
  let condition: CompiledCondition
  /// Whether the clause stands in a resource-based policy.
  let isInResourcePolicy: Bool

  /// Whether the clause holds for a request; `nil` where that hangs on a key that is not known.
  func evaluate(for request: AuthorizationRequest) -> Truth? {
    ConditionTest.evaluate(condition, for: request, isInResourcePolicy: isInResourcePolicy)
  }

  /// The same for a clause and its place, without putting them into a test.
  static func evaluate(
    _ condition: CompiledCondition, for request: AuthorizationRequest,
    isInResourcePolicy: Bool
  ) -> Truth? {
    switch condition.doubt {
    case .none: break
    case .sourceFunction:
      // AWS: one Lambda page recommends the key in resource-based policies, another forbids it.
      let truth = condition.evaluate(in: request.context)
      return isInResourcePolicy ? truth?.marked(.sourceFunctionInResourcePolicy) : truth
    case .principal:
      // AWS: whether a service's own calls have these keys is not written.
      guard case .service = request.caller, request.context.isComplete,
        request.context.listedState(of: condition.key) == nil, condition.truthWithoutKey == nil
      else { break }
      return .uncertain(.principalKeysOfService)
    }
    return condition.evaluate(in: request.context)
  }
}
