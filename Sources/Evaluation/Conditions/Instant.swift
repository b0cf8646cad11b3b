/// A point in time.
struct Instant: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  var seconds: Int
  /// Attoseconds (10⁻¹⁸ s) since then.
  var attoseconds = 0

  static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.attoseconds) < (right.seconds, right.attoseconds)
  }
}

extension Instant: CustomStringConvertible {
  /// The instant in UTC, such as `2026-01-31T08:30:00Z`; as seconds outside the years 0 to 9999.
  var description: String {
    let days = (seconds - Instant.remainder(seconds, 86_400)) / 86_400
    // The era begins on 1 March of year 0 and has 400 years of 146,097 days in all.
    let shifted = days + 719_468
    let dayOfEra = Instant.remainder(shifted, 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = (shifted - dayOfEra) / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    guard (0...9999).contains(year) else { return String(seconds) }
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let time = Instant.remainder(seconds, 86_400)
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { Instant.padded($0, 2) }
    let date = [Instant.padded(year, 4), Instant.padded(month, 2), Instant.padded(day, 2)]
    return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + fraction + "Z"
  }

  private var fraction: String {
    guard attoseconds > 0 else { return "" }
    var digits = Instant.padded(attoseconds, 18)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  private static func remainder(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}

/// The instants that a text may mean.
///
/// Source: IAM User Guide, "Date condition operators": the W3C profile of ISO 8601, or seconds since
/// 1970.
struct InstantReading: Hashable, Sendable {
  /// The reading that AWS documents. `nil` where the text is a month, of which the documentation
  /// does not say whether it is a date.
  var documented: Instant?
  /// A further reading: the start of a year or of a month, which the profile has but AWS's own list
  /// of forms has not.
  var possible: Instant?

  /// Reads a text; `nil` where it is no date in any form. A number of at most 15 digits counts as
  /// seconds, and a fraction of a second may have 18 digits.
  init?(_ text: [UInt8]) {
    if let seconds = InstantReading.epochSeconds(text) {
      documented = seconds
      // A number of four digits may be a year.
      possible = text.count == 4 ? InstantReading.dateAndTime(text) : nil
      return
    }
    guard let instant = InstantReading.dateAndTime(text) else { return nil }
    let isMonth = text.count == 7
    documented = isMonth ? nil : instant
    possible = isMonth ? instant : nil
  }

  private static func epochSeconds(_ text: [UInt8]) -> Instant? {
    var scanner = DigitScanner(text)
    guard let seconds = scanner.takeNumber(atMost: 15), scanner.isAtEnd else { return nil }
    return Instant(seconds: seconds)
  }

  private static func dateAndTime(_ text: [UInt8]) -> Instant? {
    var scanner = DigitScanner(text)
    guard let year = scanner.takeNumber(digits: 4) else { return nil }
    var month: Int? = 1
    var day: Int? = 1
    if scanner.take("-") {
      month = scanner.takeNumber(digits: 2)
      if scanner.take("-") { day = scanner.takeNumber(digits: 2) }
    }
    guard let month, let day, let days = daysSince1970(year: year, month: month, day: day) else {
      return nil
    }
    if scanner.isAtEnd { return Instant(seconds: days * 86_400) }
    guard text.count > 10, scanner.take("T") else { return nil }
    return scanner.takeTime(days: days)
  }

  /// The number of a day in the proleptic Gregorian calendar; `nil` where the date does not exist.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
    guard (1...12).contains(month), (1...days(ofMonth: month, year)).contains(day) else {
      return nil
    }
    let before = year - 1
    let leapDays = year == 0 ? -1 : before / 4 - before / 100 + before / 400
    let monthDays = (1..<month).reduce(0) { $0 + days(ofMonth: $1, year) }
    return 365 * before + leapDays + monthDays + day - 1 - 719_162
  }

  private static func days(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension DigitScanner {
  /// Takes the digits of a fraction and gives it in units of 10⁻¹⁸; `nil` where no digit comes next
  /// or a digit beyond the eighteenth is not zero.
  fileprivate mutating func takeFraction() -> Int? {
    guard var fraction = takeDigit() else { return nil }
    var count = 1
    while let digit = takeDigit() {
      if count < 18 {
        fraction = fraction * 10 + digit
        count += 1
      } else if digit != 0 {
        return nil
      }
    }
    for _ in count..<18 { fraction *= 10 }
    return Int(fraction)
  }

  /// Takes `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s` and the zone, to the end of the text.
  fileprivate mutating func takeTime(days: Int) -> Instant? {
    guard let minutes = takeHoursAndMinutes() else { return nil }
    var seconds = 0
    var attoseconds = 0
    if take(":") {
      guard let number = takeNumber(digits: 2), number < 60 else { return nil }
      seconds = number
      if take(".") {
        guard let fraction = takeFraction() else { return nil }
        attoseconds = fraction
      }
    }
    guard let offset = takeZone(), isAtEnd else { return nil }
    let whole = days * 86_400 + (minutes - offset) * 60 + seconds
    return Instant(seconds: whole, attoseconds: attoseconds)
  }

  private mutating func takeHoursAndMinutes() -> Int? {
    guard let hours = takeNumber(digits: 2), hours < 24, take(":"),
      let minutes = takeNumber(digits: 2), minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// Takes a zone and gives its distance from UTC in minutes.
  private mutating func takeZone() -> Int? {
    if take("Z") { return 0 }
    let isNegative = take("-")
    guard isNegative || take("+"), let minutes = takeHoursAndMinutes() else { return nil }
    return isNegative ? -minutes : minutes
  }
}
