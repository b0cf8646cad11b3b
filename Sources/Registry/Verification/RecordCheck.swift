import SQLite

/// Derives the rows of every record from its changes, and compares them with the tables.
struct RecordCheck {
  let connection: Connection
  let progress: VerificationProgress

  /// How many rows there are; throws the first fault.
  func run() throws -> Int {
    let known = RecordKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let unknown = try connection.first(
      "SELECT revision, ordinal, kind FROM change WHERE kind NOT IN (\(known))"
    ) { row in
      RegistryFault(
        "change", "@\(try row.int(0)) \(try row.int(1))",
        "`\(try row.string(2))` is no kind of record")
    }
    if let unknown { throw unknown }
    return try RecordKind.allCases.reduce(0) { try $0 + check($1) }
  }

  private func check(_ kind: RecordKind) throws -> Int {
    let rows = try RecordRows(kind.table, connection)
    var last: RecordChange?
    try connection.visit(
      """
      SELECT revision, key, before, after FROM change WHERE kind = ?1 ORDER BY key, revision
      """, kind.rawValue
    ) { row in
      let change = RecordChange(
        revision: try row.int(0), key: try row.string(1), before: try row.optionalString(2),
        after: try row.optionalString(3))
      let isSameRecord = last.map { Optional($0.key).isSame(as: change.key) } ?? false
      try checkOrder(change, after: isSameRecord ? last : nil)
      if let last { try rows.check(last, until: isSameRecord ? change.revision : Int.max) }
      last = change
      progress.advance()
    }
    if let last { try rows.check(last, until: Int.max) }
    try rows.checkNothingElse()
    return rows.count
  }

  private func checkOrder(_ change: RecordChange, after last: RecordChange?) throws {
    let key = "@\(change.revision) \(change.key)"
    if let last, last.revision == change.revision {
      throw RegistryFault("change", key, "the revision changes the record twice")
    }
    guard change.before.isSame(as: last?.after) else {
      throw RegistryFault.difference(
        "change", key, field: "before", found: change.before, expected: last?.after)
    }
  }
}

/// One change of a record of a known kind.
private struct RecordChange {
  let revision: Int
  let key: String
  let before: String?
  let after: String?
}

/// The rows of one table of records.
private final class RecordRows {
  private let table: RecordTable
  private let connection: Connection
  private var selection: SQLite.Statement
  /// How many rows the changes account for.
  private(set) var count = 0

  init(_ table: RecordTable, _ connection: Connection) throws {
    self.table = table
    self.connection = connection
    selection = try connection.prepare(table.verification)
  }

  /// Checks the row that a change made, which was valid until a revision.
  func check(_ change: RecordChange, until end: Int) throws {
    guard let json = change.after else { return }
    let expected = try table.values(fromJSON: json)
    guard Optional(table.key(of: expected)).isSame(as: change.key),
      Optional(table.json(of: expected)).isSame(as: json)
    else {
      throw RegistryFault(
        "change", "@\(change.revision) \(change.key)", "`after` is not the JSON of the record")
    }
    selection.reset()
    for index in 0..<table.keyLength {
      try selection.bind(expected[index].text, at: index + 1)
    }
    try selection.bind(end, at: table.keyLength + 1)
    let table = table
    let found = try selection.next { row in
      try self.check(row, change, expected)
      return try Snapshot.values(of: table, in: row)
    }
    selection.reset()
    guard let found else {
      throw RegistryFault(
        table.name, change.key,
        "the row from @\(change.revision) until \(end == Int.max ? "now" : "@\(end)") is missing")
    }
    for (index, field) in table.fields.enumerated() {
      guard found[index].spelled.isSame(as: expected[index].spelled) else {
        throw RegistryFault.difference(
          table.name, change.key, field: field.column, found: found[index].spelled,
          expected: expected[index].spelled)
      }
    }
    count += 1
  }

  /// Checks the columns that are no fields.
  private func check(
    _ row: borrowing Row, _ change: RecordChange, _ expected: [FieldValue]
  ) throws {
    let start = try row.int(table.fields.count)
    guard start == change.revision else {
      throw RegistryFault.difference(
        table.name, change.key, field: "from_revision", found: String(start),
        expected: String(change.revision))
    }
    guard let column = table.accountColumn else { return }
    let found = try row.string(table.fields.count + 1)
    let account = try ResourceIdentity(arn: expected[0].text ?? "").account
    guard Optional(found).isSame(as: account) else {
      throw RegistryFault.difference(
        table.name, change.key, field: column, found: found, expected: account)
    }
  }

  /// Throws where the table has more rows than the changes account for, which it must hold already.
  func checkNothingElse() throws {
    let sql = "SELECT count(*) FROM \(table.name)"
    let present = try connection.first(sql) { try $0.int(0) } ?? 0
    guard present != count else { return }
    let table = table
    let list = table.fields.count
    try connection.visit(table.listing) { row in
      let key = table.key(of: try Snapshot.values(of: table, in: row))
      let (start, end) = (try row.int(list), try row.int(list + 1))
      let isKnown = try connection.first(
        """
        SELECT EXISTS (SELECT 1 FROM change
          WHERE kind = ?1 AND key = ?2 AND revision = ?3 AND after IS NOT NULL)
        AND ?4 = (SELECT coalesce(min(revision), 9223372036854775807) FROM change
          WHERE kind = ?1 AND key = ?2 AND revision > ?3)
        """, table.kind.rawValue, key, start, end
      ) { try $0.bool(0) }
      if isKnown != true { throw RegistryFault.surplus(table.name, key) }
    }
    throw RegistryFault(table.name, "", "it holds \(present) rows, and should hold \(count)")
  }
}

extension RecordTable {
  private var joins: String {
    fields.enumerated().map { index, field in
      switch field.type {
      case .resource:
        " LEFT JOIN resource AS reference\(index) ON reference\(index).id = record.\(field.column)"
      case .document:
        " LEFT JOIN document AS reference\(index) ON reference\(index).id = record.\(field.column)"
      case .text, .flag, .json: ""
      }
    }.joined()
  }

  private var columns: String {
    fields.enumerated().map { index, field in
      switch field.type {
      case .resource: "reference\(index).arn"
      case .document: "reference\(index).hash"
      case .text, .flag, .json: "record.\(field.column)"
      }
    }.joined(separator: ", ")
  }

  /// The query for the row with a key (`?1` and on) that ended at a revision (the last parameter):
  /// its fields, the revision that it began with, and the account where the table repeats it.
  fileprivate var verification: String {
    let account = accountColumn.map { ", record.\($0)" } ?? ""
    let keys = fields.prefix(keyLength).enumerated().map { index, field in
      field.type == .resource
        ? "record.\(field.column) = (SELECT id FROM resource WHERE arn = ?\(index + 1))"
        : "record.\(field.column) = ?\(index + 1)"
    }
    return """
      SELECT \(columns), record.from_revision\(account) FROM \(name) AS record\(joins)
      WHERE \(keys.joined(separator: " AND ")) AND record.until_revision = ?\(keyLength + 1)
      """
  }

  /// The query for all rows: fields, first revision, last revision.
  fileprivate var listing: String {
    """
    SELECT \(columns), record.from_revision, record.until_revision FROM \(name) AS record\(joins)
    """
  }
}
