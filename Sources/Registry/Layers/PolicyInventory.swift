import SQLite

/// Every policy that is in force in a registry, whoever holds it.
package struct PolicyInventory {
  private let snapshot: Snapshot

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Inline policies, the versions of managed policies that are in force, resource-based and trust
  /// policies, and control policies, each with its document, in the order of their names.
  ///
  /// A managed policy stands here without a holder, a control policy without a target. A policy that
  /// AWS manages is in force only where somebody holds it. Cost: linear in the policies.
  package func policies() throws -> [PolicyHolding] {
    try inline() + managed() + resources() + control()
  }

  private func inline() throws -> [PolicyHolding] {
    try snapshot.connection.query(
      """
      SELECT record.name, resource.arn, record.document_id FROM inline_policy AS record
      JOIN resource ON resource.id = record.principal_id
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
      ORDER BY resource.arn, record.name
      """, snapshot.revision
    ) { row in
      PolicyHolding(
        .inline(name: try row.string(0), holder: try row.string(1)), document: try row.int64(2))
    }
  }

  private func managed() throws -> [PolicyHolding] {
    try snapshot.connection.query(
      """
      SELECT resource.arn, policy.default_version, version.document_id
      FROM managed_policy AS policy
      JOIN resource ON resource.id = policy.resource_id
      JOIN managed_policy_version AS version
        ON version.policy_id = policy.resource_id AND version.version = policy.default_version
        AND version.from_revision <= ?1 AND ?1 < version.until_revision
      WHERE policy.from_revision <= ?1 AND ?1 < policy.until_revision
        AND (resource.account <> 'aws' OR EXISTS (
          SELECT 1 FROM policy_attachment AS holding WHERE holding.policy_id = resource.id
            AND holding.from_revision <= ?1 AND ?1 < holding.until_revision
          UNION ALL
          SELECT 1 FROM iam_role AS holding WHERE holding.boundary_id = resource.id
            AND holding.from_revision <= ?1 AND ?1 < holding.until_revision
          UNION ALL
          SELECT 1 FROM iam_user AS holding WHERE holding.boundary_id = resource.id
            AND holding.from_revision <= ?1 AND ?1 < holding.until_revision))
      ORDER BY resource.arn
      """, snapshot.revision
    ) { row in
      PolicyHolding(
        .managed(arn: try row.string(0), version: try row.string(1), holder: ""),
        document: try row.int64(2))
    }
  }

  /// Trust policies among them: they are the resource-based policies of roles.
  private func resources() throws -> [PolicyHolding] {
    try snapshot.connection.query(
      """
      SELECT resource.arn, record.document_id FROM resource_policy AS record
      JOIN resource ON resource.id = record.resource_id
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
      UNION ALL
      SELECT resource.arn, record.trust_id FROM iam_role AS record
      JOIN resource ON resource.id = record.resource_id
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
        AND record.trust_id IS NOT NULL
      ORDER BY 1
      """, snapshot.revision
    ) { row in
      PolicyHolding(.resource(arn: try row.string(0)), document: try row.int64(1))
    }
  }

  private func control() throws -> [PolicyHolding] {
    try snapshot.connection.query(
      """
      SELECT resource.arn, record.name, record.document_id FROM control_policy AS record
      JOIN resource ON resource.id = record.resource_id
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
      ORDER BY resource.arn
      """, snapshot.revision
    ) { row in
      PolicyHolding(
        .control(arn: try row.string(0), name: try row.string(1), target: ""),
        document: try row.int64(2))
    }
  }
}
