/// A user's membership of a group.
package struct GroupMembership: Record, Hashable {
  package static let table = RecordTable(
    .groupMembership, "group_membership",
    key: [.resource("user", column: "user_id"), .resource("group", column: "group_id")],
    fields: [])

  /// The ARN of the user.
  package var user: String
  /// The ARN of the group.
  package var group: String

  package init(user: String, group: String) {
    self.user = user
    self.group = group
  }

  package var values: [FieldValue] {
    [.text(user), .text(group)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    user = try fields.text(0)
    group = try fields.text(1)
  }
}
