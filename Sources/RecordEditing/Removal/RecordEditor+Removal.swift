package import Registry

extension RecordEditor {
  /// Removes a record, with what AWS removes with it.
  ///
  /// What others still use is not removed; the error says by whom.
  ///
  /// - Parameters:
  ///   - names: a name for each field that identifies the record.
  ///   - isOptional: whether a record that is not there is no fault.
  /// - Throws: `EditError` where AWS would refuse it.
  package func remove(
    _ kind: RecordKind, _ names: [String], isOptional: Bool
  ) throws -> EditedRecord {
    let keys = kind.table.fields.prefix(kind.table.keyLength)
    guard names.count == keys.count else {
      let wanted = keys.map { $0.name.uppercased() }.joined(separator: " ")
      throw EditError(
        nil,
        "the kind `\(kind.rawValue)` has \(keys.count) key fields, and \(names.count) were given",
        hint: "permreg remove \(kind.rawValue) \(wanted)")
    }
    do {
      if names.count > 1 { return try removeLink(kind, names, isOptional: isOptional) }
      return try removeThing(kind, names[0])
    } catch let error as EditError where isOptional && error.code?.isAbsence == true {
      return EditedRecord(kind, key: names)
    }
  }

  /// Removes what joins two things, or belongs to one by its name.
  private func removeLink(
    _ kind: RecordKind, _ names: [String], isOptional: Bool
  ) throws -> EditedRecord {
    switch kind {
    case .policyAttachment:
      try detachPolicy(names[1], from: names[0], isOptional: isOptional)
    case .inlinePolicy:
      try removeInlinePolicy(names[1], from: names[0], isOptional: isOptional)
    case .groupMembership:
      try removeUser(names[0], fromGroup: names[1], isOptional: isOptional)
    case .controlPolicyAttachment:
      try detachControlPolicy(names[1], from: names[0], isOptional: isOptional)
    case .managedPolicyVersion: try removePolicyVersion(names[1], of: names[0])
    default:
      throw EditError(
        nil, "records of the kind `\(kind.rawValue)` are not removed one by one",
        hint: "only an import tells what was looked at")
    }
  }

  private func removeThing(_ kind: RecordKind, _ name: String) throws -> EditedRecord {
    switch kind {
    case .organization: try removeOrganization(name)
    case .organizationalUnit: try removeUnit(name)
    case .account: try removeAccount(name)
    case .controlPolicy: try removeControlPolicy(name)
    case .user, .group, .role: try removePrincipal(name, of: kind)
    case .managedPolicy: try removeManagedPolicy(name)
    case .function: try removeFunction(name)
    case .version, .alias: try removeQualifier(name, of: kind)
    case .layerVersion: try removeLayerVersion(name)
    default: try removeAlone(kind, name)
    }
  }

  /// Removes what nothing else refers to.
  private func removeAlone(_ kind: RecordKind, _ name: String) throws -> EditedRecord {
    let arn = try resolve(name, among: [kind]).arn
    try writer.remove(kind, key: arn)
    if kind != .resourceTags, kind != .functionURL, kind != .resourcePolicy {
      try writer.remove(.resourceTags, key: arn)
    }
    return EditedRecord(kind, arn)
  }

  /// Throws AWS's error with all users of a thing where there are any.
  func checkIsUnused(
    _ what: String, _ code: EditError.Code, by users: [String],
    hint: String = "change or remove these first:"
  ) throws(EditError) {
    guard !users.isEmpty else { return }
    throw EditError(
      code,
      "`\(what)` is in use by \(users.count) \(users.count == 1 ? "record" : "records")",
      hint: hint + Self.list(users))
  }
}

extension EditError.Code {
  /// Whether AWS says with this error that something is not there.
  var isAbsence: Bool {
    switch self {
    case .noSuchEntity, .resourceNotFound, .policyNotFound, .policyNotAttached, .parentNotFound,
      .targetNotFound, .organizationNotFound:
      true
    default: false
    }
  }
}
