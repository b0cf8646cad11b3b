import CSQLite

/// Brings a database to the program's version of its schema, or refuses it.
///
/// The file says whose it is by `application_id` and what its schema is by `user_version`. Both are
/// written in the transaction of the step that they are about, so that a crash leaves a version and
/// never half of one.
package struct Migrator: Sendable {
  /// What `application_id` says in a file of this program; not 0.
  package let applicationID: Int32
  /// The steps by version.
  package let migrations: [Migration]

  /// The version of a file that needs no step; 0 without any migration.
  package var latestVersion: Int { migrations.last?.version ?? 0 }

  package init(applicationID: Int32, migrations: [Migration]) {
    self.applicationID = applicationID
    self.migrations = migrations.sorted { $0.version < $1.version }
  }

  /// Applies the steps that the file has not seen, each in one transaction, and sets up an empty file.
  ///
  /// Another process may do the same at the same time: one does the work, the other waits. Throws
  /// `MigrationError` for a file that it refuses, which it then has not changed, and `SQLiteError`.
  /// A file that needs no step costs the reading of its header.
  package func migrate(_ connection: Connection) throws {
    guard try schemaVersion(of: connection) < latestVersion else { return }
    // The journal mode cannot change within a transaction, and only files of ours may be changed.
    try connection.useWriteAheadLog()
    for migration in migrations { try apply(migration, to: connection) }
  }

  /// Throws unless the file needs no step: for readers, who change nothing.
  ///
  /// Throws `MigrationError` for a file that it refuses, an empty and an older one among them, and
  /// `SQLiteError`.
  package func check(_ connection: Connection) throws {
    let version = try schemaVersion(of: connection)
    guard version < latestVersion else { return }
    throw MigrationError(
      version == 0 ? .empty : .older(version: version, latest: latestVersion),
      path: connection.path)
  }

  private func apply(_ migration: Migration, to connection: Connection) throws {
    // A step may rebuild a table that others refer to; what it leaves is checked before it counts.
    try connection.withoutForeignKeys {
      try connection.write {
        guard try schemaVersion(of: connection) < migration.version else { return }
        try connection.execute(migration.sql)
        try checkForeignKeys(connection, after: migration)
        try connection.execute("PRAGMA application_id = \(applicationID)")
        try connection.execute("PRAGMA user_version = \(migration.version)")
      }
    }
  }

  /// The version of the file's schema: 0 for an empty file, at most the latest.
  private func schemaVersion(of connection: Connection) throws -> Int {
    // In one transaction, lest another process sets the file up between two of the readings.
    guard connection.isInTransaction else {
      return try connection.read { try schemaVersion(of: connection) }
    }
    try connection.checkWholePages()
    let applicationID = try connection.integer("PRAGMA application_id")
    let version = try connection.integer("PRAGMA user_version")
    if applicationID == 0, version == 0, try connection.isEmpty { return 0 }
    guard applicationID == self.applicationID, version > 0 else {
      throw MigrationError(
        .foreign(applicationID: Int32(clamping: applicationID)), path: connection.path)
    }
    guard version <= latestVersion else {
      throw MigrationError(.newer(version: version, latest: latestVersion), path: connection.path)
    }
    return version
  }

  private func checkForeignKeys(_ connection: Connection, after migration: Migration) throws {
    let broken = try connection.first("PRAGMA foreign_key_check") { row in
      (table: try row.string(0), parent: try row.string(2))
    }
    guard let broken else { return }
    throw MigrationError(
      .brokenReference(migration: migration.name, table: broken.table, parent: broken.parent),
      path: connection.path)
  }
}

extension Connection {
  /// Makes the file one with a write-ahead log, where readers and a writer do not wait for each other.
  fileprivate func useWriteAheadLog() throws(SQLiteError) {
    let sql = "PRAGMA journal_mode = WAL"
    let deadline = ContinuousClock.now + handle.busyTimeout
    while sqlite3_exec(handle.pointer, sql, nil, nil, nil) != SQLITE_OK {
      let error = lastError(sql: sql)
      // Where two connections set the mode at once, SQLite gives up for one of them without waiting.
      guard error.code == .SQLITE_BUSY, ContinuousClock.now < deadline else { throw error }
      sqlite3_sleep(1)
    }
  }

  /// Runs `body`, which is no part of a transaction, without enforcing foreign keys.
  fileprivate func withoutForeignKeys(_ body: () throws -> Void) throws {
    csqlite_enforce_foreign_keys(handle.pointer, 0)
    defer { csqlite_enforce_foreign_keys(handle.pointer, 1) }
    try body()
  }

  /// The one integer that a statement gives.
  fileprivate func integer(_ sql: String) throws -> Int {
    try first(sql) { try $0.int(0) } ?? 0
  }

  /// Whether the schema has nothing in it.
  fileprivate var isEmpty: Bool {
    get throws { try first("SELECT 1 FROM sqlite_schema LIMIT 1") { try $0.int(0) } == nil }
  }

  /// Throws for a file that ends within a page, as one whose copying was cut off does: SQLite notices
  /// missing pages and takes the missing part of a page for zeros.
  fileprivate func checkWholePages() throws {
    guard let size = handle.fileState?.size else { return }
    let pageSize = try integer("PRAGMA page_size")
    guard size.isMultiple(of: pageSize) else {
      throw MigrationError(.cutOff(size: size), path: path)
    }
  }
}
