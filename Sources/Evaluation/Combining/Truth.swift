/// A truth value of three: false, true, or uncertain, with the rules that leave it uncertain.
///
/// Values combine by Kleene's strong logic. A certain value may carry rules too: marks of a doubt
/// that does not change the value. A mark stays as long as the value rests on it.
package struct Truth: Hashable, Sendable {
  private enum Kind: UInt8 {
    case isFalse
    case isUncertain
    case isTrue
  }

  private let kind: Kind
  /// The rules that leave the value uncertain; of a certain value, its marks.
  package let rules: UncertainRules

  private init(_ kind: Kind, _ rules: UncertainRules) {
    self.kind = kind
    self.rules = rules
  }

  package static let `false` = Truth(.isFalse, [])
  package static let `true` = Truth(.isTrue, [])

  /// A value that depends on how AWS decides some rules. The set must have members.
  package static func uncertain(_ rules: UncertainRules) -> Truth {
    Truth(.isUncertain, rules)
  }

  /// The certain value of a Boolean.
  package init(_ value: Bool) {
    self.init(value ? .isTrue : .isFalse, [])
  }

  /// Whether the value is certainly true.
  package var isTrue: Bool { kind == .isTrue }
  /// Whether the value is certainly false.
  package var isFalse: Bool { kind == .isFalse }
  /// Whether the value is certainly true and carries no mark.
  package var isPlainlyTrue: Bool { kind == .isTrue && rules.isEmpty }
  /// Whether the value is certainly false and carries no mark.
  package var isPlainlyFalse: Bool { kind == .isFalse && rules.isEmpty }

  /// The same value with further marks.
  package func marked(_ marks: UncertainRules) -> Truth {
    Truth(kind, rules.union(marks))
  }

  /// False where either is false; true where both are true.
  package static func && (left: Truth, right: Truth) -> Truth {
    left.joined(with: right, deciding: .isFalse)
  }

  /// True where either is true; false where both are false.
  package static func || (left: Truth, right: Truth) -> Truth {
    left.joined(with: right, deciding: .isTrue)
  }

  package static prefix func ! (value: Truth) -> Truth {
    switch value.kind {
    case .isTrue: Truth(.isFalse, value.rules)
    case .isFalse: Truth(.isTrue, value.rules)
    case .isUncertain: value
    }
  }

  /// The operation in which one `deciding` operand decides: the conjunction for false, the
  /// disjunction for true.
  private func joined(with other: Truth, deciding: Kind) -> Truth {
    switch (kind == deciding, other.kind == deciding) {
    case (true, false): return self
    case (false, true): return other
    case (true, true):
      // Either alone would do, so a doubt counts only where both have one.
      let areBothMarked = !rules.isEmpty && !other.rules.isEmpty
      return Truth(deciding, areBothMarked ? rules.union(other.rules) : [])
    case (false, false):
      let isUncertain = kind == .isUncertain || other.kind == .isUncertain
      return Truth(isUncertain ? .isUncertain : kind, rules.union(other.rules))
    }
  }
}
