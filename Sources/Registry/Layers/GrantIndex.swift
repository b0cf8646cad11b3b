import PolicyLanguage
import SQLite

/// Finds the documents whose Allow statements may match an action and a resource, and who holds them.
package struct GrantIndex {
  private let snapshot: Snapshot

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// The documents with an Allow statement that may match. Cost: one look-up for each prefix of the
  /// two names, then the statements that share a pattern with them.
  package func candidates(action: String, resource: String) throws -> [Int64] {
    let actions = try patterns(
      in: "action_pattern", matching: action.asciiLowercased, ignoringCase: true)
    let resources = try patterns(in: "resource_pattern", matching: resource, ignoringCase: false)
    return try snapshot.connection.query(Self.candidates, actions, resources) { try $0.int64(0) }
  }

  /// The users and roles that hold one of some documents, directly or through a group: those of one
  /// account, or of all where it is `nil`.
  package func holders(of documents: [Int64], in account: String?) throws -> [Int64] {
    let revision = snapshot.revision
    let connection = snapshot.connection
    var holders = try connection.query(Self.inlineHolders, revision, documents, account) {
      try $0.int64(0)
    }
    let policies = try connection.query(Self.managedPolicies, revision, documents) {
      try $0.int64(0)
    }
    holders += try connection.query(Self.attachedHolders, revision, policies, account) {
      try $0.int64(0)
    }
    return try members(of: holders)
  }

  /// The users and roles whose policies are not all known: one is missing, or not valid.
  package func holdersOfUnknown(in account: String?) throws -> [Int64] {
    let connection = snapshot.connection
    let invalid = try connection.query("SELECT id FROM document WHERE is_valid = 0") {
      try $0.int64(0)
    }
    let missing = try connection.query(Self.undescribed, snapshot.revision) { try $0.int64(0) }
    var holders = try self.holders(of: invalid, in: account)
    let attached = try connection.query(
      Self.attachedHolders, snapshot.revision, missing, account
    ) { try $0.int64(0) }
    holders += try members(of: attached)
    return holders
  }

  /// The principals among some holders, and the members of the groups among them.
  private func members(of holders: [Int64]) throws -> [Int64] {
    let users = try snapshot.connection.query(Self.members, snapshot.revision, holders) {
      try $0.int64(0)
    }
    return Set(holders).union(users).sorted()
  }

  private func patterns(
    in table: String, matching name: String, ignoringCase: Bool
  ) throws -> [Int64] {
    var found: [Int64] = []
    let bytes = Array(name.utf8)
    let sql = "SELECT id, pattern FROM \(table) WHERE prefix = ?1"
    for length in 0...bytes.count {
      let prefix = String(decoding: bytes.prefix(length), as: UTF8.self)
      try snapshot.connection.visit(sql, prefix) { row in
        let pattern = try row.string(1)
        // A pattern with a policy variable is left to the evaluator.
        let mayMatch =
          pattern.utf8.contains(UInt8(ascii: "$"))
          || Glob(pattern, ignoringCase: ignoringCase).matches(name)
        if mayMatch { found.append(try row.int64(0)) }
      }
    }
    return found
  }

  private static let candidates = """
    WITH acting (document_id, ordinal) AS (
      SELECT document_id, ordinal FROM statement_action
      WHERE is_negated = 0 AND action_id IN (SELECT value FROM int64array(?1))
      UNION SELECT document_id, ordinal FROM statement_action WHERE is_negated = 1)
    SELECT DISTINCT statement.document_id FROM acting
    JOIN statement USING (document_id, ordinal)
    WHERE statement.effect = 'Allow' AND EXISTS (
      SELECT 1 FROM statement_resource AS reach
      WHERE reach.document_id = statement.document_id AND reach.ordinal = statement.ordinal
        AND (reach.is_negated = 1 OR reach.resource_id IN (SELECT value FROM int64array(?2))))
    ORDER BY 1
    """

  private static let inlineHolders = """
    SELECT DISTINCT principal_id FROM inline_policy AS record
    WHERE record.document_id IN (SELECT value FROM int64array(?2))
      AND (?3 IS NULL OR record.account = ?3)
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """

  private static let managedPolicies = """
    SELECT DISTINCT version.policy_id FROM managed_policy_version AS version
    JOIN managed_policy AS policy ON policy.resource_id = version.policy_id
      AND policy.default_version = version.version
      AND policy.from_revision <= ?1 AND ?1 < policy.until_revision
    WHERE version.document_id IN (SELECT value FROM int64array(?2))
      AND version.from_revision <= ?1 AND ?1 < version.until_revision
    """

  private static let attachedHolders = """
    SELECT DISTINCT principal_id FROM policy_attachment AS record
    WHERE record.policy_id IN (SELECT value FROM int64array(?2))
      AND (?3 IS NULL OR record.account = ?3)
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """

  private static let members = """
    SELECT DISTINCT user_id FROM group_membership AS record
    WHERE record.group_id IN (SELECT value FROM int64array(?2))
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """

  private static let undescribed = """
    SELECT policy_id FROM undescribed_policy AS record
    WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
    UNION
    SELECT policy.resource_id FROM managed_policy AS policy
    WHERE policy.from_revision <= ?1 AND ?1 < policy.until_revision
      AND NOT EXISTS (SELECT 1 FROM managed_policy_version AS version
        WHERE version.policy_id = policy.resource_id AND version.version = policy.default_version
          AND version.from_revision <= ?1 AND ?1 < version.until_revision)
    """
}
