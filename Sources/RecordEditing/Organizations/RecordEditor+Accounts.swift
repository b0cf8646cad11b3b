import Registry

extension RecordEditor {
  /// Adds an account; nothing where it is there as described.
  ///
  /// Source: AWS Organizations API Reference, "CreateAccount", `AccountName`.
  ///
  /// - Parameters:
  ///   - organization: the id of its organization; that of the parent where it is `nil`.
  ///   - parent: the id of the unit or root that holds it.
  /// - Throws: `EditError` for a malformed id or an unknown parent.
  package func addAccount(
    _ id: String, name: String?, organization: String?, parent: String?
  ) throws -> EditedRecord {
    try AccountChoice.check(id)
    if let count = name?.unicodeScalars.count, !(1...50).contains(count) {
      throw EditError(.validationError, "the name of an account has 1 to 50 characters")
    }
    let unit = try parent.map { try self.unit($0) }
    let home = try (organization ?? unit?.organization).map { try self.organization($0).id }
    if let unit, unit.organization != home {
      throw EditError(
        .parentNotFound, "`\(unit.id)` belongs to the organization `\(unit.organization)`")
    }
    let account = Account(id: id, name: name, organization: home, parent: parent)
    if let existing = try snapshot.records(Account.self, whose: "account", is: id).first {
      guard existing == account else { throw Self.differs(.account, id) }
      return EditedRecord(.account, id)
    }
    try writer.put(account)
    return EditedRecord(.account, id)
  }

  /// The root or unit of an id.
  func unit(_ id: String) throws -> OrganizationalUnit {
    guard
      let unit = try snapshot.records(OrganizationalUnit.self, whose: "unit", is: id).first
    else {
      throw EditError(
        .parentNotFound, "there is no root or unit `\(id)` in the registry",
        hint: "`permreg list organizational-unit` lists them")
    }
    return unit
  }
}
