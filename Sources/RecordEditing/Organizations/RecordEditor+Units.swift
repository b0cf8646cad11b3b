import Registry

extension RecordEditor {
  /// What a person says of a root or organizational unit that is to be added.
  package struct NewUnit {
    /// `r-…` or `ou-…`.
    package var id: String
    package var name: String
    /// The unit or root above it; `nil` for a root.
    package var parent: String?
    package var organization: String?

    package init(id: String, name: String, parent: String?, organization: String?) {
      self.id = id
      self.name = name
      self.parent = parent
      self.organization = organization
    }
  }

  /// Adds the root of an organization or an organizational unit; nothing where it is there as
  /// described.
  ///
  /// Sources: AWS Organizations API Reference, "CreateOrganizationalUnit"; AWS Organizations User
  /// Guide, "Quotas".
  ///
  /// - Throws: `EditError` where Organizations would refuse it.
  package func addUnit(_ new: NewUnit) throws -> EditedRecord {
    guard (1...128).contains(new.name.unicodeScalars.count) else {
      throw EditError(.validationError, "the name of a unit has 1 to 128 characters")
    }
    let organization = try organization(new.organization)
    let unit = OrganizationalUnit(
      id: new.id, organization: organization.id, name: new.name, parent: new.parent)
    let units = try snapshot.records(OrganizationalUnit.self)
      .filter { $0.organization == organization.id }
    if let existing = units.first(where: { $0.id == new.id }) {
      guard existing == unit else { throw Self.differs(.organizationalUnit, new.id) }
      return EditedRecord(.organizationalUnit, new.id)
    }
    if let parent = new.parent {
      try check(unit, below: parent, among: units)
    } else {
      try check(root: unit, among: units)
    }
    try writer.put(unit)
    return EditedRecord(.organizationalUnit, new.id)
  }

  private func check(
    root: OrganizationalUnit, among units: [OrganizationalUnit]
  ) throws(EditError) {
    guard OrganizationID.isRoot(root.id) else {
      throw EditError(
        .validationError, "`\(root.id)` is not the id of a root",
        hint: "a root is r-examplerootid; a unit below it, ou-…, needs `--parent`")
    }
    if let other = units.first(where: { $0.parent == nil }) {
      throw EditError(.constraintViolation, "the organization has the root `\(other.id)`")
    }
  }

  private func check(
    _ unit: OrganizationalUnit, below parent: String, among units: [OrganizationalUnit]
  ) throws(EditError) {
    guard OrganizationID.isUnit(unit.id) else {
      throw EditError(
        .validationError, "`\(unit.id)` is not the id of an organizational unit",
        hint: "it has the form ou-rootid-unitid")
    }
    let above = ancestry(of: parent, among: units)
    guard let root = above.last else {
      throw EditError(
        .parentNotFound, "there is no root or unit `\(parent)` in the registry",
        hint: "`permreg list organizational-unit` lists them")
    }
    guard root.parent != nil || unit.id.hasPrefix("ou-\(root.id.dropFirst(2))-") else {
      throw EditError(
        .validationError, "`\(unit.id)` does not lie below the root `\(root.id)`",
        hint: "its id begins with ou-\(root.id.dropFirst(2))-")
    }
    guard above.count <= Self.depthLimit else {
      throw EditError(
        .constraintViolation, "units may be nested \(Self.depthLimit) deep below the root")
    }
    if let twin = units.first(where: { $0.parent == parent && $0.name == unit.name }) {
      throw EditError(
        .duplicateOrganizationalUnit,
        "`\(parent)` has a unit called `\(unit.name)`: `\(twin.id)`")
    }
  }

  static let depthLimit = 5

  /// A unit and those above it, the root last; a unit that is its own ancestor ends the list.
  private func ancestry(
    of id: String, among units: [OrganizationalUnit]
  ) -> [OrganizationalUnit] {
    var path: [OrganizationalUnit] = []
    var next: String? = id
    while let id = next, !path.contains(where: { $0.id == id }),
      let unit = units.first(where: { $0.id == id })
    {
      path.append(unit)
      next = unit.parent
    }
    return path
  }
}
