/// An organization of AWS Organizations.
package struct Organization: Record, Hashable {
  package static let table = RecordTable(
    .organization, "organization",
    key: [.text("organization")],
    fields: [.text("management_account")])

  /// The id, `o-…`.
  package var id: String
  /// The account id of the management account, which no SCP binds.
  package var managementAccount: String

  package init(id: String, managementAccount: String) {
    self.id = id
    self.managementAccount = managementAccount
  }

  package var values: [FieldValue] {
    [.text(id), .text(managementAccount)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    id = try fields.text(0)
    managementAccount = try fields.text(1)
  }
}
