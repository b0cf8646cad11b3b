package import JSONText
package import PolicyLanguage
import SQLite

/// Writes the records of one revision.
///
/// `Registry.write` makes one inside its transaction and finishes it. A record that is put as it
/// already is changes nothing, and a writer that changed nothing makes no revision.
package final class RevisionWriter {
  let connection: Connection
  /// The number that the revision will have.
  package let number: Int
  private let documents: DocumentStore
  private var resources: [String: Int64] = [:]
  private var written: Set<String> = []
  private var ordinal = 0
  /// The kinds of which no earlier revision tells, so that nothing need be looked up.
  private var isNew: [RecordKind: Bool] = [:]
  private var touchedPolicies: Set<String> = []

  init(_ connection: Connection, number: Int) {
    self.connection = connection
    self.number = number
    documents = DocumentStore(connection)
  }

  /// How many records this revision adds, changes and removes.
  package private(set) var tally = ChangeTally()

  /// Keeps a document, so that records can refer to it. The type gives the dialect by which it is
  /// judged; what is invalid is kept too.
  package func document(_ value: JSONValue, as type: PolicyType?) throws -> StoredDocument {
    try documents.put(value, as: type)
  }

  /// Writes a record: new, changed, or not at all where it is as it was.
  ///
  /// - Throws: `ConflictingRecord` where this revision has already written the record differently.
  package func put(_ record: some Record) throws {
    let table = type(of: record).table
    try put(table, record.values)
  }

  /// Removes a record; nothing happens where there is none.
  package func remove(_ kind: RecordKind, key: String) throws {
    let table = kind.table
    guard let before = try currentJSON(kind, key) else { return }
    try claim(kind, key)
    try append(Change(kind: kind.rawValue, key: key, before: before, after: nil))
    try close(table, try table.values(fromJSON: before))
    tally.removed[kind, default: 0] += 1
    notePolicies(table, try table.values(fromJSON: before))
  }

  /// Writes a record that is given as its fields.
  func put(_ table: RecordTable, _ values: [FieldValue]) throws {
    let key = table.key(of: values)
    let after = table.json(of: values)
    let isUnknown = try isNew(table.kind) && !written.contains("\(table.name) \(key)")
    let before = isUnknown ? nil : try currentJSON(table.kind, key)
    guard before != after else { return }
    try claim(table.kind, key)
    // The first change makes the row of the revision, which the record's row refers to.
    try append(Change(kind: table.kind.rawValue, key: key, before: before, after: after))
    if before != nil {
      try close(table, values)
    }
    try insert(table, values)
    if before == nil {
      tally.added[table.kind, default: 0] += 1
    } else {
      tally.changed[table.kind, default: 0] += 1
    }
    notePolicies(table, values)
    // A boundary that a user or role had before may now be nobody's.
    if let before, table.fields.contains(where: { $0.column == "boundary_id" }) {
      notePolicies(table, try table.values(fromJSON: before))
    }
  }

  private func isNew(_ kind: RecordKind) throws -> Bool {
    if let answer = isNew[kind] { return answer }
    let isKnown = try connection.first(
      "SELECT EXISTS (SELECT 1 FROM change WHERE kind = ?1 AND revision < ?2)",
      kind.rawValue, number
    ) { try $0.bool(0) }
    isNew[kind] = isKnown == false
    return isKnown == false
  }

  private func claim(_ kind: RecordKind, _ key: String) throws {
    if written.isEmpty { try begin() }
    guard written.insert("\(kind.table.name) \(key)").inserted else {
      throw ConflictingRecord(kind: kind, key: key)
    }
  }

  /// Makes the revision's row, to which records and changes refer; finishing completes it.
  private func begin() throws {
    try connection.run(
      """
      INSERT INTO revision
        (number, recorded_at, observed_at, actor, user_id, reason, command, previous_hash, hash)
      VALUES (?1, '', '', '', 0, '', '', x'', x'')
      """, number)
  }

  private func append(_ change: Change) throws {
    ordinal += 1
    try connection.run(
      """
      INSERT INTO change (revision, ordinal, kind, key, before, after)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, number, ordinal, change.kind, change.key, change.before, change.after)
  }

  /// Whether anything was written.
  var hasChanges: Bool { ordinal > 0 }

  /// The JSON of a record as it stands, or `nil`.
  package func currentJSON(_ kind: RecordKind, _ key: String) throws -> String? {
    try connection.first(
      "SELECT after FROM change WHERE kind = ?1 AND key = ?2 ORDER BY revision DESC LIMIT 1",
      kind.rawValue, key
    ) { try $0.optionalString(0) } ?? nil
  }

  // MARK: Rows

  private func insert(_ table: RecordTable, _ values: [FieldValue]) throws {
    var statement = try connection.prepare(table.insertion)
    for (index, (field, value)) in zip(table.fields, values).enumerated() {
      try bind(value, field, at: index + 1, to: &statement)
    }
    var next = table.fields.count + 1
    if table.accountColumn != nil {
      try statement.bind(try ResourceIdentity(arn: values[0].text ?? "").account, at: next)
      next += 1
    }
    try statement.bind(number, at: next)
    while try statement.step() {}
  }

  private func close(_ table: RecordTable, _ values: [FieldValue]) throws {
    var statement = try connection.prepare(table.closing)
    try statement.bind(number, at: 1)
    for index in 0..<table.keyLength {
      try bind(values[index], table.fields[index], at: index + 2, to: &statement)
    }
    while try statement.step() {}
  }

  private func bind(
    _ value: FieldValue, _ field: Field, at index: Int, to statement: inout SQLite.Statement
  ) throws {
    switch value {
    case .null: try statement.bind(String?.none, at: index)
    case .flag(let flag): try statement.bind(flag, at: index)
    case .json(let text): try statement.bind(text, at: index)
    case .text(let text) where field.type == .resource:
      try statement.bind(try resource(text), at: index)
    case .text(let text): try statement.bind(text, at: index)
    case .document(let digest):
      guard let id = try documents.identifier(of: digest) else {
        throw UnknownDocument(digest: digest)
      }
      try statement.bind(id, at: index)
    }
  }

  /// The anchor of an ARN, made where there is none.
  private func resource(_ arn: String) throws -> Int64 {
    if let id = resources[arn] { return id }
    let identity = try ResourceIdentity(arn: arn)
    var id = try connection.first("SELECT id FROM resource WHERE arn = ?1", arn) { try $0.int64(0) }
    if id == nil {
      try connection.run(
        """
        INSERT INTO resource (arn, service, region, account, type, name)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """,
        arn, identity.service, identity.region, identity.account, identity.type, identity.name)
      id = connection.lastInsertRowID
    }
    resources[arn] = id
    return id ?? 0
  }

  // MARK: Policies that nothing describes

  private func notePolicies(_ table: RecordTable, _ values: [FieldValue]) {
    for (field, value) in zip(table.fields, values) where field.type == .resource {
      guard
        field.column == "policy_id" || field.column == "boundary_id" || table.kind == .managedPolicy
      else { continue }
      if table.kind != .controlPolicyAttachment, let arn = value.text {
        touchedPolicies.insert(arn)
      }
    }
  }

  /// Brings `undescribed_policy` up to date with the policies that this revision touched.
  func settleUndescribedPolicies() throws {
    for arn in touchedPolicies.sorted() {
      let id = try resource(arn)
      let isWanted = try connection.first(Self.isUndescribed, id) { try $0.bool(0) } ?? false
      let isListed = try connection.first(Self.isListed, id) { try $0.bool(0) } ?? false
      if isWanted, !isListed {
        try connection.run(
          "INSERT INTO undescribed_policy (policy_id, from_revision) VALUES (?1, ?2)", id, number)
      } else if isListed, !isWanted {
        try connection.run(
          """
          UPDATE undescribed_policy SET until_revision = ?2
          WHERE policy_id = ?1 AND until_revision = 9223372036854775807
          """, id, number)
      }
    }
  }

  private static let isUndescribed = """
    SELECT NOT EXISTS (
        SELECT 1 FROM managed_policy AS policy
        JOIN managed_policy_version AS version ON version.policy_id = policy.resource_id
          AND version.version = policy.default_version
          AND version.until_revision = 9223372036854775807
        WHERE policy.resource_id = ?1 AND policy.until_revision = 9223372036854775807)
      AND (EXISTS (
        SELECT 1 FROM policy_attachment
        WHERE policy_id = ?1 AND until_revision = 9223372036854775807)
      OR EXISTS (
        SELECT 1 FROM iam_role WHERE boundary_id = ?1 AND until_revision = 9223372036854775807)
      OR EXISTS (
        SELECT 1 FROM iam_user WHERE boundary_id = ?1 AND until_revision = 9223372036854775807))
    """

  private static let isListed = """
    SELECT EXISTS (SELECT 1 FROM undescribed_policy
      WHERE policy_id = ?1 AND until_revision = 9223372036854775807)
    """
}

/// How many records a revision added, changed and removed, by kind.
package struct ChangeTally: Hashable, Sendable {
  package var added: [RecordKind: Int] = [:]
  package var changed: [RecordKind: Int] = [:]
  package var removed: [RecordKind: Int] = [:]
}

/// One revision was asked to write one record twice, differently.
package struct ConflictingRecord: Error, Sendable, CustomStringConvertible {
  package let kind: RecordKind
  package let key: String

  package var description: String {
    "the input describes the \(kind.rawValue) `\(key)` twice, and differently"
  }
}

/// A record refers to a document that was not put.
package struct UnknownDocument: Error, Sendable, CustomStringConvertible {
  package let digest: DocumentDigest

  package var description: String { "there is no document `\(digest.hexadecimal)`" }
}
