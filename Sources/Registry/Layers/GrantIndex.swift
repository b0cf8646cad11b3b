import PolicyLanguage
import SQLite

/// Finds the documents whose Allow statements may match an action and a resource, and who holds them.
package struct GrantIndex {
  private let snapshot: Snapshot

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// The documents with a statement that may match. Cost: one look-up for each prefix of the two
  /// names, then the statements that share a pattern with them.
  package func candidates(action: String, resource: String) throws -> CandidateDocuments {
    let actions = try patterns(
      in: "action_pattern", matching: action.asciiLowercased, ignoringCase: true)
    let resources = try patterns(in: "resource_pattern", matching: resource, ignoringCase: false)
    var reaching: Set<StatementKey> = []
    try snapshot.connection.visit(Self.reaching, resources) { row in
      reaching.insert(StatementKey(document: try row.int64(0), ordinal: try row.int64(1)))
    }
    var found = CandidateDocuments()
    try snapshot.connection.visit(Self.acting, actions) { row in
      let key = StatementKey(document: try row.int64(0), ordinal: try row.int64(1))
      guard reaching.contains(key) else { return }
      if try row.bool(2) { found.granting.insert(key.document) }
      found.relevant.insert(key.document)
    }
    let invalid = try snapshot.connection.query("SELECT id FROM document WHERE is_valid = 0") {
      try $0.int64(0)
    }
    found.invalid = Set(invalid)
    found.relevant.formUnion(invalid)
    return found
  }

  /// The users and roles that hold one of some documents, directly or through a group: those of some
  /// accounts, or of all where they are `nil`.
  package func holders(of documents: Set<Int64>, in accounts: Set<String>?) throws -> Set<Int64> {
    let connection = snapshot.connection
    let revision = snapshot.revision
    let documents = documents.sorted()
    let policies = try connection.query(Self.managedPolicies, revision, documents) {
      try $0.int64(0)
    }
    return try holders(in: accounts) { account in
      try connection.query(Self.inlineHolders(account), revision, documents, account) {
        try $0.int64(0)
      } + attached(policies, account)
    }
  }

  /// The users and roles with a managed policy that no record describes, or whose default version
  /// none does.
  package func holdersOfUndescribed(in accounts: Set<String>?) throws -> Set<Int64> {
    let missing = try snapshot.connection.query(Self.undescribed, snapshot.revision) {
      try $0.int64(0)
    }
    if missing.isEmpty { return [] }
    return try holders(in: accounts) { account in try attached(missing, account) }
  }

  /// What `find` gives for each account, or once for all, with the members of the groups among it.
  private func holders(
    in accounts: Set<String>?, _ find: (String?) throws -> [Int64]
  ) throws -> Set<Int64> {
    guard let accounts else { return try members(of: try find(nil)) }
    return try members(of: try accounts.sorted().flatMap { try find($0) })
  }

  private func attached(_ policies: [Int64], _ account: String?) throws -> [Int64] {
    try snapshot.connection.query(
      Self.attachedHolders(account), snapshot.revision, policies, account
    ) { try $0.int64(0) }
  }

  /// The principals among some holders, and the members of the groups among them.
  private func members(of holders: [Int64]) throws -> Set<Int64> {
    let users = try snapshot.connection.query(Self.members, snapshot.revision, holders) {
      try $0.int64(0)
    }
    return Set(holders).union(users)
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

  // Two covering indexes, intersected here: SQLite would build a tree of each.
  private static let acting = """
    SELECT document_id, ordinal, effect = 'Allow' FROM statement_action
    WHERE is_negated = 0 AND action_id IN (SELECT value FROM int64array(?1))
    UNION ALL
    SELECT document_id, ordinal, effect = 'Allow' FROM statement_action WHERE is_negated = 1
    """

  private static let reaching = """
    SELECT document_id, ordinal FROM statement_resource
    WHERE is_negated = 0 AND resource_id IN (SELECT value FROM int64array(?1))
    UNION ALL
    SELECT document_id, ordinal FROM statement_resource WHERE is_negated = 1
    """

  // The account is a condition of its own only where there is one: SQLite plans no index for a
  // parameter that may be NULL.
  private static func inlineHolders(_ account: String?) -> String {
    """
    SELECT principal_id FROM inline_policy AS record
    WHERE record.document_id IN (SELECT value FROM int64array(?2))
      AND \(account == nil ? "?3 IS NULL" : "record.account = ?3")
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """
  }

  private static let managedPolicies = """
    SELECT DISTINCT version.policy_id FROM managed_policy_version AS version
    JOIN managed_policy AS policy ON policy.resource_id = version.policy_id
      AND policy.default_version = version.version
      AND policy.from_revision <= ?1 AND ?1 < policy.until_revision
    WHERE version.document_id IN (SELECT value FROM int64array(?2))
      AND version.from_revision <= ?1 AND ?1 < version.until_revision
    """

  private static func attachedHolders(_ account: String?) -> String {
    """
    SELECT principal_id FROM policy_attachment AS record
    WHERE record.policy_id IN (SELECT value FROM int64array(?2))
      AND \(account == nil ? "?3 IS NULL" : "record.account = ?3")
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """
  }

  private static let members = """
    SELECT DISTINCT user_id FROM group_membership AS record
    WHERE record.group_id IN (SELECT value FROM int64array(?2))
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """

  private static let undescribed = """
    SELECT policy_id FROM undescribed_policy AS record
    WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
    """
}

private struct StatementKey: Hashable {
  let document: Int64
  let ordinal: Int64
}

/// The documents that may say something about an action on a resource.
package struct CandidateDocuments: Sendable {
  /// Those with an Allow statement that may match.
  package internal(set) var granting: Set<Int64> = []
  /// Those that are not valid: nobody knows what they say.
  package internal(set) var invalid: Set<Int64> = []
  /// Those with a statement of either effect that may match, and those that are not valid. What the
  /// others say has no bearing on the question.
  package internal(set) var relevant: Set<Int64> = []
}
