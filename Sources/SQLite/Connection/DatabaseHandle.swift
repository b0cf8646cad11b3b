import CSQLite

/// An open SQLite connection, closed when its owner is done with it.
///
/// Statements that are still alive keep SQLite's side of it alive until they are finalized.
struct DatabaseHandle: ~Copyable {
  let pointer: OpaquePointer
  /// What errors call the database: the path as it was given.
  let path: String
  /// How long it waits for the locks of others.
  let busyTimeout: Duration
  /// The state in which an immutable file was opened; nil where SQLite's locks protect the reading.
  let immutableState: FileState?

  /// Opens a database by SQLite's name for it and prepares it for use, without reading the file.
  init(
    filename: String, flags: Int32, path: String, busyTimeout: Duration,
    immutableState: FileState? = nil
  ) throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags = flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    let result = sqlite3_open_v2(filename, &opened, flags, nil)
    guard let pointer = opened else {
      throw SQLiteError(.SQLITE_NOMEM, "out of memory", path: path)
    }
    guard
      result == SQLITE_OK,
      csqlite_defend(pointer) == SQLITE_OK,
      csqlite_register_int64_array(pointer) == SQLITE_OK,
      sqlite3_busy_timeout(pointer, busyTimeout.milliseconds) == SQLITE_OK,
      sqlite3_exec(pointer, "PRAGMA cell_size_check = ON", nil, nil, nil) == SQLITE_OK
    else {
      let error = SQLiteError(lastErrorOf: pointer, path: path)
      sqlite3_close_v2(pointer)
      throw error
    }
    self.pointer = pointer
    self.path = path
    self.busyTimeout = busyTimeout
    self.immutableState = immutableState
  }

  deinit {
    sqlite3_close_v2(pointer)
  }

  /// Executes statements that nobody needs the rows of.
  borrowing func execute(_ sql: String) throws(SQLiteError) {
    guard sqlite3_exec(pointer, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(lastErrorOf: pointer, sql: sql, path: path)
    }
  }
}

extension Duration {
  /// The duration in milliseconds as SQLite counts them: none below zero, at most 24 days.
  fileprivate var milliseconds: Int32 {
    Int32(min(max(self / .milliseconds(1), 0), Double(Int32.max)))
  }
}
