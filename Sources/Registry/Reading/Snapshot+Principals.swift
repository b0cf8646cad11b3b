import SQLite

extension Snapshot {
  /// The ARN of an account's role by its name alone, or `nil`.
  package func roleARN(named name: String, in account: String) throws -> String? {
    try connection.first(
      """
      SELECT resource.arn FROM resource
      JOIN iam_role AS record ON record.resource_id = resource.id
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      WHERE resource.name = ?2 AND resource.type = 'role' AND resource.account = ?3
      """, revision, name, account
    ) { try $0.string(0) }
  }

  /// The rows of the users and roles that have a unique id (`AIDA…`, `AROA…`).
  package func principals(withUniqueID id: String) throws -> [Int64] {
    try connection.query(
      """
      SELECT resource_id FROM iam_role AS record WHERE record.unique_id = ?2
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      UNION
      SELECT resource_id FROM iam_user AS record WHERE record.unique_id = ?2
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      """, revision, id
    ) { try $0.int64(0) }
  }
}
