import PolicyLanguage
import SQLite

/// Compares the access index with what the writer's own code makes of each document, in a scratch
/// database that holds one document at a time.
final class IndexCheck {
  private let scratch: Connection
  private let cursors: [IndexCursor]
  private let connection: Connection

  init(_ connection: Connection) throws {
    self.connection = connection
    scratch = try RegistryFile.inMemory()
    cursors = try IndexTable.all.map { try IndexCursor($0, connection) }
  }

  /// Checks the rows of one document; the documents come in the order of their rows.
  func check(_ document: PolicyDocument?, row id: Int64, key: String) throws {
    let expected = try document.map { try rows(of: $0, row: id) }
    for (index, cursor) in cursors.enumerated() {
      try compare(
        try cursor.rows(of: id), with: expected?[index] ?? [], IndexTable.all[index], key)
    }
  }

  /// Checks that no rows are left, and that no pattern is there for nothing.
  func finish() throws {
    for (cursor, table) in zip(cursors, IndexTable.all) {
      if let row = try cursor.rest() {
        throw RegistryFault.surplus(table.name, row.description)
      }
    }
    for (table, use) in [
      ("action_pattern", "SELECT action_id FROM statement_action"),
      ("resource_pattern", "SELECT resource_id FROM statement_resource"),
    ] {
      let stray = try connection.first("SELECT pattern FROM \(table) WHERE id NOT IN (\(use))") {
        try $0.string(0)
      }
      if let stray { throw RegistryFault.surplus(table, stray) }
    }
  }

  private func compare(
    _ found: [IndexRow], with expected: [IndexRow], _ table: IndexTable, _ key: String
  ) throws(RegistryFault) {
    if found == expected { return }
    if let missing = expected.first(where: { !found.contains($0) }) {
      throw RegistryFault(table.name, key, "the row `\(missing)` is missing or was edited")
    }
    let surplus = found.first { !expected.contains($0) }
    throw RegistryFault(
      table.name, key, "the row `\(surplus?.description ?? "")` does not follow from the document")
  }

  private struct Undo: Error {}

  /// The rows that the writer makes, table by table.
  private func rows(of document: PolicyDocument, row id: Int64) throws -> [[IndexRow]] {
    var rows: [[IndexRow]] = []
    do {
      try scratch.write {
        try scratch.run(
          "INSERT INTO document (id, hash, text, is_valid) VALUES (?1, x'', '', 1)", id)
        try StatementIndex(scratch).insert(document, as: id)
        rows = try IndexTable.all.map { table in
          try scratch.query(table.selection) { try IndexRow($0, columns: table.columns.count) }
        }
        throw Undo()
      }
    } catch is Undo {}
    return rows
  }
}

/// A table of the access index, and how its rows are told apart within a document.
private struct IndexTable: Sendable {
  let name: String
  let columns: [String]
  let join: String

  var selection: String {
    let list = columns.joined(separator: ", ")
    return """
      SELECT record.document_id, \(list) FROM \(name) AS record \(join)
      ORDER BY record.document_id, \(list)
      """
  }

  static let all = [
    IndexTable(name: "statement", columns: ["record.ordinal", "sid", "effect"], join: ""),
    IndexTable(
      name: "statement_action",
      columns: ["record.ordinal", "is_negated", "effect", "pattern.pattern", "pattern.prefix"],
      join: "JOIN action_pattern AS pattern ON pattern.id = record.action_id"),
    IndexTable(
      name: "statement_resource",
      columns: ["record.ordinal", "is_negated", "pattern.pattern", "pattern.prefix"],
      join: "JOIN resource_pattern AS pattern ON pattern.id = record.resource_id"),
    IndexTable(
      name: "statement_principal", columns: ["record.ordinal", "is_negated", "type", "value"],
      join: ""),
    IndexTable(
      name: "statement_condition",
      columns: ["record.ordinal", "operator", "condition_key", "value"], join: ""),
  ]
}

/// Walks through a table of the index in the order of the documents.
private final class IndexCursor {
  private var statement: SQLite.Statement
  private let columns: Int
  private var pending: IndexRow?

  init(_ table: IndexTable, _ connection: Connection) throws {
    statement = try connection.prepare(table.selection)
    columns = table.columns.count
    try advance()
  }

  /// The rows of a document, all before it having been asked for.
  func rows(of document: Int64) throws -> [IndexRow] {
    var rows: [IndexRow] = []
    while let row = pending, row.document <= document {
      rows.append(row)
      try advance()
    }
    return rows
  }

  /// A row that no document asked for.
  func rest() throws -> IndexRow? { pending }

  private func advance() throws {
    let columns = columns
    pending = try statement.next { try IndexRow($0, columns: columns) }
  }
}

/// A row of the index, as text.
private struct IndexRow: Equatable, CustomStringConvertible {
  let document: Int64
  let cells: [String?]

  init(_ row: borrowing Row, columns: Int) throws {
    document = try row.int64(0)
    var cells: [String?] = []
    for column in 1...columns {
      if row.isNull(column) {
        cells.append(nil)
      } else if let number = try? row.int64(column) {
        cells.append(String(number))
      } else {
        cells.append(try row.string(column))
      }
    }
    self.cells = cells
  }

  static func == (left: IndexRow, right: IndexRow) -> Bool {
    left.document == right.document && left.cells.count == right.cells.count
      && zip(left.cells, right.cells).allSatisfy { $0.isSame(as: $1) }
  }

  var description: String { cells.map { $0 ?? "NULL" }.joined(separator: " ") }
}
