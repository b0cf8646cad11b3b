import SQLite

/// A record of any kind, as its fields: what listings and histories show.
package struct RecordRow: Sendable {
  package let kind: RecordKind
  /// The fields, in the order of the kind's table.
  package let values: [FieldValue]

  package init(kind: RecordKind, values: [FieldValue]) {
    self.kind = kind
    self.values = values
  }

  /// The record's name in the history.
  package var key: String { kind.table.key(of: values) }

  /// The record's canonical JSON.
  package var json: String { kind.table.json(of: values) }
}

extension Snapshot {
  /// The records of a kind in the order of their keys, of one account or Region where one is given
  /// and the kind has one. Cost: linear in their number.
  package func rows(
    of kind: RecordKind, account: String? = nil, region: String? = nil
  ) throws -> [RecordRow] {
    let table = kind.table
    let conditions = [
      table.accountExpression.map { "(?2 IS NULL OR \($0) = ?2)" },
      table.regionExpression.map { "(?3 IS NULL OR \($0) = ?3)" },
    ].compactMap(\.self)
    var statement = try connection.prepare(
      table.selection(where: (["?2 IS ?2 AND ?3 IS ?3"] + conditions).joined(separator: " AND ")))
    try statement.bind(revision, at: 1)
    try statement.bind(account, at: 2)
    try statement.bind(region, at: 3)
    var rows: [RecordRow] = []
    while let row = try statement.next({ row in
      RecordRow(kind: kind, values: try Self.values(of: table, in: row))
    }) {
      rows.append(row)
    }
    return rows
  }

  /// The record of a kind with a key, given field by field; `nil` where there is none.
  package func row(of kind: RecordKind, key: [String]) throws -> RecordRow? {
    let table = kind.table
    guard key.count == table.keyLength else { return nil }
    let conditions = table.fields.prefix(key.count).enumerated().map { index, field in
      field.type == .resource
        ? "reference\(index).arn = ?\(index + 2)" : "record.\(field.column) = ?\(index + 2)"
    }
    var statement = try connection.prepare(
      table.selection(where: conditions.joined(separator: " AND ")))
    try statement.bind(revision, at: 1)
    for (index, part) in key.enumerated() {
      try statement.bind(part, at: index + 2)
    }
    let row = try statement.next { row in
      RecordRow(kind: kind, values: try Self.values(of: table, in: row))
    }
    statement.reset()
    return row
  }

  /// The canonical text of a document, or `nil`.
  package func documentText(_ digest: DocumentDigest) throws -> String? {
    try connection.first("SELECT text FROM document WHERE hash = ?1", digest.bytes) {
      try $0.string(0)
    }
  }
}

extension RecordTable {
  /// What tells the account that a record belongs to, where its kind has one.
  fileprivate var accountExpression: String? {
    if fields[0].type == .resource { return "reference0.account" }
    return fields.first { $0.column == "account" }.map { "record.\($0.column)" }
  }

  /// What tells the Region that a record belongs to, where its kind has one.
  fileprivate var regionExpression: String? {
    if fields.contains(where: { $0.column == "region" }) { return "record.region" }
    switch kind {
    case .function, .version, .alias, .functionURL, .eventSourceMapping, .layerVersion,
      .resourcePolicy, .resourceTags:
      return "reference0.region"
    default: return nil
    }
  }
}
