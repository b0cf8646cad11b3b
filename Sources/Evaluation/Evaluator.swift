/// Decides requests by policies: given the same request and the same policies, always alike.
///
/// It reads nothing but its arguments: no clock, no storage, no environment.
package enum Evaluator {
  /// Decides a request.
  ///
  /// Cost: linear in the statements that can concern the action's service. It allocates nothing
  /// unless a clause compares Base64 or text beyond ASCII.
  package static func evaluate(_ request: AuthorizationRequest, _ layers: PolicyLayers) -> Decision
  {
    var walk = PolicyWalk(ConcreteAlgebra(), NoRecorder())
    return Decision(walk.run(request, layers))
  }

  /// Decides a request and gives all reasons.
  ///
  /// Cost: linear in all statements of the layers.
  package static func explain(
    _ request: AuthorizationRequest, _ layers: PolicyLayers
  ) -> Explanation {
    var walk = PolicyWalk(ConcreteAlgebra(), FullRecorder())
    let decision = Decision(walk.run(request, layers))
    let records = walk.recorder.layers
    return Explanation(
      decision: decision, statements: walk.recorder.statements, layers: records,
      obstacles: decision.verdict == .allowed
        ? [] : Explanation.obstacles(to: request, records))
  }

  /// Finds under which conditions a request is allowed that leaves something open: keys of which its
  /// context does not speak, the name of a session, documents that are missing.
  ///
  /// Cost: quadratic in the conditions that remain.
  package static func evaluateSymbolically(
    _ request: AuthorizationRequest, _ layers: PolicyLayers
  ) -> ConditionalDecision {
    var walk = PolicyWalk(SymbolicAlgebra(), NoRecorder())
    return ConditionalDecision(request, layers, walk.run(request, layers))
  }

  /// The same with what every statement and layer contributes.
  package static func explainSymbolically(
    _ request: AuthorizationRequest, _ layers: PolicyLayers
  ) -> ConditionalExplanation {
    var walk = PolicyWalk(SymbolicAlgebra(), FullRecorder())
    let decision = ConditionalDecision(request, layers, walk.run(request, layers))
    return ConditionalExplanation(
      decision: decision, statements: walk.recorder.statements, layers: walk.recorder.layers)
  }
}
