/// A managed policy, AWS's or the customer's own; its documents are its versions.
package struct ManagedPolicy: Record, Hashable {
  package static let table = RecordTable(
    .managedPolicy, "managed_policy",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .text("unique_id"),
      .text("created_at"),
      .text("description"),
      .text("default_version"),
    ])

  /// The ARN, which holds path and name.
  package var arn: String
  /// The unique id, `ANPA…`.
  package var uniqueID: String?
  /// When IAM made the policy.
  package var createdAt: String?
  /// What its author said it is for.
  package var summary: String?
  /// The id of the version in force, `v1`.
  package var defaultVersion: String

  package init(
    arn: String,
    uniqueID: String? = nil,
    createdAt: String? = nil,
    summary: String? = nil,
    defaultVersion: String
  ) {
    self.arn = arn
    self.uniqueID = uniqueID
    self.createdAt = createdAt
    self.summary = summary
    self.defaultVersion = defaultVersion
  }

  package var values: [FieldValue] {
    [
      .text(arn),
      FieldValue(uniqueID),
      FieldValue(createdAt),
      FieldValue(summary),
      .text(defaultVersion),
    ]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    uniqueID = fields.optionalText(1)
    createdAt = fields.optionalText(2)
    summary = fields.optionalText(3)
    defaultVersion = try fields.text(4)
  }
}
