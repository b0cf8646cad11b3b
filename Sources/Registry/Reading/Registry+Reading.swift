import SQLite

extension Registry {
  /// Reads the registry as it stood at a moment, in one read transaction.
  ///
  /// - Throws: what `body` throws, `UnknownMoment`, or `SQLiteError`.
  package func read<Result>(
    at moment: Moment = .now, _ body: (Snapshot) throws -> Result
  ) throws -> Result {
    try connection.read {
      try body(Snapshot(connection, at: try number(at: moment)))
    }
  }

  /// What the revisions did to one record, the oldest first. Cost: by index, linear in the answer.
  package func history(
    of kind: RecordKind, key: String, until revision: Int
  ) throws -> [(revision: Int, change: Change)] {
    try connection.query(
      """
      SELECT revision, before, after FROM change
      WHERE kind = ?1 AND key = ?2 AND revision <= ?3 ORDER BY revision
      """, kind.rawValue, key, revision
    ) { row in
      (
        try row.int(0),
        Change(
          kind: kind.rawValue, key: key, before: try row.optionalString(1),
          after: try row.optionalString(2))
      )
    }
  }

  /// The number of the revision that a moment means; 0 is the empty registry before the first.
  ///
  /// - Throws: `UnknownMoment`, or `SQLiteError`. Cost: linear in the revisions for an instant.
  package func number(at moment: Moment) throws -> Int {
    let newest = try head?.number ?? 0
    switch moment {
    case .now: return newest
    case .revision(let number):
      guard (0...newest).contains(number) else {
        throw UnknownMoment(
          message: "there is no revision `@\(number)`; the newest is `@\(newest)`")
      }
      return number
    case .observed(let instant):
      let later =
        try connection.first(
          "SELECT min(number) FROM revision WHERE observed_at > ?1", instant
        ) { try $0.optionalInt(0) } ?? nil
      return (later ?? newest + 1) - 1
    }
  }
}

/// When the registry is looked at.
package enum Moment: Hashable, Sendable {
  /// The newest revision.
  case now
  /// A revision, by its number; 0 is the empty registry before the first.
  case revision(Int)
  /// What was observed by an instant, in UTC as ISO 8601 with milliseconds: the last revision before
  /// the first that observed something later.
  case observed(String)
}

/// A revision was asked for that is not there.
package struct UnknownMoment: Error, Hashable, Sendable, CustomStringConvertible {
  package let message: String

  package var description: String { message }
}
