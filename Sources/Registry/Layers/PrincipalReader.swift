import SQLite

/// Reads principals and the policies that they hold, each shared thing once.
package final class PrincipalReader {
  private let snapshot: Snapshot
  private var managed: [Int64: ManagedDefault] = [:]
  private var groups: [Int64: [PolicyHolding]] = [:]
  private var principals: [Int64: Principal] = [:]
  private var identifiers: [String: Int64] = [:]
  /// What each principal holds itself, and the groups it is in; filled ahead by `prepare`.
  private var ownPolicies: [Int64: [PolicyHolding]] = [:]
  private var memberships: [Int64: [Int64]] = [:]

  private struct ManagedDefault {
    let arn: String
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
    guard let id = try identifiers[arn] ?? snapshot.resourceID(arn) else { return nil }
    return try principal(id)
  }

  /// Reads many principals and all that they hold ahead of the questions about them; rows of anything
  /// else are left aside.
  ///
  /// Cost: one pass over the rows of each kind, where asking for each principal takes four
  /// statements apiece.
  package func prepare(_ ids: [Int64]) throws {
    let connection = snapshot.connection
    for selection in [Self.roles, Self.users] {
      try connection.visit(selection, snapshot.revision, ids) { row in
        let principal = try Self.principal(row)
        principals[principal.id] = principal
        identifiers[principal.arn] = principal.id
      }
    }
    let ids = ids.filter { principals[$0] != nil }
    for id in ids { memberships[id] = [] }
    var groupARNs: [Int64: String] = [:]
    try connection.visit(Self.membershipsOfMany, snapshot.revision, ids) { row in
      let group = try row.int64(1)
      memberships[try row.int64(0), default: []].append(group)
      if groupARNs[group] == nil { groupARNs[group] = try row.string(2) }
    }
    var holders = groupARNs.filter { groups[$0.key] == nil }
    for id in ids { holders[id] = principals[id]?.arn }
    let held = try policies(of: holders)
    for (group, _) in groupARNs where groups[group] == nil { groups[group] = held[group] ?? [] }
    for id in ids { ownPolicies[id] = held[id] ?? [] }
  }

  /// The policies that each of some holders has itself; the values are the holders' ARNs.
  private func policies(of holders: [Int64: String]) throws -> [Int64: [PolicyHolding]] {
    let connection = snapshot.connection
    let ids = holders.keys.sorted()
    var held: [Int64: [PolicyHolding]] = [:]
    try connection.visit(Self.inlineOfMany, snapshot.revision, ids) { row in
      let holder = try row.int64(0)
      held[holder, default: []].append(
        PolicyHolding(
          .inline(name: try row.string(1), holder: holders[holder] ?? ""),
          document: try row.int64(2)))
    }
    var attachments: [(holder: Int64, policy: Int64)] = []
    try connection.visit(Self.attachedOfMany, snapshot.revision, ids) { row in
      attachments.append((try row.int64(0), try row.int64(1)))
    }
    let policies = Set(attachments.map(\.policy))
    try prepareManaged(policies.filter { managed[$0] == nil }.sorted())
    for (holder, policy) in attachments {
      let standing = try standing(policy)
      held[holder, default: []].append(
        PolicyHolding(
          .managed(arn: standing.arn, version: standing.version, holder: holders[holder] ?? ""),
          document: standing.document))
    }
    return held
  }

  private func prepareManaged(_ ids: [Int64]) throws {
    try snapshot.connection.visit(Self.standingOfMany, snapshot.revision, ids) { row in
      managed[try row.int64(0)] = try Self.managed(row)
    }
  }

  /// All users and roles of an account. Cost: linear in their number.
  package func principals(of account: String) throws -> [Int64] {
    try snapshot.connection.query(Self.ofAccount, snapshot.revision, account) { try $0.int64(0) }
  }

  /// The identity-based policies of a principal, those of its groups included.
  package func identityPolicies(of principal: Principal) throws -> [PolicyHolding] {
    if ownPolicies[principal.id] == nil { try prepare([principal.id]) }
    let own = ownPolicies[principal.id] ?? []
    return own + (memberships[principal.id] ?? []).flatMap { groups[$0] ?? [] }
  }

  /// The permissions boundary of a principal, or `nil` where it has none.
  package func boundary(of principal: Principal) throws -> PolicyHolding? {
    guard let boundary = principal.boundary else { return nil }
    let standing = try standing(boundary.id)
    return PolicyHolding(
      .boundary(arn: boundary.arn, version: standing.version), document: standing.document)
  }

  private func standing(_ policy: Int64) throws -> ManagedDefault {
    if managed[policy] == nil { try prepareManaged([policy]) }
    return managed[policy] ?? ManagedDefault(arn: "", version: nil, document: nil)
  }

  private static func managed(_ row: borrowing Row) throws -> ManagedDefault {
    ManagedDefault(
      arn: try row.string(1), version: try row.optionalString(2),
      document: try row.optionalInt64(3))
  }

  private static func principal(_ row: borrowing Row) throws -> Principal {
    let boundary = try row.optionalInt64(5)
    return Principal(
      id: try row.int64(0), arn: try row.string(1), account: try row.string(2),
      uniqueID: try row.optionalString(3), tags: Tags(json: try row.string(4)) ?? Tags(),
      boundary: try boundary.map { .init(id: $0, arn: try row.string(6)) },
      trustPolicy: try row.optionalInt64(7))
  }

  private static let role = selection(from: "iam_role", trust: "record.trust_id") + " = ?2"
  private static let user = selection(from: "iam_user", trust: "NULL") + " = ?2"
  private static let roles =
    selection(from: "iam_role", trust: "record.trust_id") + " IN (SELECT value FROM int64array(?2))"
  private static let users =
    selection(from: "iam_user", trust: "NULL") + " IN (SELECT value FROM int64array(?2))"

  private static func selection(from table: String, trust: String) -> String {
    """
    SELECT resource.id, resource.arn, resource.account, record.unique_id, record.tags,
      record.boundary_id, boundary.arn, \(trust)
    FROM \(table) AS record
    JOIN resource ON resource.id = record.resource_id
    LEFT JOIN resource AS boundary ON boundary.id = record.boundary_id
    WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
      AND record.resource_id
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

  private static let membershipsOfMany = """
    SELECT record.user_id, record.group_id, resource.arn FROM group_membership AS record
    JOIN resource ON resource.id = record.group_id
    WHERE record.user_id IN (SELECT value FROM int64array(?2))
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY record.user_id, record.group_id
    """

  private static let inlineOfMany = """
    SELECT principal_id, name, document_id FROM inline_policy AS record
    WHERE record.principal_id IN (SELECT value FROM int64array(?2))
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY principal_id, name
    """

  private static let attachedOfMany = """
    SELECT record.principal_id, record.policy_id FROM policy_attachment AS record
    WHERE record.principal_id IN (SELECT value FROM int64array(?2))
      AND record.from_revision <= ?1 AND ?1 < record.until_revision
    ORDER BY record.principal_id, record.policy_id
    """

  /// A policy that no record describes has an ARN alone.
  private static let standingOfMany = """
    SELECT resource.id, resource.arn, policy.default_version, version.document_id FROM resource
    LEFT JOIN managed_policy AS policy ON policy.resource_id = resource.id
      AND policy.from_revision <= ?1 AND ?1 < policy.until_revision
    LEFT JOIN managed_policy_version AS version
      ON version.policy_id = policy.resource_id AND version.version = policy.default_version
      AND version.from_revision <= ?1 AND ?1 < version.until_revision
    WHERE resource.id IN (SELECT value FROM int64array(?2))
    """
}

extension Snapshot {
  /// The row of an ARN, or `nil` where no record ever spoke of it.
  package func resourceID(_ arn: String) throws -> Int64? {
    try connection.first("SELECT id FROM resource WHERE arn = ?1", arn) { try $0.int64(0) }
  }
}
