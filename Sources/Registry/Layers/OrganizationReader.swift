import SQLite

/// Reads where accounts hang in their organization, and the control policies above them.
package final class OrganizationReader {
  private let snapshot: Snapshot
  private var places: [String: OrganizationPlace?] = [:]
  private var levels: [String: [[PolicyHolding]]] = [:]

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Where an account hangs, or `nil` where no record says that it belongs to an organization.
  package func place(of account: String) throws -> OrganizationPlace? {
    if let place = places[account] { return place }
    let place = try readPlace(of: account)
    places[account] = .some(place)
    return place
  }

  /// The control policies of one type that stand above an account: a list for each level from the
  /// root down to the account, empty where none is known for the organization.
  ///
  /// A level at which no policy is known holds one that is missing: AWS leaves none without.
  package func controlPolicies(
    of account: String, type: ControlPolicyType
  ) throws -> [[PolicyHolding]] {
    let key = type.rawValue + account
    if let known = levels[key] { return known }
    var result: [[PolicyHolding]] = []
    if let place = try place(of: account), try isKnown(type) {
      for target in place.targets {
        let holdings = try attached(to: target, type)
        let missing = PolicyHolding(.control(arn: nil, name: "", target: target), document: nil)
        result.append(holdings.isEmpty ? [missing] : holdings)
      }
    }
    levels[key] = result
    return result
  }

  private func isKnown(_ type: ControlPolicyType) throws -> Bool {
    try snapshot.connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM control_policy AS record WHERE record.type = ?2
        AND record.from_revision <= ?1 AND ?1 < record.until_revision)
      """, snapshot.revision, type.rawValue
    ) { try $0.bool(0) } ?? false
  }

  private func attached(
    to target: String, _ type: ControlPolicyType
  ) throws -> [PolicyHolding] {
    try snapshot.connection.query(
      """
      SELECT resource.arn, policy.name, policy.document_id
      FROM control_policy_attachment AS record
      JOIN control_policy AS policy ON policy.resource_id = record.policy_id
        AND policy.from_revision <= ?1 AND ?1 < policy.until_revision
      JOIN resource ON resource.id = record.policy_id
      WHERE record.target = ?2 AND policy.type = ?3
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      ORDER BY resource.arn
      """, snapshot.revision, target, type.rawValue
    ) { row in
      PolicyHolding(
        .control(arn: try row.string(0), name: try row.string(1), target: target),
        document: try row.int64(2))
    }
  }

  private func readPlace(of account: String) throws -> OrganizationPlace? {
    let found = try snapshot.connection.first(
      """
      SELECT account.organization, account.parent, organization.management_account
      FROM account JOIN organization ON organization.organization = account.organization
        AND organization.from_revision <= ?1 AND ?1 < organization.until_revision
      WHERE account.account = ?2
        AND account.from_revision <= ?1 AND ?1 < account.until_revision
      """, snapshot.revision, account
    ) { row in
      (try row.string(0), try row.optionalString(1), try row.string(2))
    }
    guard let (organization, parent, management) = found else { return nil }
    var units: [String] = []
    var next = parent
    while let unit = next, !units.contains(unit) {
      units.append(unit)
      next =
        try snapshot.connection.first(
          """
          SELECT parent FROM organizational_unit AS record WHERE record.unit = ?2
            AND record.from_revision <= ?1 AND ?1 < record.until_revision
          """, snapshot.revision, unit
        ) { try $0.optionalString(0) } ?? nil
    }
    return OrganizationPlace(
      account: account, organization: organization, managementAccount: management,
      units: units.reversed())
  }
}

/// Where an account hangs in its organization.
package struct OrganizationPlace: Hashable, Sendable {
  package let account: String
  package let organization: String
  package let managementAccount: String
  /// The root and the organizational units on the way to the account; empty where the tree is not
  /// known.
  package let units: [String]

  /// What control policies are attached to, from the root down.
  package var targets: [String] { units + [account] }

  /// The value of `aws:PrincipalOrgPaths` and its like.
  ///
  /// Source: IAM User Guide, "AWS global condition context keys", `aws:PrincipalOrgPaths`.
  package var path: String {
    ([organization] + units).joined(separator: "/") + "/"
  }
}
