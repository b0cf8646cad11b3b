import Registry

extension RecordEditor {
  /// Removes a user, group or role that has no policies and no members, and is no member.
  ///
  /// Source: IAM API Reference, "DeleteUser", "DeleteGroup", "DeleteRole". IAM deletes a role that
  /// functions run as; the note names them.
  func removePrincipal(_ name: String, of kind: RecordKind) throws -> EditedRecord {
    let arn = try resolve(name, among: [kind]).arn
    try checkIsNotServiceLinked(arn)
    var users = try attachments(of: arn).map { "attached policy \($0.policy)" }
    users += try inlinePolicies(of: arn).map { "inline policy \($0.name)" }
    if kind == .user {
      users += try snapshot.records(GroupMembership.self, whose: "user", is: arn)
        .map { "membership of \($0.group)" }
    } else if kind == .group {
      users += try snapshot.records(GroupMembership.self, whose: "group", is: arn)
        .map { "member \($0.user)" }
    }
    try checkIsUnused(arn, .deleteConflict, by: users, hint: "detach, remove or leave these first:")
    try writer.remove(kind, key: arn)
    var result = EditedRecord(kind, arn)
    if kind == .role {
      result.notes = try functions(running: arn).map { "\($0) runs as this role, and now cannot" }
    }
    return result
  }

  private func functions(running role: String) throws -> [String] {
    try snapshot.records(Function.self, whose: "role", is: role).map(\.arn)
      + snapshot.records(FunctionVersion.self, whose: "role", is: role).map(\.arn)
  }
}
