import CRegistrySchema
package import SQLite

/// The file that holds a registry.
package enum RegistryFile {
  /// Marks the file as a registry of permreg: the bytes `prmg`.
  package static let applicationID: Int32 = 0x7072_6D67

  /// Makes a new registry, or brings an older one to this version's schema.
  ///
  /// - Throws: `SQLiteError` or `MigrationError`; the file is then as it was.
  package static func create(at path: String) throws -> Connection {
    let connection = try Connection(path: path, mode: .create)
    try migrator.migrate(connection)
    return connection
  }

  /// Opens a registry to write to it, bringing an older one to this version's schema.
  package static func open(at path: String) throws -> Connection {
    let connection = try Connection(path: path, mode: .readWrite)
    try migrator.migrate(connection)
    return connection
  }

  /// Opens a registry to ask it. Cost: reads two header fields.
  package static func openForReading(at path: String) throws -> Connection {
    let connection = try Connection(path: path, mode: .readOnly)
    try migrator.check(connection)
    return connection
  }

  /// A new registry in memory.
  package static func inMemory() throws -> Connection {
    let connection = try Connection.inMemory()
    try migrator.migrate(connection)
    return connection
  }

  /// The schema that this program writes.
  package static var schemaVersion: Int { migrator.latestVersion }

  private static var migrator: Migrator {
    let migrations = (0..<cregistryschema_migration_count()).compactMap { index -> Migration? in
      guard let migration = cregistryschema_migration_at(index)?.pointee else { return nil }
      let text = UnsafeRawBufferPointer(start: migration.sql, count: migration.length)
      return Migration(
        version: Int(migration.version),
        name: String(cString: migration.name),
        sql: String(decoding: text, as: UTF8.self))
    }
    return Migrator(applicationID: applicationID, migrations: migrations)
  }
}
