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

  /// The revisions up to one, the newest first. Cost: linear in their number.
  package func revisions(until newest: Int, limit: Int? = nil) throws -> [Revision] {
    try connection.query(
      "\(Self.revisionSelection) WHERE number <= ?1 ORDER BY number DESC LIMIT ?2",
      newest, limit ?? -1, row: Self.revision)
  }

  /// How many records a revision added, changed and removed. Cost: linear in its changes.
  package func tally(of number: Int) throws -> ChangeTally {
    var tally = ChangeTally()
    try connection.visit(
      """
      SELECT kind, sum(before IS NULL), sum(before IS NOT NULL AND after IS NOT NULL),
        sum(after IS NULL)
      FROM change WHERE revision = ?1 GROUP BY kind
      """, number
    ) { row in
      guard let kind = RecordKind(rawValue: try row.string(0)) else { return }
      for (counts, index) in [(\ChangeTally.added, 1), (\.changed, 2), (\.removed, 3)] {
        let count = try row.int(index)
        if count > 0 { tally[keyPath: counts][kind] = count }
      }
    }
    return tally
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

  private func number(at moment: Moment) throws -> Int {
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
