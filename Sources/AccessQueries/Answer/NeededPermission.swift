import Evaluation

/// A permission that a request needs beside the one for the action asked about.
package struct NeededPermission: Sendable {
  /// The full name of the action; where one of several will do, the one that was found best.
  package let action: String
  /// The ARN, a pattern where the request leaves open which resource it is, or `*`.
  package let resource: String
  package let need: Need
  /// What it is needed for, as the end of a sentence.
  package let purpose: String
  package let outcome: Outcome
  /// How it was decided; `nil` where it was decided over a pattern, or could not be.
  package let answer: AccessAnswer?
  /// Where it was decided over a pattern: the patterns of the resources that Allow statements name.
  package let patterns: [String]

  package init(
    _ action: String, on resource: String, _ need: Need, for purpose: String, outcome: Outcome,
    patterns: [String] = []
  ) {
    self.action = action
    self.resource = resource
    self.need = need
    self.purpose = purpose
    self.outcome = outcome
    self.patterns = patterns
    answer = nil
  }

  package init(
    _ action: String, on resource: String, _ need: Need, for purpose: String, answer: AccessAnswer
  ) {
    self.action = action
    self.resource = resource
    self.need = need
    self.purpose = purpose
    self.outcome = answer.outcome
    self.answer = answer
    patterns = []
  }
}

extension NeededPermission {
  /// When a permission is needed.
  package enum Need: String, Sendable {
    /// AWS decides it together with the action itself: either both allow the request, or it fails.
    case together
    /// The request, as it was described, cannot do without.
    case required
    /// The request may do without: it depends on what it does not tell.
    case conditional
    /// Without it the request succeeds, and gives less.
    case optional
  }
}

extension Outcome {
  /// What two things that are both needed come to: the worse of the two.
  package func and(_ other: Outcome) -> Outcome {
    rank > other.rank ? self : other
  }

  private var rank: Int {
    switch self {
    case .allowed: 0
    case .conditional: 1
    case .unknown: 2
    case .denied: 3
    }
  }
}

extension AccessAnswer {
  /// Whether the request as a whole succeeds: the action itself, and all that it cannot do without.
  package var overall: Outcome {
    needed.filter { $0.need == .together || $0.need == .required }
      .reduce(outcome) { $0.and($1.outcome) }
  }

  /// The answer for a request that AWS decides by several permissions.
  mutating func require(_ answer: AccessAnswer, of question: AccessQuestion, for purpose: String) {
    needed.append(
      NeededPermission(
        question.action, on: question.resource, .together, for: purpose, answer: answer))
    if verdict == .allowed { verdict = answer.verdict }
    outcome = outcome.and(answer.outcome)
    uncertain = Set(uncertain + answer.uncertain).sorted()
  }
}
