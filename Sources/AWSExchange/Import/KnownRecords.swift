import Registry

/// What the registry holds before the import.
struct KnownRecords {
  private let snapshot: Snapshot
  private let writer: RevisionWriter
  let groups: [Group]
  let organizations: [Organization]
  let controlPolicies: [ControlPolicy]
  /// What was known of the scopes.
  let coverage: [Scope: Coverage]

  init(_ snapshot: Snapshot, _ writer: RevisionWriter) throws {
    self.snapshot = snapshot
    self.writer = writer
    groups = try snapshot.records()
    organizations = try snapshot.records()
    controlPolicies = try snapshot.records()
    var coverage: [Scope: Coverage] = [:]
    for record in try snapshot.records(Coverage.self) {
      guard let command = AWSCommand(rawValue: record.scope) else { continue }
      coverage[Scope(command: command, account: record.account, region: record.region)] = record
    }
    self.coverage = coverage
  }

  /// A record by its name in the history, or `nil`.
  func record<Kind: Record>(_: Kind.Type = Kind.self, _ key: String) throws -> Kind? {
    guard let json = try writer.currentJSON(Kind.table.kind, key) else { return nil }
    return try Kind(FieldReader(Kind.table, Kind.table.values(fromJSON: json)))
  }

  /// All records of a kind. Cost: linear in their number.
  func all<Kind: Record>(_ type: Kind.Type) throws -> [Kind] { try snapshot.records(type) }
}
