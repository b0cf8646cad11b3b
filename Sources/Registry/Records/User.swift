/// An IAM user.
package struct User: Record, Hashable {
  package static let table = RecordTable(
    .user, "iam_user",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .text("unique_id"),
      .text("created_at"),
      .resource("permissions_boundary", column: "boundary_id"),
      .json("tags"),
    ])

  /// The ARN, which holds path and name.
  package var arn: String
  /// The unique id, `AIDA…`.
  package var uniqueID: String?
  /// When IAM made the user.
  package var createdAt: String?
  /// The ARN of the managed policy that is its permissions boundary.
  package var permissionsBoundary: String?
  /// The tags.
  package var tags: Tags

  package init(
    arn: String,
    uniqueID: String? = nil,
    createdAt: String? = nil,
    permissionsBoundary: String? = nil,
    tags: Tags
  ) {
    self.arn = arn
    self.uniqueID = uniqueID
    self.createdAt = createdAt
    self.permissionsBoundary = permissionsBoundary
    self.tags = tags
  }

  package var values: [FieldValue] {
    [
      .text(arn),
      FieldValue(uniqueID),
      FieldValue(createdAt),
      FieldValue(permissionsBoundary),
      tags.value,
    ]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    uniqueID = fields.optionalText(1)
    createdAt = fields.optionalText(2)
    permissionsBoundary = fields.optionalText(3)
    tags = try fields.tags(4)
  }
}
