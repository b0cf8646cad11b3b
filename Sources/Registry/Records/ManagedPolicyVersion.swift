/// One version of a managed policy.
package struct ManagedPolicyVersion: Record, Hashable {
  package static let table = RecordTable(
    .managedPolicyVersion, "managed_policy_version",
    key: [.resource("policy", column: "policy_id"), .text("version")],
    fields: [.text("created_at"), .document("document")])

  /// The ARN of the managed policy.
  package var policy: String
  /// The id, `v1`.
  package var version: String
  /// When IAM made the version.
  package var createdAt: String?
  /// The policy document.
  package var document: DocumentDigest

  package init(
    policy: String,
    version: String,
    createdAt: String? = nil,
    document: DocumentDigest
  ) {
    self.policy = policy
    self.version = version
    self.createdAt = createdAt
    self.document = document
  }

  package var values: [FieldValue] {
    [.text(policy), .text(version), FieldValue(createdAt), .document(document)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    policy = try fields.text(0)
    version = try fields.text(1)
    createdAt = fields.optionalText(2)
    document = try fields.document(3)
  }
}
