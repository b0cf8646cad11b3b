/// An IAM role.
package struct Role: Record, Hashable {
  package static let table = RecordTable(
    .role, "iam_role",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .text("unique_id"),
      .text("created_at"),
      .resource("permissions_boundary", column: "boundary_id"),
      .document("trust_policy", column: "trust_id"),
      .json("tags"),
    ])

  /// The ARN, which holds path and name.
  package var arn: String
  /// The unique id, `AROA…`.
  package var uniqueID: String?
  /// When IAM made the role.
  package var createdAt: String?
  /// The ARN of the managed policy that is its permissions boundary.
  package var permissionsBoundary: String?
  /// The trust policy; `nil` where the input did not show it.
  package var trustPolicy: DocumentDigest?
  /// The tags.
  package var tags: Tags

  package init(
    arn: String,
    uniqueID: String? = nil,
    createdAt: String? = nil,
    permissionsBoundary: String? = nil,
    trustPolicy: DocumentDigest? = nil,
    tags: Tags
  ) {
    self.arn = arn
    self.uniqueID = uniqueID
    self.createdAt = createdAt
    self.permissionsBoundary = permissionsBoundary
    self.trustPolicy = trustPolicy
    self.tags = tags
  }

  package var values: [FieldValue] {
    [
      .text(arn),
      FieldValue(uniqueID),
      FieldValue(createdAt),
      FieldValue(permissionsBoundary),
      trustPolicy.map(FieldValue.document) ?? .null,
      tags.value,
    ]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    uniqueID = fields.optionalText(1)
    createdAt = fields.optionalText(2)
    permissionsBoundary = fields.optionalText(3)
    trustPolicy = fields.optionalDocument(4)
    tags = try fields.tags(5)
  }
}
