/// An alias of a function.
package struct Alias: Record, Hashable {
  package static let table = RecordTable(
    .alias, "lambda_alias",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .resource("function", column: "function_id"),
      .text("version"),
      .json("routing"),
    ])

  /// The ARN with the alias as qualifier.
  package var arn: String
  /// The ARN of the function.
  package var function: String
  /// The version that it points at.
  package var version: String
  /// Additional versions and the share of calls that each gets, as a JSON object.
  package var routing: String

  package init(arn: String, function: String, version: String, routing: String) {
    self.arn = arn
    self.function = function
    self.version = version
    self.routing = routing
  }

  package var values: [FieldValue] {
    [.text(arn), .text(function), .text(version), .json(routing)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    function = try fields.text(1)
    version = try fields.text(2)
    routing = try fields.json(3)
  }
}
