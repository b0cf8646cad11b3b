/// An IAM user group.
package struct Group: Record, Hashable {
  package static let table = RecordTable(
    .group, "iam_group",
    key: [.resource("arn", column: "resource_id")],
    fields: [.text("unique_id"), .text("created_at")])

  /// The ARN, which holds path and name.
  package var arn: String
  /// The unique id, `AGPA…`.
  package var uniqueID: String?
  /// When IAM made the group.
  package var createdAt: String?

  package init(arn: String, uniqueID: String? = nil, createdAt: String? = nil) {
    self.arn = arn
    self.uniqueID = uniqueID
    self.createdAt = createdAt
  }

  package var values: [FieldValue] {
    [.text(arn), FieldValue(uniqueID), FieldValue(createdAt)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    uniqueID = fields.optionalText(1)
    createdAt = fields.optionalText(2)
  }
}
