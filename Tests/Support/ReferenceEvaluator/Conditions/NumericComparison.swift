// B.4: numbers, compared exactly.

/// A decimal number, exactly: an integer in units of the last decimal place.
struct ExactDecimal {
  private var isNegative: Bool
  /// The digits before and after the point, without zeros that say nothing.
  private var whole: [UInt8]
  private var fraction: [UInt8]

  /// Reads an optional sign, digits, and perhaps a point and digits. Decision: nothing else is a
  /// number, exponents included.
  init?(_ text: String) {
    var digits = text.utf8[...]
    isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let parts = String(digits)?.parts(".") ?? []
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ part in
        !part.isEmpty
          && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      })
    else { return nil }
    let zero = UInt8(ascii: "0")
    whole = Array(parts[0].utf8.drop { $0 == zero })
    fraction = parts.count == 2 ? Array(parts[1].utf8) : []
    while fraction.last == zero { fraction.removeLast() }
    if whole.isEmpty && fraction.isEmpty { isNegative = false }
  }

  /// Whether anything but zeros follows the point.
  var hasFraction: Bool { !fraction.isEmpty }

  /// -1, 0 or 1.
  func compare(_ other: ExactDecimal) -> Int {
    guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
    let magnitude = compareMagnitude(other)
    return isNegative ? -magnitude : magnitude
  }

  private func compareMagnitude(_ other: ExactDecimal) -> Int {
    if whole.count != other.whole.count { return whole.count < other.whole.count ? -1 : 1 }
    let (left, right) = (whole + fraction, other.whole + other.fraction)
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}

extension Comparison {
  /// Whether the positive form of an equality or ordering holds for a result of -1, 0 or 1.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .numericLessThan, .dateLessThan: order < 0
    case .numericLessThanEquals, .dateLessThanEquals: order <= 0
    case .numericGreaterThan, .dateGreaterThan: order > 0
    case .numericGreaterThanEquals, .dateGreaterThanEquals: order >= 0
    default: order == 0
    }
  }
}

extension Evaluation {
  /// B.4: the order of two numbers.
  func compareNumbers(
    _ value: String, _ text: String, _ comparison: Comparison
  ) -> ComparisonResult {
    guard let left = ExactDecimal(value), let right = ExactDecimal(text) else { return .invalid }
    cite(.decimalFraction, if: left.hasFraction || right.hasFraction)
    return .decided(comparison.holds(left.compare(right)))
  }
}
