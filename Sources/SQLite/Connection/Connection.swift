import CSQLite

/// A connection to one SQLite database, for one thread at a time.
///
/// It enforces foreign keys, distrusts the schema of the file, commits durably
/// (`synchronous = FULL`), and waits `busyTimeout` for the locks of others. Its journal mode is the
/// file's; `Migrator` makes files with a write-ahead log. Opening costs no access to the file but the
/// reading of its schema.
package final class Connection {
  let handle: DatabaseHandle
  var statements = StatementCache()
  var progressHandler: ProgressHandler?

  /// The path as it was given; `:memory:` for a database in memory.
  package var path: String { handle.path }

  /// Opens the database at a path, which is always a file's.
  ///
  /// Throws `SQLITE_CANTOPEN`, `SQLITE_READONLY` where the mode asks for more than the system allows,
  /// and what the first access finds: `SQLITE_NOTADB`, `SQLITE_CORRUPT`, `SQLITE_IOERR`. A file that
  /// a failed opening has created is left, empty: the next opening takes it for new.
  package init(
    path: String, mode: OpenMode, busyTimeout: Duration = .seconds(5)
  ) throws(SQLiteError) {
    let file = try DatabaseFile(path: path, busyTimeout: busyTimeout)
    switch mode {
    case .readOnly: handle = try file.openForReading()
    case .readWrite: handle = try file.openForWriting()
    case .create:
      _ = try file.create()
      handle = try file.openForWriting()
    }
  }

  private init(_ handle: consuming DatabaseHandle) {
    self.handle = handle
  }

  /// A new and empty database in memory.
  package static func inMemory() throws(SQLiteError) -> Connection {
    Connection(
      try DatabaseHandle(
        filename: ":memory:", flags: SQLITE_OPEN_READWRITE, path: ":memory:", busyTimeout: .zero))
  }

  /// How many rows the last INSERT, UPDATE or DELETE changed, without those of triggers.
  package var changes: Int { Int(sqlite3_changes64(handle.pointer)) }

  /// The rowid of the last row inserted into a table that has them; 0 before the first.
  package var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(handle.pointer) }

  /// The last error of the connection.
  func lastError(sql: String? = nil) -> SQLiteError {
    SQLiteError(lastErrorOf: handle.pointer, sql: sql, path: path)
  }

  /// A use of this room that it does not allow.
  func misuse(_ message: String, sql: String? = nil) -> SQLiteError {
    SQLiteError(.SQLITE_MISUSE, message, sql: sql, path: path)
  }
}
