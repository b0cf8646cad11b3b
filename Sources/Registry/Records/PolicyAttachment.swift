/// A managed policy attached to a user, group or role.
package struct PolicyAttachment: Record, Hashable {
  package static let table = RecordTable(
    .policyAttachment, "policy_attachment",
    key: [
      .resource("principal", column: "principal_id"), .resource("policy", column: "policy_id"),
    ],
    fields: [], accountColumn: "account")

  /// The ARN of the user, group or role.
  package var principal: String
  /// The ARN of the managed policy.
  package var policy: String

  package init(principal: String, policy: String) {
    self.principal = principal
    self.policy = policy
  }

  package var values: [FieldValue] {
    [.text(principal), .text(policy)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    principal = try fields.text(0)
    policy = try fields.text(1)
  }
}
