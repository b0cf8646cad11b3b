/// What the reference evaluator answers.
package struct ReferenceDecision: Sendable {
  /// One of the three verdicts.
  package var verdict: Verdict
  /// The open rules on which the verdict rests: had they another reading, it could be another.
  package var uncertain: Set<OpenRule>
  /// The rules that the evaluation came upon.
  package var coverage: Coverage
}

/// Evaluates one scenario by the letter of AWS's policy evaluation logic.
///
/// - Throws: ``InvalidScenario`` where the request or a policy is not valid.
package func referenceDecision(of scenario: Scenario) throws -> ReferenceDecision {
  let evaluation = try Evaluation(scenario)
  let (verdict, uncertain) = evaluation.decide()
  return ReferenceDecision(
    verdict: verdict, uncertain: uncertain, coverage: evaluation.coverage)
}
