import Registry

/// How people write a moment: `@12`, `2026-08-01` (its end, UTC) or `2026-08-01T12:00:00Z`.
enum MomentText {
  /// The moment that a text means.
  ///
  /// - Throws: `CommandFailure` for any other text.
  static func moment(_ text: String) throws(CommandFailure) -> Moment {
    if text.hasPrefix("@") {
      guard let number = Int(text.dropFirst()), number >= 0 else { throw failure(text) }
      return .revision(number)
    }
    return .observed(try instant(text))
  }

  /// The number of a revision that is written `@12` or `12`.
  static func revision(_ text: String) throws(CommandFailure) -> Int {
    let digits = text.hasPrefix("@") ? text.dropFirst() : text[...]
    guard let number = Int(digits), number > 0 else {
      throw CommandFailure(
        "`\(text)` is no revision", hint: "write @12; `permreg log` lists them")
    }
    return number
  }

  /// An instant as the registry writes it, in UTC with milliseconds; a date is its end.
  static func instant(_ text: String) throws(CommandFailure) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, isDate(bytes.prefix(10)) else { throw failure(text) }
    let date = String(decoding: bytes.prefix(10), as: UTF8.self)
    if bytes.count == 10 { return date + "T23:59:59.999Z" }
    let time = bytes.dropFirst(10)
    guard time.first == UInt8(ascii: "T"), time.last == UInt8(ascii: "Z"),
      let clock = clock(time.dropFirst().dropLast())
    else { throw failure(text) }
    return "\(date)T\(clock)Z"
  }

  /// An instant as the registry writes it; a date is its beginning.
  static func start(_ text: String) throws(CommandFailure) -> String {
    let instant = try instant(text)
    return text.utf8.count == 10 ? text + "T00:00:00.000Z" : instant
  }

  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  private static func clock(_ bytes: ArraySlice<UInt8>) -> String? {
    let halves = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2 else { return nil }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2, 2], let hour = number(parts[0]), hour < 24,
      let minute = number(parts[1]), minute < 60, let second = number(parts[2]), second < 60
    else { return nil }
    var fraction = "000"
    if halves.count == 2 {
      guard (1...9).contains(halves[1].count), number(halves[1]) != nil else { return nil }
      fraction = String((String(decoding: halves[1], as: UTF8.self) + "00").prefix(3))
    }
    return String(decoding: whole, as: UTF8.self) + "." + fraction
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func failure(_ text: String) -> CommandFailure {
    CommandFailure(
      "`\(text)` is no moment",
      hint:
        "write a date (2026-08-01), an instant in UTC (2026-08-01T12:00:00Z) or a revision (@12)",
      status: .usage)
  }
}
