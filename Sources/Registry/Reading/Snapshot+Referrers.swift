import SQLite

extension Snapshot {
  /// The records of a kind that hold a text or an ARN in a field, in the order of their keys.
  ///
  /// An unknown field gives none. Cost: by index where the column has one, else linear in the kind.
  package func records<Kind: Record>(
    _ type: Kind.Type = Kind.self, whose name: String, is value: String
  ) throws -> [Kind] {
    guard let field = Kind.table.fields.first(where: { $0.name == name }) else { return [] }
    let condition =
      field.type == .resource
      ? "record.\(field.column) = (SELECT id FROM resource WHERE arn = ?2)"
      : "record.\(field.column) = ?2"
    return try records(type, where: condition, value)
  }

  /// The ARNs of an account's records of a kind whose name is the same but for the case of ASCII
  /// letters. For kinds whose key is one ARN. Cost: linear in the account's things of that type.
  package func arns(
    of kind: RecordKind, called name: String, in account: String
  ) throws -> [String] {
    try connection.query(
      """
      SELECT resource.arn FROM resource
      JOIN \(kind.table.name) AS record ON record.\(kind.table.fields[0].column) = resource.id
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      WHERE resource.account = ?3 AND lower(resource.name) = lower(?2)
      ORDER BY resource.arn
      """, revision, name, account
    ) { try $0.string(0) }
  }

  /// How many records of a kind an account has. For kinds whose key is one ARN. Cost: linear in the
  /// account's resources.
  package func count(_ kind: RecordKind, in account: String) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM resource
      JOIN \(kind.table.name) AS record ON record.\(kind.table.fields[0].column) = resource.id
        AND record.from_revision <= ?1 AND ?1 < record.until_revision
      WHERE resource.account = ?2
      """, revision, account
    ) { try $0.int(0) } ?? 0
  }

  /// The keys of a kind that begin with a text and were ever recorded, removed ones too, in
  /// ascending order. Cost: by index, linear in the history of the answer.
  package func keysEverRecorded(of kind: RecordKind, beginningWith prefix: String) throws
    -> [String]
  {
    try connection.query(
      """
      SELECT DISTINCT key FROM change
      WHERE kind = ?2 AND key >= ?3 AND substr(key, 1, length(?3)) = ?3 AND revision <= ?1
        AND key < ?3 || char(1114111)
      ORDER BY key
      """, revision, kind.rawValue, prefix
    ) { try $0.string(0) }
  }

  /// The texts in which a document was seen, the shortest first.
  package func spellings(of digest: DocumentDigest) throws -> [String] {
    try connection.query(
      """
      SELECT spelling.text FROM spelling
      JOIN document ON document.id = spelling.document_id
      WHERE document.hash = ?1 ORDER BY length(spelling.text), spelling.hash
      """, digest.bytes
    ) { try $0.string(0) }
  }
}
