/// A control policy attached to a root, an organizational unit or an account.
package struct ControlPolicyAttachment: Record, Hashable {
  package static let table = RecordTable(
    .controlPolicyAttachment, "control_policy_attachment",
    key: [.text("target"), .resource("policy", column: "policy_id")],
    fields: [])

  /// The id of the root, unit or account.
  package var target: String
  /// The ARN of the control policy.
  package var policy: String

  package init(target: String, policy: String) {
    self.target = target
    self.policy = policy
  }

  package var values: [FieldValue] {
    [.text(target), .text(policy)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    target = try fields.text(0)
    policy = try fields.text(1)
  }
}
