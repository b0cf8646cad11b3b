package import AccessQueries
import Evaluation

/// What came of a case.
package struct CaseResult: Sendable {
  package let testCase: TestCase
  package let decision: Found
  /// `nil` where the case only asks.
  package let expected: Found?
  package let isPassed: Bool
  /// What the decision rests on although it is not certain.
  package let uncertain: [String]
  /// What was not known of the registry when it was asked.
  package var assumptions: [Assumption] = []
  /// Why the case failed; `nil` where it passed.
  package let failure: Failure?

  /// What a case finds or expects.
  package enum Found: Hashable, Sendable {
    /// A decision, by the word that a case expects it by, or `Unknown` for one that hangs on a
    /// policy which the registry does not have.
    case decision(String)
    /// Everyone, by the names of the answers.
    case principals([String])
  }

  /// Why a case failed.
  package struct Failure: Sendable {
    package let evidence: Evidence
    /// Whether the decision itself is the expected one, and only what decided is not.
    package var isDecisionExpected = false
    /// The layers and Sids of `by` that decided nothing.
    package var idleDeciders: [String] = []
    /// Why AWS's simulator may see it differently.
    package var simulatorNotes: [String] = []
  }

  /// What the failure rests on.
  package enum Evidence: Sendable {
    /// Statements of the case's own policies.
    case inline(InlineReasons)
    /// Statements of the registry.
    case answer(AccessAnswer)
    /// Whom the answers lack, and whom they have beyond the list.
    case principals(missing: [String], surplus: [AccessAnswer])
  }
}

extension AccessAnswer {
  /// The word by which a case expects the answer.
  var word: String {
    switch outcome {
    case .allowed: Expectation.allowed.rawValue
    case .denied: verdict.rawValue
    case .conditional: Expectation.conditional.rawValue
    case .unknown: "Unknown"
    }
  }
}
