package import Evaluation

/// One case of a scenario file that brings its own policies: a request, the layers that bear on it,
/// and the decision that is expected.
package struct Scenario: Sendable {
  /// The name by which results refer to the case; empty where it has none.
  package let id: String
  package let request: AuthorizationRequest
  package let layers: PolicyLayers
  /// `nil` where the case only asks.
  package let expected: Verdict?
  /// The documents of the layers, to name statements by.
  let documents: LayerDocuments
}

/// What came of a case that brings its own policies.
package struct ScenarioResult: Sendable {
  package let id: String
  package let decision: Decision
  package let expected: Verdict?

  /// Whether the decision is the expected one; a case that expects nothing passes.
  package var isPassed: Bool { expected.map { $0 == decision.verdict } ?? true }
}

extension Scenario {
  /// Decides the case.
  package func run() -> ScenarioResult {
    ScenarioResult(id: id, decision: Evaluator.evaluate(request, layers), expected: expected)
  }
}
