/// The root of an organization, or an organizational unit below it.
package struct OrganizationalUnit: Record, Hashable {
  package static let table = RecordTable(
    .organizationalUnit, "organizational_unit",
    key: [.text("unit")],
    fields: [.text("organization"), .text("name"), .text("parent")])

  /// The id, `r-…` or `ou-…`.
  package var id: String
  /// The id of the organization.
  package var organization: String
  /// The name that people gave it.
  package var name: String
  /// The id of the unit or root above it; `nil` for the root.
  package var parent: String?

  package init(id: String, organization: String, name: String, parent: String? = nil) {
    self.id = id
    self.organization = organization
    self.name = name
    self.parent = parent
  }

  package var values: [FieldValue] {
    [.text(id), .text(organization), .text(name), FieldValue(parent)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    id = try fields.text(0)
    organization = try fields.text(1)
    name = try fields.text(2)
    parent = fields.optionalText(3)
  }
}
