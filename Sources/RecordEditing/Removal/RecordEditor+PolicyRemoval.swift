import Registry

extension RecordEditor {
  /// Removes a managed policy with its last version, where nobody has it attached or as boundary.
  ///
  /// Source: IAM API Reference, "DeletePolicy".
  func removeManagedPolicy(_ name: String) throws -> EditedRecord {
    let policy = try record(ManagedPolicy.self, named: name)
    var users = try snapshot.records(PolicyAttachment.self, whose: "policy", is: policy.arn)
      .map { "attached to \($0.principal)" }
    users += try snapshot.records(
      Role.self, whose: "permissions_boundary", is: policy.arn
    ).map { "boundary of \($0.arn)" }
    users += try snapshot.records(
      User.self, whose: "permissions_boundary", is: policy.arn
    ).map { "boundary of \($0.arn)" }
    try checkIsUnused(policy.arn, .deleteConflict, by: users)
    let versions = try versions(of: policy.arn)
    let others = versions.map(\.version).filter { $0 != policy.defaultVersion }
    let isOfAWS = try ResourceIdentity(arn: policy.arn).isPolicyOfAWS
    guard others.isEmpty || isOfAWS else {
      throw EditError(
        .deleteConflict, "`\(policy.arn)` has versions besides the one in force",
        hint: "`permreg remove managed-policy-version` removes \(others.joined(separator: ", "))")
    }
    for version in versions { try writer.remove(.managedPolicyVersion, key: version.key) }
    try writer.remove(.managedPolicy, key: policy.arn)
    try writer.remove(.resourceTags, key: policy.arn)
    return EditedRecord(.managedPolicy, policy.arn)
  }

  /// Removes a version of a managed policy that is not in force.
  ///
  /// Source: IAM API Reference, "DeletePolicyVersion".
  func removePolicyVersion(_ version: String, of name: String) throws -> EditedRecord {
    let policy = try record(ManagedPolicy.self, named: name)
    try checkIsCustomerManaged(policy.arn)
    let versions = try versions(of: policy.arn)
    guard let record = versions.first(where: { $0.version == version }) else {
      throw EditError(
        .noSuchEntity, "the policy `\(policy.arn)` has no version `\(version)`",
        hint: "its versions are \(versions.map(\.version).joined(separator: ", "))")
    }
    guard version != policy.defaultVersion else {
      throw EditError(
        .deleteConflict, "`\(version)` is the version of `\(policy.arn)` in force",
        hint: "put another in force with `permreg set-default-policy-version`, or remove the policy"
      )
    }
    try writer.remove(.managedPolicyVersion, key: record.key)
    return EditedRecord(.managedPolicyVersion, policy.arn, version)
  }
}
