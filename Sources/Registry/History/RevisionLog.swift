import SQLite

/// Which revisions a log lists.
package struct RevisionFilter: Sendable {
  /// The key of a record that they changed, or the first part of one.
  package var record: String?
  /// A kind of record that they changed.
  package var kind: RecordKind?
  /// Who wrote them.
  package var actor: String?
  /// The instant from which they were recorded, as ISO 8601 with milliseconds.
  package var since: String?
  /// The instant until which they were recorded, inclusive.
  package var until: String?

  package init() {}

  /// The condition on `revision`, whose parameters start at `?3`.
  fileprivate static let condition = """
    (?3 IS NULL OR actor = ?3) AND (?4 IS NULL OR recorded_at >= ?4)
      AND (?5 IS NULL OR recorded_at <= ?5)
      AND (?6 IS NULL AND ?7 IS NULL OR number IN (
        SELECT revision FROM change
        WHERE kind IN (SELECT value FROM json_each(?8))
          AND (?6 IS NULL OR key = ?6 OR key >= ?6 || ' ' AND key < ?6 || '!')))
    """

  /// The kinds to look for a record among, as JSON.
  fileprivate var kinds: String {
    let kinds = kind.map { [$0] } ?? RecordKind.allCases
    return "[\(kinds.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]"
  }
}

/// A revision with what it did.
package struct LogEntry: Hashable, Sendable {
  package let revision: Revision
  package let tally: ChangeTally
}

extension Registry {
  /// The revisions up to one that a filter lets through, the newest first, each with its tally.
  ///
  /// Cost: one query, linear in the changes of the revisions that are listed.
  package func log(
    _ filter: RevisionFilter = RevisionFilter(), until newest: Int, limit: Int? = nil
  ) throws -> [LogEntry] {
    var entries: [LogEntry] = []
    var statement = try connection.prepare(Self.logQuery)
    try statement.bind(
      newest, limit ?? -1, filter.actor, filter.since, filter.until, filter.record,
      filter.kind?.rawValue, filter.kinds)
    while try statement.next({ row in
      let revision = try Self.revision(row)
      var tally = ChangeTally()
      if entries.last?.revision.number == revision.number {
        tally = entries.removeLast().tally
      }
      try tally.count(row, from: 9)
      entries.append(LogEntry(revision: revision, tally: tally))
      return true
    }) != nil {}
    return entries
  }

  private static let logQuery = """
    SELECT listed.*, change.kind, sum(before IS NULL),
      sum(before IS NOT NULL AND after IS NOT NULL), sum(after IS NULL)
    FROM (\(revisionSelection) WHERE number <= ?1 AND \(RevisionFilter.condition)
      ORDER BY number DESC LIMIT ?2) AS listed
    JOIN change ON change.revision = listed.number
    GROUP BY listed.number, change.kind ORDER BY listed.number DESC
    """
}

extension ChangeTally {
  /// Takes in a kind with the counts of what was added, changed and removed.
  fileprivate mutating func count(_ row: borrowing Row, from column: Int) throws {
    guard let kind = RecordKind(rawValue: try row.string(column)) else { return }
    for (counts, index) in [(\ChangeTally.added, 1), (\.changed, 2), (\.removed, 3)] {
      let count = try row.int(column + index)
      if count > 0 { self[keyPath: counts][kind] = count }
    }
  }
}
