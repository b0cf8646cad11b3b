import Registry

extension RecordEditor {
  /// Makes a managed policy the one permissions boundary of a user or role, in place of any other.
  ///
  /// Source: IAM API Reference, "PutRolePermissionsBoundary", "PutUserPermissionsBoundary".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func setBoundary(of name: String, to policy: String) throws -> EditedRecord {
    let principal = try bounded(name)
    return try putBoundary(try boundary(policy, for: principal.arn), of: principal)
  }

  /// Takes the permissions boundary of a user or role away.
  ///
  /// - Parameter isOptional: whether a user or role without a boundary is no fault.
  /// - Throws: `EditError` where there is none.
  package func clearBoundary(of name: String, isOptional: Bool) throws -> EditedRecord {
    let principal = try bounded(name)
    let hasBoundary =
      try snapshot.record(User.self, arn: principal.arn)?.permissionsBoundary != nil
      || snapshot.record(Role.self, arn: principal.arn)?.permissionsBoundary != nil
    guard hasBoundary || isOptional else {
      throw EditError(.noSuchEntity, "`\(principal.arn)` has no permissions boundary")
    }
    return try putBoundary(nil, of: principal)
  }

  /// The ARN of a managed policy that can be the boundary of a principal.
  func boundary(_ name: String, for principal: String) throws -> String {
    let policy = try managedPolicy(name, for: principal)
    try checkIsAttachable(policy)
    return policy
  }

  /// Groups have no boundary.
  private func bounded(_ name: String) throws -> ResolvedName {
    let principal = try resolve(name, among: [.role, .user])
    try checkIsNotServiceLinked(principal.arn)
    return principal
  }

  private func putBoundary(_ policy: String?, of principal: ResolvedName) throws -> EditedRecord {
    if var role = try snapshot.record(Role.self, arn: principal.arn) {
      role.permissionsBoundary = policy
      try writer.put(role)
    } else if var user = try snapshot.record(User.self, arn: principal.arn) {
      user.permissionsBoundary = policy
      try writer.put(user)
    }
    return EditedRecord(principal.kind, principal.arn)
  }
}
