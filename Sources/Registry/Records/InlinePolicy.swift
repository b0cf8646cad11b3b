/// A policy embedded in a user, group or role.
package struct InlinePolicy: Record, Hashable {
  package static let table = RecordTable(
    .inlinePolicy, "inline_policy",
    key: [.resource("principal", column: "principal_id"), .text("name")],
    fields: [.document("document")], accountColumn: "account")

  /// The ARN of the user, group or role.
  package var principal: String
  /// The name, unique within its principal.
  package var name: String
  /// The policy document.
  package var document: DocumentDigest

  package init(principal: String, name: String, document: DocumentDigest) {
    self.principal = principal
    self.name = name
    self.document = document
  }

  package var values: [FieldValue] {
    [.text(principal), .text(name), .document(document)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    principal = try fields.text(0)
    name = try fields.text(1)
    document = try fields.document(2)
  }
}
