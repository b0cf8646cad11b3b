/// The URL of a function or of an alias.
package struct FunctionURL: Record, Hashable {
  package static let table = RecordTable(
    .functionURL, "lambda_function_url",
    key: [.resource("function", column: "resource_id")],
    fields: [.text("auth_type"), .text("url")])

  /// The ARN of the function, or of the alias that the URL is for.
  package var function: String
  /// `AWS_IAM` or `NONE`.
  package var authType: String
  /// The address.
  package var url: String?

  package init(function: String, authType: String, url: String? = nil) {
    self.function = function
    self.authType = authType
    self.url = url
  }

  package var values: [FieldValue] {
    [.text(function), .text(authType), FieldValue(url)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    function = try fields.text(0)
    authType = try fields.text(1)
    url = fields.optionalText(2)
  }
}
