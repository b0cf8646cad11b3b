import PolicyLanguage
package import Registry

extension RecordEditor {
  /// A role that is to be added.
  package struct NewRole {
    package var name: String
    package var path = "/"
    package var trustPolicy: CheckedDocument
    /// The name of the managed policy that is to be its boundary.
    package var boundary: String?
    package var tags: [Tag] = []

    package init(name: String, trustPolicy: CheckedDocument) {
      self.name = name
      self.trustPolicy = trustPolicy
    }
  }

  /// Adds a role; nothing where the account has it as described.
  ///
  /// Source: IAM API Reference, "CreateRole".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func addRole(_ new: NewRole) throws -> EditedRecord {
    try IAMName.check(new.name, of: .role)
    try IAMName.check(path: new.path)
    let arn = try iamARN("role\(new.path)\(new.name)")
    try checkIsNotServiceLinked(arn)
    var role = Role(
      arn: arn, tags: try TagRule(ignoresCase: true).adding(new.tags, to: Tags()))
    role.permissionsBoundary = try new.boundary.map { try boundary($0, for: arn) }
    role.trustPolicy = try writer.document(new.trustPolicy.root, as: .trust).digest
    if let existing = try snapshot.record(Role.self, arn: arn) {
      (role.uniqueID, role.createdAt) = (existing.uniqueID, existing.createdAt)
      guard role == existing else { throw Self.differs(.role, arn) }
      return EditedRecord(.role, arn)
    }
    try checkIsFree(arn, .role)
    try writer.put(role)
    return EditedRecord(.role, arn)
  }

  /// Replaces a role's trust policy.
  ///
  /// Source: IAM API Reference, "UpdateAssumeRolePolicy".
  package func setTrustPolicy(
    of name: String, to document: CheckedDocument
  ) throws -> EditedRecord {
    var role = try record(Role.self, named: name)
    try checkIsNotServiceLinked(role.arn)
    role.trustPolicy = try writer.document(document.root, as: .trust).digest
    try writer.put(role)
    return EditedRecord(.role, role.arn)
  }

  /// Only the service itself makes, changes and removes a service-linked role.
  ///
  /// Source: IAM User Guide, "Create a service-linked role".
  func checkIsNotServiceLinked(_ arn: String) throws {
    guard try ResourceIdentity(arn: arn).isServiceLinked else { return }
    throw EditError(
      .unmodifiableEntity, "`\(arn)` is a service-linked role, which only its service can change",
      hint: "`permreg import` takes it from what AWS shows")
  }
}
