import Registry

extension RecordEditor {
  /// Removes an organization that has neither units nor accounts.
  ///
  /// Source: AWS Organizations API Reference, "DeleteOrganization".
  func removeOrganization(_ id: String) throws -> EditedRecord {
    let organization = try organization(id)
    var users = try snapshot.records(
      OrganizationalUnit.self, whose: "organization", is: organization.id
    ).map { "unit \($0.id)" }
    users += try snapshot.records(Account.self, whose: "organization", is: organization.id)
      .map { "account \($0.id)" }
    try checkIsUnused(organization.id, .organizationNotEmpty, by: users)
    try writer.remove(.organization, key: organization.id)
    return EditedRecord(.organization, organization.id)
  }

  /// Removes a unit that holds neither units nor accounts; control policies are detached from it.
  ///
  /// Source: AWS Organizations API Reference, "DeleteOrganizationalUnit".
  func removeUnit(_ id: String) throws -> EditedRecord {
    let unit = try unit(id)
    var users = try snapshot.records(OrganizationalUnit.self, whose: "parent", is: unit.id)
      .map { "unit \($0.id)" }
    users += try snapshot.records(Account.self, whose: "parent", is: unit.id)
      .map { "account \($0.id)" }
    try checkIsUnused(unit.id, .organizationalUnitNotEmpty, by: users)
    try detachAll(from: unit.id)
    try writer.remove(.organizationalUnit, key: unit.id)
    return EditedRecord(.organizationalUnit, unit.id)
  }

  /// Removes the record of an account that nothing else in the registry belongs to; control policies
  /// are detached from it.
  func removeAccount(_ id: String) throws -> EditedRecord {
    guard try !snapshot.records(Account.self, whose: "account", is: id).isEmpty else {
      throw EditError(
        .noSuchEntity, "there is no account `\(id)` in the registry",
        hint: "`permreg list account` lists them")
    }
    let kinds: [RecordKind] = [
      .user, .group, .role, .identityProvider, .managedPolicy, .function, .eventSourceMapping,
      .layerVersion, .resourcePolicy,
    ]
    var users = try snapshot.records(Organization.self)
      .filter { $0.managementAccount == id }.map { "organization \($0.id)" }
    for kind in kinds {
      users += try snapshot.rows(of: kind, account: id).map { "\(kind.rawValue) \($0.key)" }
    }
    try checkIsUnused(id, .constraintViolation, by: users)
    try detachAll(from: id)
    try writer.remove(.account, key: id)
    return EditedRecord(.account, id)
  }

  /// Removes a control policy that is attached nowhere.
  ///
  /// Source: AWS Organizations API Reference, "DeletePolicy".
  func removeControlPolicy(_ name: String) throws -> EditedRecord {
    let policy = try controlPolicy(name)
    let targets = try snapshot.records(
      ControlPolicyAttachment.self, whose: "policy", is: policy.arn
    ).map(\.target)
    try checkIsUnused(
      policy.arn, .policyInUse, by: targets, hint: "detach it first from these:")
    try writer.remove(.controlPolicy, key: policy.arn)
    return EditedRecord(.controlPolicy, policy.arn)
  }

  private func detachAll(from target: String) throws {
    for attachment in try snapshot.records(
      ControlPolicyAttachment.self, whose: "target", is: target)
    {
      try writer.remove(.controlPolicyAttachment, key: attachment.key)
    }
  }
}
