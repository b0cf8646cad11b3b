import CSQLite

extension Connection {
  /// Runs `body` in one read transaction: it sees the database as it is now, whatever others write.
  ///
  /// Throws `SQLITE_MISUSE` inside another transaction, and `SQLITE_BUSY` where a file on read-only
  /// media, which no lock protects, was changed meanwhile: what was read is then worth nothing.
  package func read<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction(beginning: "BEGIN DEFERRED") {
      // BEGIN takes no snapshot; the first access to the file does.
      try run("PRAGMA user_version")
      let result = try body()
      try checkImmutability()
      return result
    }
  }

  /// Runs `body` in one write transaction: all of it is in the file when this returns, and nothing of
  /// it where anything is thrown.
  ///
  /// Throws `SQLITE_BUSY` where another connection kept writing for the whole busy timeout,
  /// `SQLITE_READONLY` on a connection that only reads, and `SQLITE_MISUSE` inside another
  /// transaction.
  package func write<Result>(_ body: () throws -> Result) throws -> Result {
    // On a connection that only reads, SQLite begins a transaction that reads.
    guard sqlite3_db_readonly(handle.pointer, "main") == 0 else {
      throw SQLiteError(.SQLITE_READONLY, "it was opened for reading", path: path)
    }
    return try transaction(beginning: "BEGIN IMMEDIATE", body)
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle.pointer) == 0 }

  private func transaction<Result>(
    beginning begin: String, _ body: () throws -> Result
  ) throws -> Result {
    guard !isInTransaction else {
      throw misuse("a transaction cannot begin within another", sql: begin)
    }
    try run(begin)
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction, unless SQLite has done so already as it does when the disk is full.
  private func rollBack() {
    guard isInTransaction else { return }
    // The error that led here is the one to report. If the rollback fails too, the file is as it was
    // before the transaction once SQLite next opens it.
    sqlite3_exec(handle.pointer, "ROLLBACK", nil, nil, nil)
  }

  private func checkImmutability() throws(SQLiteError) {
    guard let state = handle.immutableState, state != handle.fileState else { return }
    throw SQLiteError(
      extendedCode: csqlite_busy_snapshot, message: "the file was changed while it was read",
      path: path)
  }
}
