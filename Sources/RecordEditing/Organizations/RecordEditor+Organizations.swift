import Registry

extension RecordEditor {
  /// Adds an organization; nothing where it is there as described.
  ///
  /// Source: AWS Organizations API Reference, "CreateOrganization": an account manages one.
  ///
  /// - Throws: `EditError` for a malformed id, and where the account manages another organization.
  package func addOrganization(_ id: String, managementAccount: String) throws -> EditedRecord {
    guard OrganizationID.isOrganization(id) else {
      throw EditError(
        .validationError, "`\(id)` is not the id of an organization",
        hint: "it has the form o-exampleorgid")
    }
    try AccountChoice.check(managementAccount)
    let organization = Organization(id: id, managementAccount: managementAccount)
    for existing in try snapshot.records(Organization.self) {
      if existing == organization { return EditedRecord(.organization, id) }
      guard existing.id != id else { throw Self.differs(.organization, id) }
      guard existing.managementAccount != managementAccount else {
        throw EditError(
          .alreadyInOrganization,
          "the account `\(managementAccount)` manages the organization `\(existing.id)`")
      }
    }
    try writer.put(organization)
    return EditedRecord(.organization, id)
  }

  /// The organization that an id names, or the only one that the registry knows.
  ///
  /// - Throws: `EditError` where there is none, or the choice is open.
  func organization(_ id: String?) throws -> Organization {
    let known = try snapshot.records(Organization.self)
    let wanted = id.map { id in known.filter { $0.id == id } } ?? known
    if wanted.count == 1 { return wanted[0] }
    throw EditError(
      .organizationNotFound,
      id.map { "there is no organization `\($0)` in the registry" }
        ?? "the organization is not known",
      hint: known.isEmpty
        ? "`permreg add-organization` adds one"
        : "name it with `--organization`; the registry knows \(known.count):"
          + Self.list(known.map(\.id)))
  }
}
