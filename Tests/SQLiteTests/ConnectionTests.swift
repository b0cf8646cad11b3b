import Foundation
import SQLite
import Testing

@Suite("A connection")
struct ConnectionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("creates a file for its owner alone, and so the files beside it")
  func createsPrivateFile() throws {
    let connection = try Connection(path: folder.path(), mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER) STRICT")

    #expect(try folder.names == ["test.db", "test.db-shm", "test.db-wal"])
    for name in try folder.names {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test("opens what is there when it may create")
  func opensExistingFile() throws {
    try Connection(path: folder.path(), mode: .create).execute(numbers)
    let again = try Connection(path: folder.path(), mode: .create)
    #expect(try again.integer("SELECT count(*) FROM number") == 3)
  }

  @Test("creates nothing in the other modes", arguments: [OpenMode.readOnly, .readWrite])
  func createsOnlyOnDemand(_ mode: OpenMode) throws {
    let error = #expect(throws: SQLiteError.self) {
      try Connection(path: folder.path(), mode: mode)
    }
    #expect(error?.code == .SQLITE_CANTOPEN)
    #expect(try folder.names == [])
  }

  @Test(
    "takes every path for a file's",
    arguments: [":memory:", "file:x.db?mode=memory", "a?b#c%41.db", "ünï cödé.db"])
  func takesPathsLiterally(_ name: String) throws {
    try Connection(path: folder.path(name), mode: .create).execute(numbers)
    #expect(try folder.names == [name])
    let reader = try Connection(path: folder.path(name), mode: .readOnly)
    #expect(try reader.integer("SELECT count(*) FROM number") == 3)
  }

  @Test("refuses a path with a zero byte, which would name another file")
  func refusesZeroByte() throws {
    let error = #expect(throws: SQLiteError.self) {
      try Connection(path: folder.path("a\0b"), mode: .create)
    }
    #expect(error?.code == .SQLITE_CANTOPEN)
    #expect(try folder.names == [])
  }

  @Test(
    "commits durably, checks pages and enforces foreign keys",
    arguments: [
      ("synchronous", 2), ("cell_size_check", 1), ("foreign_keys", 1), ("trusted_schema", 0),
      ("busy_timeout", 5000),
    ])
  func configures(_ pragma: String, _ value: Int) throws {
    let connection = try Connection(path: folder.path(), mode: .create)
    #expect(try connection.integer("PRAGMA \(pragma)") == value)
  }

  @Test(
    "waits as long as it is told to",
    arguments: [
      (Duration.zero, 0), (.milliseconds(1500), 1500), (.seconds(1 << 40), Int(Int32.max)),
    ]
  )
  func waits(_ timeout: Duration, _ milliseconds: Int) throws {
    let connection = try Connection(path: folder.path(), mode: .create, busyTimeout: timeout)
    #expect(try connection.integer("PRAGMA busy_timeout") == milliseconds)
  }

  @Test("takes a name in double quotes for a name, never for a string")
  func refusesStringsInDoubleQuotes() throws {
    let connection = try Connection.inMemory()
    let error = #expect(throws: SQLiteError.self) { try connection.execute(#"SELECT "misspelt""#) }
    #expect(error?.code == .SQLITE_ERROR)
  }

  @Test("lets nobody edit the schema's own table")
  func protectsSchema() throws {
    let connection = try Connection.inMemory()
    try connection.execute(numbers)
    #expect(throws: SQLiteError.self) {
      try connection.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")
    }
  }

  @Test("counts the rows of the last change and knows the last row's id")
  func countsChanges() throws {
    let connection = try Connection.inMemory()
    try connection.execute(numbers)
    try connection.run("INSERT INTO number VALUES (?, ?)", 41, "forty-one")
    #expect(connection.lastInsertRowID == 41)
    #expect(try connection.run("UPDATE number SET name = name || '!' WHERE id < ?", 10) == 3)
    #expect(connection.changes == 3)
  }

  @Test("executes a script, and names the statement that failed")
  func executesScripts() throws {
    let connection = try Connection.inMemory()
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute(
        """
        -- A comment; with a semicolon.
        CREATE TABLE t (a INTEGER) STRICT;;
        INSERT INTO t VALUES (1);
        INSERT INTO t VALUES ('x');
        INSERT INTO t VALUES (2);
        """)
    }
    #expect(error?.sql?.contains("'x'") == true)
    #expect(error?.sql?.contains("(2)") == false)
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test("stops a statement when its progress handler says so, and works again without it")
  func stopsWork() throws {
    let connection = try Connection.inMemory()
    func count(to limit: Int) -> String {
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT \(limit))
      SELECT count(*) FROM n
      """
    }
    let endless = count(to: -1)
    var questions = 0
    connection.onProgress(every: 100) {
      questions += 1
      return questions < 5
    }
    let error = #expect(throws: SQLiteError.self) { try connection.integer(endless) }
    #expect(error?.code == .SQLITE_INTERRUPT)
    #expect(questions == 5)

    connection.removeProgressHandler()
    #expect(try connection.integer(count(to: 9999)) == 9999)
  }
}
