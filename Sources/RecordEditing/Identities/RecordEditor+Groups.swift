import Registry

extension RecordEditor {
  /// Adds a user to a group of its account; nothing where it is a member.
  ///
  /// Source: IAM User Guide, "IAM and AWS STS quotas", "IAM groups an IAM user can be a member of".
  ///
  /// - Throws: `EditError` for an eleventh group.
  package func addUser(_ userName: String, toGroup groupName: String) throws -> EditedRecord {
    let membership = try membership(userName, groupName)
    let result = EditedRecord(.groupMembership, membership.user, membership.group)
    let groups = try snapshot.records(GroupMembership.self, whose: "user", is: membership.user)
    guard !groups.contains(membership) else { return result }
    guard groups.count < Self.groupLimit else {
      throw EditError(
        .limitExceeded,
        "`\(membership.user)` is a member of \(groups.count) groups, and may be of "
          + "\(Self.groupLimit)",
        hint: "remove it from one of them:" + Self.list(groups.map(\.group)))
    }
    try writer.put(membership)
    return result
  }

  /// Takes a user out of a group.
  ///
  /// - Parameter isOptional: whether a user who is no member is no fault.
  /// - Throws: `EditError` where the user is no member.
  package func removeUser(
    _ userName: String, fromGroup groupName: String, isOptional: Bool
  ) throws -> EditedRecord {
    let membership = try membership(userName, groupName)
    let isMember = try snapshot.row(
      of: .groupMembership, key: [membership.user, membership.group])
    guard isMember != nil || isOptional else {
      throw EditError(
        .noSuchEntity, "`\(membership.user)` is no member of `\(membership.group)`")
    }
    try writer.remove(.groupMembership, key: membership.key)
    return EditedRecord(.groupMembership, membership.user, membership.group)
  }

  static let groupLimit = 10

  private func membership(_ userName: String, _ groupName: String) throws -> GroupMembership {
    let user = try resolve(userName, among: [.user]).arn
    let account = try ResourceIdentity(arn: user).account
    let group = try RecordEditor(writer, snapshot, place: EditingPlace(account: account))
      .resolve(groupName, among: [.group]).arn
    return GroupMembership(user: user, group: group)
  }
}
