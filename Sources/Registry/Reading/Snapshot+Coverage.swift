import SQLite

extension Snapshot {
  /// Whether a scope was looked at and shown, wholly or in part.
  package func hasCoverage(_ scope: String, account: String, region: String) throws -> Bool {
    try connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM coverage AS record
        WHERE record.scope = ?2 AND record.account = ?3 AND record.region = ?4
          AND record.status IN ('complete', 'partial')
          AND record.from_revision <= ?1 AND ?1 < record.until_revision)
      """, revision, scope, account, region
    ) { try $0.bool(0) } ?? false
  }
}
