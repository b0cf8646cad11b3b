import Registry

extension RecordEditor {
  /// Removes a function with its versions, aliases, URLs, policies and tags.
  ///
  /// Source: AWS Lambda API Reference, "DeleteFunction". The mappings that call the function are to
  /// be removed first, as it says; here that is demanded.
  func removeFunction(_ name: String) throws -> EditedRecord {
    let arn = try resolve(name, among: [.function]).arn
    let versions = try snapshot.records(FunctionVersion.self, whose: "function", is: arn)
    let aliases = try snapshot.records(Alias.self, whose: "function", is: arn)
    let qualified = versions.map(\.arn) + aliases.map(\.arn)
    try checkIsNoTarget([arn] + qualified)
    for version in versions { try writer.remove(.version, key: version.arn) }
    for alias in aliases { try writer.remove(.alias, key: alias.arn) }
    for target in [arn] + qualified { try removeBelongings(of: target) }
    try writer.remove(.function, key: arn)
    try writer.remove(.resourceTags, key: arn)
    return EditedRecord(.function, arn)
  }

  /// Removes a version that no alias points at, or an alias, with its URL and policy.
  ///
  /// Source: AWS Lambda API Reference, "DeleteFunction", `Qualifier`, and "DeleteAlias".
  func removeQualifier(_ name: String, of kind: RecordKind) throws -> EditedRecord {
    let arn = try resolve(name, among: [kind]).arn
    if kind == .version {
      let cut = QualifiedFunction(arn: arn)
      let aliases = try snapshot.records(Alias.self, whose: "function", is: cut.function)
        .filter { $0.version == cut.qualifier || $0.routesTo(cut.qualifier) }
      try checkIsUnused(arn, .resourceConflict, by: aliases.map { "alias \($0.arn)" })
    }
    try checkIsNoTarget([arn])
    try removeBelongings(of: arn)
    try writer.remove(kind, key: arn)
    return EditedRecord(kind, arn)
  }

  /// Removes a layer's version with its policy.
  ///
  /// Source: AWS Lambda API Reference, "DeleteLayerVersion": functions that use it keep it; the note
  /// names them.
  func removeLayerVersion(_ name: String) throws -> EditedRecord {
    let arn = try resolve(name, among: [.layerVersion]).arn
    try writer.remove(.resourcePolicy, key: arn)
    try writer.remove(.layerVersion, key: arn)
    let identity = try ResourceIdentity(arn: arn)
    var users: [String] = []
    for row in try snapshot.rows(of: .function, region: identity.region) {
      let function = try Function(FieldReader(Function.table, row.values))
      if function.layers.contains(arn) { users.append(function.arn) }
    }
    return EditedRecord(
      .layerVersion, arn, notes: users.map { "\($0) keeps the layer until it is changed" })
  }

  private func checkIsNoTarget(_ targets: [String]) throws {
    let mappings = try targets.flatMap { target in
      try snapshot.records(EventSourceMapping.self, whose: "function", is: target)
    }
    try checkIsUnused(
      targets[0], .resourceConflict,
      by: mappings.map { "\($0.arn) (\($0.source ?? "self-managed"))" },
      hint: "remove these event source mappings first:")
  }

  private func removeBelongings(of arn: String) throws {
    try writer.remove(.functionURL, key: arn)
    try writer.remove(.resourcePolicy, key: arn)
  }
}

extension Alias {
  /// Whether some of the alias's calls go to a version.
  fileprivate func routesTo(_ version: String?) -> Bool {
    guard let version else { return false }
    return routing.contains("\"\(version)\":")
  }
}
