/// A published version of a function.
package struct FunctionVersion: Record, Hashable {
  package static let table = RecordTable(
    .version, "lambda_version",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .resource("function", column: "function_id"),
      .resource("role", column: "role_id"),
      .json("layers"),
    ])

  /// The ARN with the version number as qualifier.
  package var arn: String
  /// The ARN of the function.
  package var function: String
  /// The ARN of the execution role.
  package var role: String?
  /// The ARNs of its layer versions.
  package var layers: [String]

  package init(arn: String, function: String, role: String? = nil, layers: [String]) {
    self.arn = arn
    self.function = function
    self.role = role
    self.layers = layers
  }

  package var values: [FieldValue] {
    [.text(arn), .text(function), FieldValue(role), FieldValue(layers)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    function = try fields.text(1)
    role = fields.optionalText(2)
    layers = try fields.list(3)
  }
}
