import SQLite

/// Reads principals and the policies that they hold, each shared thing once.
package final class PrincipalReader {
  private let snapshot: Snapshot
  private var managed: [Int64: ManagedDefault] = [:]
  private var groups: [Int64: [PolicyHolding]] = [:]
  private var principals: [Int64: Principal] = [:]

  private struct ManagedDefault {
    let version: String?
    let document: Int64?
  }

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// The principal of a row of `resource`, or `nil` where it is neither a user nor a role.
  package func principal(_ id: Int64) throws -> Principal? {
    if let principal = principals[id] { return principal }
    let principal =
      try snapshot.connection.first(Self.role, snapshot.revision, id, row: Self.principal)
      ?? snapshot.connection.first(Self.user, snapshot.revision, id, row: Self.principal)
    principals[id] = principal
    return principal
  }

  /// The principal of an ARN, or `nil`.
  package func principal(arn: String) throws -> Principal? {
    guard let id = try snapshot.resourceID(arn) else { return nil }
    return try principal(id)
  }

  /// All users and roles of an account. Cost: linear in their number.
  package func principals(of account: String) throws -> [Int64] {
    try snapshot.connection.query(Self.ofAccount, snapshot.revision, account) { try $0.int64(0) }
  }

  /// The identity-based policies of a principal, those of its groups included.
  package func identityPolicies(of principal: Principal) throws -> [PolicyHolding] {
    var holdings = try ownPolicies(principal.id, holder: principal.arn)
    try snapshot.connection.visit(Self.memberships, snapshot.revision, principal.id) { row in
      let id = try row.int64(0)
      let policies: [PolicyHolding]
      if let known = groups[id] {
        policies = known
      } else {
        policies = try ownPolicies(id, holder: try row.string(1))
        groups[id] = policies
      }
      holdings += policies
    }
    return holdings
  }

  /// The permissions boundary of a principal, or `nil` where it has none.
  package func boundary(of principal: Principal) throws -> PolicyHolding? {
    guard let boundary = principal.boundary else { return nil }
    let standing = try standing(boundary.id)
    return PolicyHolding(
      .boundary(arn: boundary.arn, version: standing.version), document: standing.document)
  }

  private func ownPolicies(_ id: Int64, holder: String) throws -> [PolicyHolding] {
    var holdings = try snapshot.connection.query(Self.inline, snapshot.revision, id) { row in
      PolicyHolding(
        .inline(name: try row.string(0), holder: holder), document: try row.int64(1))
    }
    let attached = try snapshot.connection.query(Self.attached, snapshot.revision, id) { row in
      (try row.int64(0), try row.string(1))
    }
    for (policy, arn) in attached {
      let standing = try standing(policy)
      holdings.append(
        PolicyHolding(
          .managed(arn: arn, version: standing.version, holder: holder),
          document: standing.document))
    }
    return holdings
  }

  private func standing(_ policy: Int64) throws -> ManagedDefault {
    if let known = managed[policy] { return known }
    let found = try snapshot.connection.first(Self.standing, snapshot.revision, policy) { row in
      ManagedDefault(version: try row.string(0), document: try row.optionalInt64(1))
    }
    let standing = found ?? ManagedDefault(version: nil, document: nil)
    managed[policy] = standing
    return standing
  }

  private static func principal(_ row: borrowing Row) throws -> Principal {
    let boundary = try row.optionalInt64(5)
    return Principal(
      id: try row.int64(0), arn: try row.string(1), account: try row.string(2),
      uniqueID: try row.optionalString(3), tags: Tags(json: try row.string(4)) ?? Tags(),
      boundary: try boundary.map { .init(id: $0, arn: try row.string(6)) },
      trustPolicy: try row.optionalInt64(7))
  }

  private static let role = selection(from: "iam_role", trust: "record.trust_id")
  private static let user = selection(from: "iam_user", trust: "NULL")

  private static func selection(from table: String, trust: String) -> String {
    """
    SELECT resource.id, resource.arn, resource.account, record.unique_id, record.tags,
      record.boundary_id, boundary.arn, \(trust)
    FROM \(table) AS record
    JOIN resource ON resource.id = record.resource_id
    LEFT JOIN resource AS boundary ON boundary.id = record.boundary_id
    WHERE record.resource_id = ?2
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    """
  }

  private static let ofAccount = """
    SELECT resource.id FROM resource
    WHERE resource.account = ?2 AND resource.service = 'iam' AND resource.type IN ('role', 'user')
      AND (EXISTS (SELECT 1 FROM iam_role AS record WHERE record.resource_id = resource.id
          AND record.from_revision <= ?1 AND ?1 < record.until_revision)
        OR EXISTS (SELECT 1 FROM iam_user AS record WHERE record.resource_id = resource.id
          AND record.from_revision <= ?1 AND ?1 < record.until_revision))
    ORDER BY resource.id
    """

  private static let memberships = """
    SELECT record.group_id, resource.arn FROM group_membership AS record
    JOIN resource ON resource.id = record.group_id
    WHERE record.user_id = ?2 AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY record.group_id
    """

  private static let inline = """
    SELECT name, document_id FROM inline_policy AS record
    WHERE record.principal_id = ?2
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY name
    """

  private static let attached = """
    SELECT record.policy_id, resource.arn FROM policy_attachment AS record
    JOIN resource ON resource.id = record.policy_id
    WHERE record.principal_id = ?2
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY resource.arn
    """

  private static let standing = """
    SELECT policy.default_version, version.document_id FROM managed_policy AS policy
    LEFT JOIN managed_policy_version AS version
      ON version.policy_id = policy.resource_id AND version.version = policy.default_version
      AND version.from_revision <= ?1 AND ?1 < version.until_revision
    WHERE policy.resource_id = ?2
      AND policy.from_revision <= ?1 AND ?1 < policy.until_revision
    """
}

extension Snapshot {
  /// The row of an ARN, or `nil` where no record ever spoke of it.
  package func resourceID(_ arn: String) throws -> Int64? {
    try connection.first("SELECT id FROM resource WHERE arn = ?1", arn) { try $0.int64(0) }
  }
}
