/// A mapping by which Lambda polls a source for a function, as the function's execution role.
package struct EventSourceMapping: Record, Hashable {
  package static let table = RecordTable(
    .eventSourceMapping, "lambda_event_source_mapping",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .resource("function", column: "function_id"),
      .text("source"),
      .text("failure_destination"),
      .flag("is_enabled"),
    ])

  /// The ARN.
  package var arn: String
  /// The ARN of the function, version or alias.
  package var function: String
  /// The ARN of the event source; `nil` for a self-managed one.
  package var source: String?
  /// The ARN that discarded batches are sent to.
  package var failureDestination: String?
  /// Whether it polls.
  package var isEnabled: Bool

  package init(
    arn: String,
    function: String,
    source: String? = nil,
    failureDestination: String? = nil,
    isEnabled: Bool
  ) {
    self.arn = arn
    self.function = function
    self.source = source
    self.failureDestination = failureDestination
    self.isEnabled = isEnabled
  }

  package var values: [FieldValue] {
    [
      .text(arn),
      .text(function),
      FieldValue(source),
      FieldValue(failureDestination),
      .flag(isEnabled),
    ]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    function = try fields.text(1)
    source = fields.optionalText(2)
    failureDestination = fields.optionalText(3)
    isEnabled = try fields.flag(4)
  }
}
