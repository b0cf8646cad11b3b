import PolicyLanguage
import Registry

extension RecordEditor {
  /// A control policy that is to be added.
  package struct NewControlPolicy {
    package var name: String
    /// `p-…`, as Organizations gave it.
    package var id: String
    /// A service control policy or a resource control policy; its type tells which.
    package var document: CheckedDocument
    package var organization: String?

    package init(name: String, id: String, document: CheckedDocument, organization: String?) {
      self.name = name
      self.id = id
      self.document = document
      self.organization = organization
    }
  }

  /// Adds a service or resource control policy; nothing where the organization has one of that name,
  /// type and content.
  ///
  /// Source: AWS Organizations API Reference, "CreatePolicy".
  ///
  /// - Throws: `EditError` where Organizations would refuse it.
  package func addControlPolicy(_ new: NewControlPolicy) throws -> EditedRecord {
    guard (1...128).contains(new.name.unicodeScalars.count) else {
      throw EditError(.validationError, "the name of a control policy has 1 to 128 characters")
    }
    guard OrganizationID.isPolicy(new.id) else {
      throw EditError(
        .validationError, "`\(new.id)` is not the id of a control policy",
        hint: "it has the form p-examplepolicyid")
    }
    let organization = try organization(new.organization)
    let isService = new.document.type == .serviceControl
    let type: ControlPolicyType = isService ? .serviceControl : .resourceControl
    let home = "arn:aws:organizations::\(organization.managementAccount):policy/\(organization.id)/"
    let digest = try writer.document(new.document.root, as: new.document.type).digest
    for existing in try snapshot.records(ControlPolicy.self)
    where existing.type == type && existing.name == new.name && existing.arn.hasPrefix(home) {
      guard existing.document == digest else {
        throw EditError(
          .duplicatePolicy, "the organization has a policy of that name: `\(existing.arn)`",
          hint: "its document differs; choose another name, or remove the old one")
      }
      return EditedRecord(.controlPolicy, existing.arn)
    }
    let arn = home + "\(type.rawValue.lowercased())/\(new.id)"
    guard try snapshot.record(ControlPolicy.self, arn: arn) == nil else {
      throw Self.differs(.controlPolicy, arn)
    }
    try writer.put(ControlPolicy(arn: arn, type: type, name: new.name, document: digest))
    return EditedRecord(.controlPolicy, arn)
  }
}
