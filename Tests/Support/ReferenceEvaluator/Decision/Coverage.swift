/// Which rules an evaluation came upon: what it cited, not what it went by in the end.
package struct Coverage: Equatable, Sendable {
  /// A comparison together with what it found.
  package struct Outcome: Hashable, Sendable {
    package var comparison: Comparison
    package var holds: Bool
  }

  /// The rules met.
  package var rules: Set<Rule> = []
  /// The operators evaluated.
  package var operators: Set<OperatorName> = []
  /// The comparisons made, with what they found.
  package var outcomes: Set<Outcome> = []
  /// The open rules met, whether or not the answer rests on them.
  package var open: Set<OpenRule> = []

  /// Nothing met yet.
  package init() {}

  /// Adds what another evaluation met.
  package mutating func formUnion(_ other: Coverage) {
    rules.formUnion(other.rules)
    operators.formUnion(other.operators)
    outcomes.formUnion(other.outcomes)
    open.formUnion(other.open)
  }

  /// What has not been reached, by id or name, in a fixed order. Documents that break U16 are
  /// refused and never evaluated, so it is not counted.
  package var missing: [String] {
    let comparisons = Comparison.allCases.filter { $0 != .null }
    let wanted = comparisons.flatMap { comparison in
      [true, false].map { Outcome(comparison: comparison, holds: $0) }
    }
    return Rule.allCases.filter { !rules.contains($0) }.map(\.rawValue)
      + OperatorName.all.filter { !operators.contains($0) }.map(\.description)
      + wanted.filter { !outcomes.contains($0) }.map { "\($0.comparison.rawValue): \($0.holds)" }
      + OpenRule.allCases.filter { !open.contains($0) && $0 != .emptyNegatedList }.map(\.rawValue)
  }
}
