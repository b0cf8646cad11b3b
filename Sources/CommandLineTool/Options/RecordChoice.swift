import Registry

/// The record that a command's kind and names mean.
struct RecordChoice {
  /// The command, for its usage.
  let command: String
  let kind: RecordKind
  let names: [String]

  /// The record as it stands in a snapshot; a kind with several key fields takes a name for each.
  ///
  /// - Throws: `CommandFailure` or `NameError` where it is not one record.
  func row(in snapshot: Snapshot, _ options: GlobalOptions) throws -> RecordRow {
    let keys = kind.table.fields.prefix(kind.table.keyLength)
    guard names.count == keys.count else {
      let wanted = keys.map { $0.name.uppercased() }.joined(separator: " ")
      throw CommandFailure(
        "the kind `\(kind.rawValue)` has \(keys.count) key fields, and \(names.count) were given",
        hint: "permreg \(command) \(kind.rawValue) \(wanted)", status: .usage)
    }
    let resolver = NameResolver(snapshot, account: options.account, region: options.region)
    var key: [String] = []
    for (name, field) in zip(names, keys) {
      let kinds = keys.count == 1 ? [kind] : RecordKind.allCases
      let isARN = name.hasPrefix("arn:") && keys.count > 1
      key.append(
        field.type == .resource && !isARN ? try resolver.resolve(name, among: kinds).arn : name)
    }
    guard let row = try snapshot.row(of: kind, key: key) else {
      throw CommandFailure(
        "there is no \(kind.rawValue) `\(names.joined(separator: " "))` in the registry",
        hint: "`permreg list \(kind.rawValue)` lists them", status: .usage)
    }
    return row
  }
}
