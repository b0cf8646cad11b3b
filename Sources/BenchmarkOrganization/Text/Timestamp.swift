/// A moment in UTC, to the second.
struct Timestamp: Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; not negative.
  let seconds: Int

  /// 2022-01-01T00:00:00Z: nothing in a generated organization is older.
  static let oldest = Timestamp(seconds: 1_640_995_200)

  /// 2026-01-01T00:00:00Z: everything in a generated organization was made before.
  static let newest = Timestamp(seconds: 1_767_225_600)

  /// A moment between `oldest` and `newest`.
  static func past(_ stream: inout SplitMix64) -> Timestamp {
    Timestamp(seconds: oldest.seconds + stream.below(newest.seconds - oldest.seconds))
  }

  /// The moment so many seconds later.
  func advanced(by seconds: Int) -> Timestamp {
    Timestamp(seconds: self.seconds + seconds)
  }

  /// `2025-01-02T03:04:05+00:00`, as the AWS CLI prints a timestamp.
  var commandLineText: String { dateAndTime + "+00:00" }

  /// `2025-01-02T03:04:05.000+0000`, as Lambda prints `LastModified` of a function.
  var lambdaText: String { dateAndTime + ".000+0000" }

  /// `2025-01-02T03:04:05Z`.
  var internetText: String { dateAndTime + "Z" }

  private var dateAndTime: String {
    let (year, month, day) = Self.civil(daysSinceEpoch: seconds / 86_400)
    let time = seconds % 86_400
    let date = "\(year)-\(pad(month))-\(pad(day))"
    return date + "T\(pad(time / 3_600)):\(pad(time / 60 % 60)):\(pad(time % 60))"
  }

  private func pad(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The Gregorian date of a day at or after 1970-01-01.
  ///
  /// Counts in eras of 400 years that begin on 1 March, so that the leap day ends a year.
  private static func civil(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSinceEpoch + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
