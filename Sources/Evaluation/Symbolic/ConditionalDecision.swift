/// The answer to a request that leaves something open: under which conditions what comes of it.
///
/// Under every complete context the formulas say exactly what `Evaluator.evaluate` decides.
package struct ConditionalDecision: Sendable {
  package let request: AuthorizationRequest
  package let layers: PolicyLayers
  /// When the request is allowed: something allows it and nothing denies it.
  package let allowed: ConditionFormula
  /// When a Deny applies.
  package let explicitlyDenied: ConditionFormula
  /// The rules on which the formulas may rest although AWS leaves them open.
  package let uncertain: UncertainRules

  init(
    _ request: AuthorizationRequest, _ layers: PolicyLayers,
    _ outcome: PolicyOutcome<BoundedFormula>
  ) {
    self.request = request
    self.layers = layers
    explicitlyDenied = outcome.denied.possible
    allowed = .allOf([outcome.allowed.certain, explicitlyDenied.negation])
    uncertain = outcome.allowed.rules.union(outcome.denied.rules)
  }

  /// The verdict on the request with a context that says more; `nil` where that is still not
  /// enough. What remains open by its nature (a document that is missing) is resolved by effect.
  package func verdict(under context: RequestContext, as caller: Caller? = nil) -> Verdict? {
    let filled = AuthorizationRequest(
      caller: caller ?? request.caller, action: request.action, resource: request.resource,
      context: context, takesNoResource: request.takesNoResource)
    let valuation = { (literal: ConditionLiteral) -> Bool? in
      if let value = literal.value(for: filled) { return value }
      return context.isComplete ? literal.value(of: .uncertain(literal.atom.openRule)) : nil
    }
    guard let isDenied = explicitlyDenied.value(valuation) else { return nil }
    if isDenied { return .explicitlyDenied }
    return allowed.value(valuation).map { $0 ? .allowed : .implicitlyDenied }
  }
}

/// A conditional decision with what every statement and layer contributes to it.
package struct ConditionalExplanation: Sendable {
  package let decision: ConditionalDecision
  /// Every statement of every layer that bears on the request, part by part.
  package let statements: [StatementRecord<BoundedFormula>]
  package let layers: [LayerRecord<BoundedFormula>]
}
