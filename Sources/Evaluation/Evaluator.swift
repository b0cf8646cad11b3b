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
}
