import Foundation
import Registry
import SQLite
import Testing

/// A copy of a registry that somebody edits with another SQLite client.
final class TamperedFile {
  private let folder: URL
  private var path: String { folder.appending(path: "tampered.db").path }

  init(_ bytes: [UInt8]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Changes rows, whatever the schema's rules say; gives their number.
  func edit(_ sql: String) throws -> Int {
    let connection = try lawlessConnection()
    try connection.run(sql)
    return connection.changes
  }

  /// Executes any SQL.
  func execute(_ sql: String) throws {
    try lawlessConnection().execute(sql)
  }

  /// Inserts a row like the first of a table, but for the key.
  func insertCopy(into table: String) throws {
    let columns = try Self.columns().filter { $0.table == table }
    let values = columns.map { $0.isKey ? $0.otherValue : $0.column }
    let changed = try edit(
      """
      INSERT OR IGNORE INTO \(table) (\(columns.map(\.column).joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM \(table) LIMIT 1
      """)
    guard changed == 1 else { throw NothingInserted() }
  }

  struct NothingInserted: Error {}

  func verify() throws -> VerifiedRegistry {
    try Registry(try RegistryFile.openForReading(at: path)).verify()
  }

  private func lawlessConnection() throws -> Connection {
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    return connection
  }

  /// The tables of the schema.
  static func tables() throws -> [String] {
    try RegistryFile.inMemory().query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ) { try $0.string(0) }
  }

  /// The columns of all tables.
  static func columns() throws -> [TableColumn] {
    let connection = try RegistryFile.inMemory()
    return try tables().flatMap { table in
      let keys = try connection.query(
        "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", table
      ) { try $0.string(0) }
      return try connection.query(
        "SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid", table
      ) { row in
        let name = try row.string(0)
        let isUnique = ["arn", "hash", "pattern"].contains(name)
        return TableColumn(
          table: table, column: name, type: try row.string(1),
          isKey: try row.int(2) > 0 || isUnique,
          keys: keys)
      }
    }
  }
}

/// A column of a table, and how to put something else into it.
struct TableColumn: Sendable, CustomTestStringConvertible {
  let table: String
  let column: String
  let type: String
  let isKey: Bool
  /// The columns that name a row of the table.
  let keys: [String]

  /// A condition that is true of one row of the table.
  var oneRow: String {
    let keys = keys.joined(separator: ", ")
    return "(\(keys)) = (SELECT \(keys) FROM \(table) LIMIT 1)"
  }

  /// An expression for another value of the column's type.
  var otherValue: String {
    switch type {
    case "INTEGER":
      column.hasPrefix("is_")
        ? "1 - \(column)"
        : "CASE WHEN \(column) > 1000 THEN \(column) - 1000 ELSE ifnull(\(column), 0) + 1000 END"
    case "BLOB": "CAST(x'00' || \(column) AS BLOB)"
    default: "ifnull(\(column), '') || 'x'"
    }
  }

  var testDescription: String { "\(table).\(column)" }
}
