import Glibc

/// Instants as the registry writes them: ISO 8601 in UTC with milliseconds.
enum ObservationTime {
  /// The instant that an ISO 8601 text with an offset names, or `nil`.
  ///
  /// The AWS CLI writes `Z`, `+00:00` or `+0000`, a `T` or a space, and seconds with or without a
  /// fraction, which is cut to milliseconds.
  static func normalized(_ text: String) -> String? {
    var scanner = TimeScanner(text)
    guard
      let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T") || scanner.skip(" "),
      let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
      scanner.skip(":"), let second = scanner.number(2),
      let milliseconds = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd,
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    parts.tm_hour = Int32(hour)
    parts.tm_min = Int32(minute)
    parts.tm_sec = Int32(second)
    return instant(seconds: timegm(&parts) - offset, milliseconds: milliseconds)
  }

  /// The present instant.
  static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return instant(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
  }

  private static func instant(seconds: Int, milliseconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [
      padded(Int(parts.tm_year) + 1900, 4), padded(Int(parts.tm_mon) + 1, 2),
      padded(Int(parts.tm_mday), 2),
    ].joined(separator: "-")
    let time = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
      .map { padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(time).\(padded(milliseconds, 3))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Reads the parts of an instant from left to right.
private struct TimeScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ digits: Int) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// The milliseconds; 0 where there is no fraction.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var milliseconds = 0
    var scale = 100
    var isEmpty = true
    while let digit = digit() {
      milliseconds += digit * scale
      scale /= 10
      isEmpty = false
    }
    return isEmpty ? nil : milliseconds
  }

  /// The offset from UTC in seconds.
  mutating func offset() -> Int? {
    if skip("Z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(2) else { return nil }
    _ = skip(":")
    guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
  }

  private mutating func digit() -> Int? {
    guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      return nil
    }
    rest.removeFirst()
    return Int(byte - UInt8(ascii: "0"))
  }
}
