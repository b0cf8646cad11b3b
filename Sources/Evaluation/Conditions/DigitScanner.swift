/// Reads digits and signs from the front of a text. It allocates nothing.
struct DigitScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  /// Takes a character, where it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Takes the value of the digit that comes next.
  mutating func takeDigit() -> UInt64? {
    guard index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9")
    else { return nil }
    index += 1
    return UInt64(bytes[index - 1] - UInt8(ascii: "0"))
  }

  /// Takes exactly so many digits, at most 18; `nil` where there are fewer.
  mutating func takeNumber(digits count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let digit = takeDigit() else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Takes the number that comes next; `nil` where no digit does or where it has more than `limit`
  /// digits, which is at most 18.
  mutating func takeNumber(atMost limit: Int) -> Int? {
    guard var number = takeDigit() else { return nil }
    var count = 1
    while let digit = takeDigit() {
      number = number * 10 + digit
      count += 1
      if count > limit { return nil }
    }
    return Int(number)
  }
}
