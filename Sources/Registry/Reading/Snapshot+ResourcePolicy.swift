import SQLite

extension Snapshot {
  /// The row of the document that is a resource's own policy, or `nil`.
  package func resourcePolicy(of arn: String) throws -> Int64? {
    try connection.first(
      """
      SELECT record.document_id FROM resource
      JOIN resource_policy AS record ON record.resource_id = resource.id
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      WHERE resource.arn = ?2
      """, revision, arn
    ) { try $0.int64(0) }
  }

  /// Whether a user or role of an account was ever known.
  package func hasPrincipals(in account: String) throws -> Bool {
    try connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM resource
        WHERE account = ?1 AND service = 'iam' AND type IN ('role', 'user'))
      """, account
    ) { try $0.bool(0) } ?? false
  }

  /// The accounts in which a user or role is known, in ascending order.
  package func accountsWithPrincipals() throws -> Set<String> {
    let accounts = try connection.query(
      """
      WITH RECURSIVE next (account) AS (
        SELECT min(account) FROM resource
        UNION ALL
        SELECT (SELECT min(account) FROM resource WHERE account > next.account) FROM next
        WHERE next.account IS NOT NULL)
      SELECT account FROM next WHERE account IS NOT NULL AND EXISTS (
        SELECT 1 FROM resource WHERE resource.account = next.account
          AND service = 'iam' AND type IN ('role', 'user'))
      """
    ) { try $0.string(0) }
    return Set(accounts)
  }

  /// The ARNs of the functions, of one account or Region where one is given.
  package func functions(in account: String? = nil, region: String? = nil) throws -> [String] {
    try connection.query(
      """
      SELECT resource.arn FROM lambda_function AS record
      JOIN resource ON resource.id = record.resource_id
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
        AND (?2 IS NULL OR resource.account = ?2) AND (?3 IS NULL OR resource.region = ?3)
      ORDER BY resource.arn
      """, revision, account, region
    ) { try $0.string(0) }
  }
}
