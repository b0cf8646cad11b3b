/// A decimal number, exact to the last digit.
///
/// Source: IAM User Guide, "Numeric condition operators": integers and decimals compare by value.
struct ExactDecimal: Hashable, Sendable {
  private var isNegative = false
  /// The power of ten of the position before the first digit that is not zero: 0.5 has 0, and 5 has
  /// 1. Zero has the least.
  private var magnitude = Int.min
  /// Digits 1 to 18 and 19 to 36 from there, each filled up with zeros.
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// The number that a text spells: an optional sign, digits, optionally a point with digits, and
  /// optionally an exponent, which JSON allows. `nil` for any other text, and for a number with more
  /// than 36 significant digits or an exponent of more than six.
  init?(_ text: [UInt8]) {
    var scanner = DigitScanner(text)
    let hasMinus = scanner.take("-")
    if !hasMinus { _ = scanner.take("+") }
    var significand = Significand()
    while let digit = scanner.takeDigit() { significand.append(digit, isFraction: false) }
    if scanner.take(".") {
      while let digit = scanner.takeDigit() { significand.append(digit, isFraction: true) }
    }
    guard significand.isReadable, let exponent = ExactDecimal.takeExponent(&scanner),
      scanner.isAtEnd
    else { return nil }
    guard !significand.isZero else { return }
    isNegative = hasMinus
    magnitude = significand.magnitude + exponent
    (high, low) = significand.halves
  }

  /// Takes an exponent such as `e-3`: zero where none comes next, `nil` where it is malformed.
  private static func takeExponent(_ scanner: inout DigitScanner) -> Int? {
    guard scanner.take("e") || scanner.take("E") else { return 0 }
    let isNegative = scanner.take("-")
    if !isNegative { _ = scanner.take("+") }
    guard let exponent = scanner.takeNumber(atMost: 6) else { return nil }
    return isNegative ? -exponent : exponent
  }
}

extension ExactDecimal: Comparable {
  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let (smaller, larger) = left.isNegative ? (right, left) : (left, right)
    return (smaller.magnitude, smaller.high, smaller.low)
      < (larger.magnitude, larger.high, larger.low)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in digits, with a point where it has a fraction. Beyond 40 places with an exponent.
  var description: String {
    guard high > 0 else { return "0" }
    var digits = ExactDecimal.padded(high) + ExactDecimal.padded(low)
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = isNegative ? "-" : ""
    guard (-40...40).contains(magnitude) else { return "\(sign)0.\(digits)e\(magnitude)" }
    if magnitude <= 0 {
      return sign + "0." + String(repeating: "0", count: -magnitude) + digits
    }
    let zeros = String(repeating: "0", count: max(magnitude - digits.count, 0))
    let all = digits + zeros
    let fraction = all.dropFirst(magnitude)
    return sign + all.prefix(magnitude) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func padded(_ half: UInt64) -> String {
    let digits = String(half)
    return String(repeating: "0", count: 18 - digits.count) + digits
  }
}

/// The significant digits of a number while they are read.
private struct Significand {
  private var high: UInt64 = 0
  private var low: UInt64 = 0
  /// How many significant digits were read, zeros at the end included.
  private var count = 0
  private var sawDigit = false
  private var isTooLong = false
  private(set) var magnitude = 0

  var isReadable: Bool { sawDigit && !isTooLong }
  var isZero: Bool { count == 0 }

  mutating func append(_ digit: UInt64, isFraction: Bool) {
    sawDigit = true
    if count == 0 && digit == 0 {
      magnitude -= isFraction ? 1 : 0
      return
    }
    magnitude += isFraction ? 0 : 1
    switch count {
    case ..<18: high = high * 10 + digit
    case ..<36: low = low * 10 + digit
    default: isTooLong = isTooLong || digit != 0
    }
    count += 1
  }

  /// The digits in two numbers of 18 digits each.
  var halves: (UInt64, UInt64) {
    var halves = (high, low)
    for _ in min(count, 18)..<18 { halves.0 *= 10 }
    for _ in max(min(count - 18, 18), 0)..<18 { halves.1 *= 10 }
    return halves
  }
}
