package import Registry

extension RecordEditor {
  /// Adds a user; nothing where the account has it as described.
  ///
  /// Source: IAM API Reference, "CreateUser".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func addUser(
    _ name: String, path: String, boundary: String?, tags: [Tag]
  ) throws -> EditedRecord {
    try IAMName.check(name, of: .user)
    try IAMName.check(path: path)
    let arn = try iamARN("user\(path)\(name)")
    var user = User(arn: arn, tags: try TagRule(ignoresCase: true).adding(tags, to: Tags()))
    user.permissionsBoundary = try boundary.map { try self.boundary($0, for: arn) }
    if let existing = try snapshot.record(User.self, arn: arn) {
      (user.uniqueID, user.createdAt) = (existing.uniqueID, existing.createdAt)
      guard user == existing else { throw Self.differs(.user, arn) }
      return EditedRecord(.user, arn)
    }
    try checkIsFree(arn, .user)
    try writer.put(user)
    return EditedRecord(.user, arn)
  }

  /// Adds a group; nothing where the account has it.
  ///
  /// Source: IAM API Reference, "CreateGroup".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func addGroup(_ name: String, path: String) throws -> EditedRecord {
    try IAMName.check(name, of: .group)
    try IAMName.check(path: path)
    let arn = try iamARN("group\(path)\(name)")
    if try snapshot.record(Group.self, arn: arn) == nil {
      try checkIsFree(arn, .group)
      try writer.put(Group(arn: arn))
    }
    return EditedRecord(.group, arn)
  }

  /// The refusal of a record that is there with other content.
  static func differs(_ kind: RecordKind, _ name: String, hint: String? = nil) -> EditError {
    EditError(
      lambdaCodes.contains(kind) ? .resourceConflict : .entityAlreadyExists,
      "the \(kind.words) `\(name)` is there already, and differs from what was given",
      hint: hint ?? "`permreg show \(kind.rawValue) \(name)` shows it")
  }

  private static let lambdaCodes: Set<RecordKind> = [
    .function, .version, .alias, .functionURL, .eventSourceMapping, .layerVersion,
  ]
}
