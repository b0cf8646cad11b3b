/// An AWS account.
package struct Account: Record, Hashable {
  package static let table = RecordTable(
    .account, "account",
    key: [.text("account")],
    fields: [.text("name"), .text("organization"), .text("parent")])

  /// The 12 digits.
  package var id: String
  /// The name that people gave it.
  package var name: String?
  /// The id of its organization, where it is known to belong to one.
  package var organization: String?
  /// The id of the unit or root that holds it.
  package var parent: String?

  package init(
    id: String,
    name: String? = nil,
    organization: String? = nil,
    parent: String? = nil
  ) {
    self.id = id
    self.name = name
    self.organization = organization
    self.parent = parent
  }

  package var values: [FieldValue] {
    [.text(id), FieldValue(name), FieldValue(organization), FieldValue(parent)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    id = try fields.text(0)
    name = fields.optionalText(1)
    organization = fields.optionalText(2)
    parent = fields.optionalText(3)
  }
}
