package import SQLite

/// The registry as it stands at one revision.
///
/// It is read inside one read transaction, so that everything it tells belongs together.
package struct Snapshot {
  package let connection: Connection
  /// The revision; 0 is the empty registry before the first.
  package let revision: Int

  package init(_ connection: Connection, at revision: Int) {
    self.connection = connection
    self.revision = revision
  }

  /// All records of a kind, in the order of their keys. Cost: linear in their number.
  package func records<Kind: Record>(_ type: Kind.Type = Kind.self) throws -> [Kind] {
    try records(type, where: nil)
  }

  /// The records of a kind that satisfy a condition on the columns of `record`, or of
  /// `referenceN` for the N-th field; the condition's one parameter is `?2`.
  func records<Kind: Record>(
    _ type: Kind.Type = Kind.self, where condition: String?, _ value: String? = nil
  ) throws -> [Kind] {
    let table = Kind.table
    var statement = try connection.prepare(table.selection(where: condition))
    try statement.bind(revision, at: 1)
    if condition != nil { try statement.bind(value, at: 2) }
    var records: [Kind] = []
    while let record = try statement.next({ row in
      try Kind(FieldReader(table, try Self.values(of: table, in: row)))
    }) {
      records.append(record)
    }
    return records
  }

  /// The record of a kind about an ARN, or `nil`. For kinds whose key is one ARN.
  package func record<Kind: Record>(_ type: Kind.Type = Kind.self, arn: String) throws -> Kind? {
    try records(type, where: "reference0.arn = ?2", arn).first
  }

  /// The fields of a row that `RecordTable.selection` selected.
  static func values(
    of table: RecordTable, in row: borrowing Row
  ) throws -> [FieldValue] {
    var values: [FieldValue] = []
    for (index, field) in table.fields.enumerated() {
      if row.isNull(index) {
        values.append(.null)
        continue
      }
      switch field.type {
      case .text, .resource: values.append(.text(try row.string(index)))
      case .flag: values.append(.flag(try row.bool(index)))
      case .json: values.append(.json(try row.string(index)))
      case .document:
        guard let digest = DocumentDigest(bytes: try row.bytes(index)) else {
          throw DamagedRecord(kind: table.kind, field: field.name)
        }
        values.append(.document(digest))
      }
    }
    return values
  }
}

extension Snapshot {
  /// How many records of a kind there are. Cost: linear in their number.
  package func count(_ kind: RecordKind) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM \(kind.table.name)
      WHERE from_revision <= ?1 AND ?1 < until_revision
      """, revision
    ) { try $0.int(0) } ?? 0
  }
}
