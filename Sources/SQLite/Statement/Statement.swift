import CSQLite

/// A compiled SQL statement, bound and stepped by its one owner.
///
/// The end of its scope, reached or thrown out of, resets it, clears its parameters and hands it back
/// to the connection's cache. Its methods mutate, so a row cannot outlive the step that made it.
package struct Statement: ~Copyable {
  let connection: Connection
  let compiled: CompiledStatement

  /// The SQL it was compiled from.
  package var sql: String { compiled.sql }

  init(_ compiled: CompiledStatement, of connection: Connection) {
    compiled.isInUse = true
    self.compiled = compiled
    self.connection = connection
  }

  deinit {
    // Both report the last step's failure again, which that step has thrown.
    sqlite3_reset(compiled.pointer)
    sqlite3_clear_bindings(compiled.pointer)
    compiled.isInUse = false
  }

  /// The names of the columns of its rows; none for a statement without rows.
  package var columnNames: [String] {
    (0..<sqlite3_column_count(compiled.pointer)).map { column in
      sqlite3_column_name(compiled.pointer, column).map { String(cString: $0) } ?? ""
    }
  }

  /// Whether it changes nothing in the database file.
  package var isReadOnly: Bool { sqlite3_stmt_readonly(compiled.pointer) != 0 }

  /// Starts over: the next step gives the first row again. Parameters keep their values.
  package mutating func reset() {
    sqlite3_reset(compiled.pointer)
  }

  /// Goes to the next row; false after the last one, when the statement is reset.
  package mutating func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(compiled.pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(compiled.pointer)
      return false
    default:
      let error = connection.lastError(sql: sql)
      sqlite3_reset(compiled.pointer)
      throw error
    }
  }

  /// The row of the last `step` that gave one.
  var row: Row { Row(connection: connection, compiled: compiled) }
}
