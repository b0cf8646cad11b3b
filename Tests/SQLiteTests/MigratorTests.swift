import Foundation
import SQLite
import Testing

/// The application id of the tests' own schema.
let applicationID: Int32 = 0x7465_7374

/// A schema of two steps.
let steps = [
  Migration(version: 1, name: "numbers", sql: numbers),
  Migration(
    version: 2, name: "squares",
    sql: "ALTER TABLE number ADD COLUMN square INTEGER; UPDATE number SET square = id * id;"),
]

@Suite("A migrator")
struct MigratorTests {
  private let folder: TemporaryFolder
  private let old = Migrator(applicationID: applicationID, migrations: [steps[0]])
  private let current = Migrator(applicationID: applicationID, migrations: steps)

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ mode: OpenMode = .create) throws -> Connection {
    try Connection(path: folder.path(), mode: mode)
  }

  /// Why the migrator refuses the file, to migrate it and to check it.
  private func refusals(_ connection: Connection) -> [MigrationError.Reason?] {
    let migrating = #expect(throws: MigrationError.self) { try current.migrate(connection) }
    let checking = #expect(throws: MigrationError.self) { try current.check(connection) }
    return [migrating?.reason, checking?.reason]
  }

  @Test("sets up an empty file: application id, version, schema and a write-ahead log")
  func setsUp() throws {
    let connection = try open()
    try current.migrate(connection)
    #expect(try connection.integer("PRAGMA application_id") == Int(applicationID))
    #expect(try connection.integer("PRAGMA user_version") == 2)
    #expect(try connection.string("PRAGMA journal_mode") == "wal")
    #expect(try connection.integer("SELECT square FROM number WHERE id = 3") == 9)
    try current.check(connection)
  }

  @Test("applies what a file has not seen, in the order of versions, whatever the list's")
  func appliesRest() throws {
    try old.migrate(try open())
    let connection = try open()
    try Migrator(applicationID: applicationID, migrations: steps.reversed()).migrate(connection)
    #expect(try connection.integer("SELECT sum(square) FROM number") == 14)
  }

  @Test("leaves a current file alone, to the byte")
  func leavesCurrentFile() throws {
    try current.migrate(try open())
    let before = try folder.contents()
    do {
      let connection = try open(.readWrite)
      try current.migrate(connection)
      #expect(connection.changes == 0)
    }
    #expect(try folder.contents() == before)
  }

  @Test("sets up a database in memory")
  func setsUpMemory() throws {
    let connection = try Connection.inMemory()
    try current.migrate(connection)
    try current.check(connection)
  }

  @Test("works within the transaction of a reader")
  func checksWithinTransaction() throws {
    try current.migrate(try open())
    let connection = try open(.readOnly)
    let count = try connection.read {
      try current.check(connection)
      return try connection.integer("SELECT count(*) FROM number")
    }
    #expect(count == 3)
  }

  @Test("refuses a file of a newer version, and says both")
  func refusesNewer() throws {
    let connection = try open()
    try current.migrate(connection)
    try connection.execute("PRAGMA user_version = 7")
    #expect(refusals(connection) == Array(repeating: .newer(version: 7, latest: 2), count: 2))
  }

  @Test(
    "refuses the file of another program, and does not touch it",
    arguments: [
      (0, 0, "CREATE TABLE t (a)", Int32(0)),
      (0, 2, "", 0),
      (77, 0, "", 77),
      (77, 2, "CREATE TABLE number (id)", 77),
      (Int(applicationID), 0, "CREATE TABLE t (a)", applicationID),
      (Int(applicationID), -1, "CREATE TABLE t (a)", applicationID),
    ])
  func refusesForeign(_ id: Int, _ version: Int, _ sql: String, _ reported: Int32) throws {
    try open().execute(
      "PRAGMA application_id = \(id); PRAGMA user_version = \(version); \(sql)")
    let before = try folder.contents()
    #expect(
      refusals(try open()) == Array(repeating: .foreign(applicationID: reported), count: 2))
    #expect(try folder.contents() == before)
    #expect(try folder.names == ["test.db"])
  }

  @Test("tells a reader of an empty and of an older file, which a writer brings up to date")
  func tellsReaders() throws {
    _ = try open()
    let empty = #expect(throws: MigrationError.self) { try current.check(try open(.readOnly)) }
    #expect(empty?.reason == .empty)
    try old.migrate(try open())
    let older = #expect(throws: MigrationError.self) { try current.check(try open(.readOnly)) }
    #expect(older?.reason == .older(version: 1, latest: 2))
    try current.migrate(try open())
    try current.check(try open(.readOnly))
  }

  @Test("undoes a step that fails, and keeps those before it")
  func undoesFailedStep() throws {
    let broken = Migration(
      version: 3, name: "broken", sql: "CREATE TABLE t (a INTEGER); INSERT INTO nowhere VALUES (1)")
    let connection = try open()
    let error = #expect(throws: SQLiteError.self) {
      try Migrator(applicationID: applicationID, migrations: steps + [broken]).migrate(connection)
    }
    #expect(error?.message == "no such table: nowhere")
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 't'") == 0)
    try current.check(connection)
  }

  @Test("undoes a step that leaves a reference to nothing")
  func undoesBrokenReference() throws {
    let broken = Migration(
      version: 3, name: "children",
      sql: """
        CREATE TABLE child (number_id INTEGER REFERENCES number (id)) STRICT;
        INSERT INTO child VALUES (99);
        """)
    let connection = try open()
    let error = #expect(throws: MigrationError.self) {
      try Migrator(applicationID: applicationID, migrations: steps + [broken]).migrate(connection)
    }
    #expect(
      error?.reason
        == .brokenReference(migration: "children", table: "child", parent: "number"))
    try current.check(connection)
  }

  @Test("lets a step rebuild a table that others refer to, and enforces foreign keys again")
  func rebuildsTables() throws {
    let children = Migration(
      version: 3, name: "children",
      sql: """
        CREATE TABLE child (number_id INTEGER NOT NULL REFERENCES number (id) ON DELETE CASCADE) STRICT;
        INSERT INTO child VALUES (1), (3);
        """)
    let rebuild = Migration(
      version: 4, name: "rebuild",
      sql: """
        CREATE TABLE number_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO number_new SELECT id, name FROM number;
        DROP TABLE number;
        ALTER TABLE number_new RENAME TO number;
        """)
    let connection = try open()
    try Migrator(applicationID: applicationID, migrations: steps + [children, rebuild])
      .migrate(connection)
    #expect(try connection.integer("SELECT count(*) FROM child") == 2)
    #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO child VALUES (99)") }
  }

  @Test("makes one file of two first openings at the same time", arguments: 0..<20)
  func setsUpConcurrently(_ round: Int) async throws {
    let (path, migrator) = (folder.path(), current)
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          let connection = try Connection(path: path, mode: .create, busyTimeout: .seconds(60))
          try migrator.migrate(connection)
          #expect(try connection.integer("SELECT sum(square) FROM number") == 14)
        }
      }
      try await group.waitForAll()
    }
    #expect(try open(.readOnly).string("PRAGMA integrity_check") == "ok")
  }

  @Test("waits for the one that is setting the file up")
  func waitsForSetup() throws {
    let first = try open()
    try first.execute("PRAGMA journal_mode = WAL")
    let second = try Connection(path: folder.path(), mode: .create, busyTimeout: .zero)
    try first.write {
      let error = #expect(throws: SQLiteError.self) { try current.migrate(second) }
      #expect(error?.code == .SQLITE_BUSY)
    }
    try current.migrate(first)
    try current.migrate(second)
  }
}
