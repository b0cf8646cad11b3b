/// A version of a layer.
package struct LayerVersion: Record, Hashable {
  package static let table = RecordTable(
    .layerVersion, "lambda_layer_version",
    key: [.resource("arn", column: "resource_id")],
    fields: [.text("created_at")])

  /// The ARN, which ends in the version number.
  package var arn: String
  /// When the version was published.
  package var createdAt: String?

  package init(arn: String, createdAt: String? = nil) {
    self.arn = arn
    self.createdAt = createdAt
  }

  package var values: [FieldValue] {
    [.text(arn), FieldValue(createdAt)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    createdAt = fields.optionalText(1)
  }
}
