/// A truth value of three: false, true, or uncertain, with the rules that leave it uncertain.
///
/// Values combine by Kleene's strong logic. A certain value may carry rules too: marks of a doubt
/// that does not change the value. A mark stays as long as the value rests on it.
package struct Truth: Hashable, Sendable {
  /// The rules in the low bits, the kind in the high ones. Plain false is zero.
  private let bits: UInt32

  private static let trueBit: UInt32 = 1 << 31
  private static let uncertainBit: UInt32 = 1 << 30
  private static let ruleBits: UInt32 = uncertainBit - 1

  private init(bits: UInt32) {
    self.bits = bits
  }

  package static let `false` = Truth(bits: 0)
  package static let `true` = Truth(bits: trueBit)

  /// A value that depends on how AWS decides some rules. The set must have members.
  package static func uncertain(_ rules: UncertainRules) -> Truth {
    Truth(bits: uncertainBit | rules.rawValue)
  }

  /// The certain value of a Boolean.
  package init(_ value: Bool) {
    bits = value ? Truth.trueBit : 0
  }

  /// Whether the value is certainly true.
  package var isTrue: Bool { bits & Truth.trueBit != 0 }
  /// Whether the value is certainly false.
  package var isFalse: Bool { bits <= Truth.ruleBits }
  /// Whether the value is certainly true and carries no mark.
  package var isPlainlyTrue: Bool { bits == Truth.trueBit }
  /// Whether the value is certainly false and carries no mark.
  package var isPlainlyFalse: Bool { bits == 0 }
  /// The rules that leave the value uncertain; of a certain value, its marks.
  package var rules: UncertainRules { UncertainRules(rawValue: bits & Truth.ruleBits) }

  /// The same value with further marks.
  package func marked(_ marks: UncertainRules) -> Truth {
    Truth(bits: bits | marks.rawValue)
  }

  /// False where either is false; true where both are true.
  package static func && (left: Truth, right: Truth) -> Truth {
    if left.isPlainlyFalse || right.isPlainlyTrue { return left }
    if right.isPlainlyFalse || left.isPlainlyTrue { return right }
    return joined(left, right, decides: \.isFalse)
  }

  /// True where either is true; false where both are false.
  package static func || (left: Truth, right: Truth) -> Truth {
    if left.isPlainlyTrue || right.isPlainlyFalse { return left }
    if right.isPlainlyTrue || left.isPlainlyFalse { return right }
    return joined(left, right, decides: \.isTrue)
  }

  package static prefix func ! (value: Truth) -> Truth {
    let isUncertain = value.bits & uncertainBit != 0
    return isUncertain ? value : Truth(bits: value.bits ^ trueBit)
  }

  /// The operation in which one operand decides that `decides` singles out: a false one in a
  /// conjunction, a true one in a disjunction.
  private static func joined(
    _ left: Truth, _ right: Truth, decides: (Truth) -> Bool
  ) -> Truth {
    switch (decides(left), decides(right)) {
    case (true, false): return left
    case (false, true): return right
    case (true, true):
      // Either alone would do, so a doubt counts only where both have one.
      let areBothMarked = !left.rules.isEmpty && !right.rules.isEmpty
      return Truth(bits: areBothMarked ? left.bits | right.bits : left.bits & trueBit)
    case (false, false):
      let all = left.bits | right.bits
      return Truth(bits: all & uncertainBit != 0 ? all & ~trueBit : all)
    }
  }
}
