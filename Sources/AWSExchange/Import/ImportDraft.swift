import JSONText
import Registry

/// The records that the input shows, before they are compared with the registry.
struct ImportDraft {
  /// By the names that the records have in the history.
  private(set) var records: [RecordKind: [String: any Record]] = [:]
  /// What could not be told from one file alone.
  var pending = PendingFacts()
  private(set) var notes: [Diagnostic] = []

  /// Takes a record. Of two descriptions of one thing the later one counts, and is reported.
  mutating func add(_ record: some Record, at place: () -> SourcePlace) {
    let kind = type(of: record).table.kind
    let key = record.key
    if let earlier = records[kind]?[key], earlier.values != record.values {
      notes.append(
        place().diagnostic(
          .warning, "described-twice",
          "the \(kind.rawValue) `\(key)` is described twice, and differently; this one counts"))
    }
    records[kind, default: [:]][key] = record
  }

  /// Takes a record in place of what there was.
  mutating func replace(_ record: some Record) {
    records[type(of: record).table.kind, default: [:]][record.key] = record
  }

  /// Says something about the input.
  mutating func note(_ diagnostic: Diagnostic) { notes.append(diagnostic) }

  func contains(_ kind: RecordKind, _ key: String) -> Bool { records[kind]?[key] != nil }

  func record<Kind: Record>(_: Kind.Type = Kind.self, _ key: String) -> Kind? {
    records[Kind.table.kind]?[key] as? Kind
  }

  func all<Kind: Record>(_: Kind.Type = Kind.self) -> [Kind] {
    (records[Kind.table.kind] ?? [:]).values.compactMap { $0 as? Kind }
      .map { (key: $0.key, record: $0) }.sorted { $0.key < $1.key }.map(\.record)
  }
}

/// Facts whose bearer stands in another file.
struct PendingFacts {
  /// Users and the names of their groups.
  var memberships: [(user: String, group: String, place: SourcePlace)] = []
  /// Policies of functions outside the layout, by the name of their file.
  var functionPolicies: [LooseFunctionPolicy] = []
  var organization: Organization?
  /// Roots and units, by id, with their names.
  var units: [String: String] = [:]
  /// Accounts, by id, with their names.
  var accounts: [String: String?] = [:]
  /// What stands above a unit or an account.
  var parents: [String: String] = [:]
  /// Control policies' ARNs, by id.
  var controlPolicies: [String: String] = [:]
  /// What control policies, by id, are attached to.
  var targets: [(policy: String, target: String, place: SourcePlace)] = []
}

/// What `lambda get-policy` printed, in a file whose path does not say for which function.
struct LooseFunctionPolicy {
  let document: StoredDocument
  let awsRevisionID: String?
  /// The resources that its statements name, each with the statement's Sid or place.
  let resources: [(resource: String, statement: String)]
  let place: SourcePlace
}

/// A value's place in a file.
struct SourcePlace: Sendable {
  let file: String
  let position: SourcePosition?

  func diagnostic(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String
  ) -> Diagnostic {
    Diagnostic(severity, code, message, file: file, position: position)
  }
}
