import SQLite

extension Registry {
  /// What a revision did, in its order. Cost: linear in the answer.
  package func changes(of number: Int) throws -> [Change] {
    try connection.query(
      "SELECT kind, key, before, after FROM change WHERE revision = ?1 ORDER BY ordinal", number
    ) { row in
      Change(
        kind: try row.string(0), key: try row.string(1), before: try row.optionalString(2),
        after: try row.optionalString(3))
    }
  }

  /// What leads from the records of one revision to those of another, earlier or later, by kind and
  /// key; what was changed and changed back is left out. Cost: linear in the changes between.
  package func changes(from first: Int, to last: Int) throws -> [Change] {
    let (earlier, later) = (min(first, last), max(first, last))
    let changes = try connection.query(Self.netChanges, earlier, later) { row in
      let (before, after) = (try row.optionalString(2), try row.optionalString(3))
      return Change(
        kind: try row.string(0), key: try row.string(1),
        before: first <= last ? before : after, after: first <= last ? after : before)
    }
    return changes.filter { !$0.before.isSame(as: $0.after) }
  }

  private static let netChanges = """
    SELECT net.kind, net.key, first.before, last.after
    FROM (SELECT kind, key, min(revision) AS first, max(revision) AS last FROM change
      WHERE revision > ?1 AND revision <= ?2 GROUP BY kind, key) AS net
    JOIN change AS first ON first.kind = net.kind AND first.key = net.key
      AND first.revision = net.first
    JOIN change AS last ON last.kind = net.kind AND last.key = net.key
      AND last.revision = net.last
    ORDER BY net.kind, net.key
    """
}
