// B.5: dates, compared as instants.

/// An instant, to any fraction of a second.
struct Instant {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  var seconds: Int
  /// The digits after the decimal point, without zeros at the end.
  var fraction: [UInt8] = []

  /// -1, 0 or 1.
  func compare(_ other: Instant) -> Int {
    if seconds != other.seconds { return seconds < other.seconds ? -1 : 1 }
    if fraction == other.fraction { return 0 }
    return fraction.lexicographicallyPrecedes(other.fraction) ? -1 : 1
  }
}

/// What a text says as a date: one instant, or two readings of a doubtful form (U12).
enum DateReading {
  case instant(Instant)
  /// `YYYY`, which may be a year or epoch seconds.
  case yearOrSeconds(Instant, Instant)
  /// `YYYY-MM`, which may be no date.
  case month(Instant)
}

/// Reads the forms of the W3C profile of ISO 8601, and epoch seconds.
struct DateReader {
  private var rest: ArraySlice<UInt8>

  /// The reading of `text`, or nil where it is no date.
  static func reading(of text: String) -> DateReading? {
    let bytes = Array(text.utf8)
    if !bytes.isEmpty, bytes.allSatisfy({ (48...57).contains($0) }) {
      guard let seconds = Int(text) else { return nil }
      let epoch = Instant(seconds: seconds)
      guard bytes.count == 4 else { return .instant(epoch) }
      return day(seconds, 1, 1).map { .yearOrSeconds($0, epoch) } ?? .instant(epoch)
    }
    var reader = DateReader(rest: bytes[...])
    return reader.date()
  }

  private mutating func date() -> DateReading? {
    guard let year = number(4), take("-"), let month = number(2) else { return nil }
    guard take("-") else {
      return rest.isEmpty ? DateReader.day(year, month, 1).map { .month($0) } : nil
    }
    guard let day = number(2), let midnight = DateReader.day(year, month, day) else { return nil }
    if rest.isEmpty { return .instant(midnight) }
    guard take("T"), let time = time() else { return nil }
    return .instant(Instant(seconds: midnight.seconds + time.seconds, fraction: time.fraction))
  }

  /// `hh:mmTZD`, `hh:mm:ssTZD` or `hh:mm:ss.sTZD`, as seconds after midnight UTC.
  private mutating func time() -> Instant? {
    guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else {
      return nil
    }
    var time = Instant(seconds: hour * 3600 + minute * 60)
    if take(":") {
      guard let second = number(2), second < 60 else { return nil }
      time.seconds += second
      if take(".") {
        let digits = rest.prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        time.fraction = Array(digits)
        while time.fraction.last == UInt8(ascii: "0") { time.fraction.removeLast() }
      }
    }
    guard let offset = offset(), rest.isEmpty else { return nil }
    time.seconds -= offset
    return time
  }

  /// `Z`, `+hh:mm` or `-hh:mm`, in seconds.
  private mutating func offset() -> Int? {
    if take("Z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(2), hours < 24, take(":"),
      let minutes = number(2), minutes < 60
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return isWest ? -offset : offset
  }

  private mutating func number(_ digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Midnight UTC of a day of the Gregorian calendar, or nil where there is no such day.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Instant? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year > 0, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
      return nil
    }
    let earlier = year - 1
    let daysBeforeYear = earlier * 365 + earlier / 4 - earlier / 100 + earlier / 400
    let daysBefore1970 = 719_162
    let days = daysBeforeYear - daysBefore1970 + lengths[..<(month - 1)].reduce(0, +) + day - 1
    return Instant(seconds: days * 86_400)
  }
}

extension Evaluation {
  /// B.5: the order of two instants, under every reading they have.
  func compareDates(
    _ value: String, _ text: String, _ comparison: Comparison
  ) -> ComparisonResult {
    guard let left = DateReader.reading(of: value), let right = DateReader.reading(of: text)
    else { return .invalid }
    citeDateForms(value, text)
    // Every pair of readings; where they agree, nothing is open.
    var results: Set<Bool> = []
    for one in left.instants {
      for other in right.instants { results.insert(comparison.holds(one.compare(other))) }
    }
    // As no date, a month would not match.
    if left.mayBeInvalid || right.mayBeInvalid { results.insert(false) }
    if results.count == 1, let result = results.first { return .decided(result) }
    return .open(.doubtfulForm, reading: nil)
  }

  private func citeDateForms(_ value: String, _ text: String) {
    for form in [value, text] {
      cite(.dateOnly, if: form.utf8.count == 10 && form.containsText("-"))
      cite(.dateEpoch, if: !form.containsText("-"))
      cite(.dateFraction, if: form.containsText("."))
      cite(.dateWithOffset, if: form.containsText("T") && !form.containsText("Z"))
    }
  }
}

extension DateReading {
  fileprivate var instants: [Instant] {
    switch self {
    case .instant(let instant), .month(let instant): [instant]
    case .yearOrSeconds(let year, let seconds): [year, seconds]
    }
  }

  fileprivate var mayBeInvalid: Bool {
    if case .month = self { true } else { false }
  }
}
