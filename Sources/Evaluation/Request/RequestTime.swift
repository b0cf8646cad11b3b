/// When a request is made, in whole seconds.
package struct RequestTime: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// The time that a text means, a fraction of a second left out: a day, which is its beginning in
  /// UTC, a time with its zone, or seconds since 1970; `nil` for any other text.
  ///
  /// Source: IAM User Guide, "Date condition operators".
  package init?(_ text: String) {
    guard let instant = InstantReading(Array(text.utf8))?.documented else { return nil }
    seconds = instant.seconds
  }

  /// The keys that tell the time, `aws:CurrentTime` and `aws:EpochTime`, with their values.
  ///
  /// Source: IAM User Guide, "AWS global condition context keys", both "always included".
  package var keys: [(key: ContextKey, value: String)] {
    [(.currentTime, description), (.epochTime, String(seconds))]
  }
}

extension RequestTime: CustomStringConvertible {
  /// The time in UTC, such as `2026-08-01T12:00:00Z`.
  package var description: String { Instant(seconds: seconds).description }
}
