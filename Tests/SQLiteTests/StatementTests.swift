import SQLite
import Testing

@Suite("A statement")
struct StatementTests {
  private let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(numbers)
  }

  @Test("reads all rows, the first or each in turn")
  func readsRows() throws {
    let names = try connection.query("SELECT name FROM number WHERE id > ? ORDER BY id", 1) {
      try $0.string(0)
    }
    #expect(names == ["two", "three"])

    let first = try connection.first("SELECT name FROM number ORDER BY id") { try $0.string(0) }
    #expect(first == "one")
    #expect(
      try connection.first("SELECT name FROM number WHERE id = 9") { try $0.string(0) } == nil)

    var sum = 0
    try connection.visit("SELECT id FROM number") { sum += try $0.int(0) }
    #expect(sum == 6)
  }

  @Test("is bound and run again without being compiled again")
  func runsAgain() throws {
    var insert = try connection.prepare("INSERT INTO number VALUES (?, ?)")
    for id in 10..<20 { #expect(try insert.run(id, "number \(id)") == 1) }
    #expect(try connection.integer("SELECT count(*) FROM number") == 13)
  }

  @Test("steps through its rows, and starts over after the last")
  func steps() throws {
    var select = try connection.prepare("SELECT id FROM number ORDER BY id")
    for _ in 1...2 {
      #expect(try select.next { try $0.int(0) } == 1)
      #expect(try select.step())
      #expect(try select.next { try $0.int(0) } == 3)
      #expect(try select.next { try $0.int(0) } == nil)
    }
    #expect(try select.next { try $0.int(0) } == 1)
    select.reset()
    #expect(try select.next { try $0.int(0) } == 1)
  }

  @Test("keeps the parameters that are not bound anew")
  func keepsParameters() throws {
    var select = try connection.prepare("SELECT ?1 + ?2")
    try select.bind(1, at: 1)
    try select.bind(10, at: 2)
    #expect(try select.next { try $0.int(0) } == 11)
    select.reset()
    try select.bind(20, at: 2)
    #expect(try select.next { try $0.int(0) } == 21)
  }

  @Test("forgets its parameters when it is handed back")
  func forgetsParameters() throws {
    do {
      var select = try connection.prepare("SELECT ?1")
      try select.bind("secret", at: 1)
      #expect(try select.step())
    }
    var select = try connection.prepare("SELECT ?1")
    #expect(try select.next { $0.isNull(0) } == true)
  }

  @Test("tells its columns, its parameters and whether it writes")
  func describesItself() throws {
    let select = try connection.prepare("SELECT id, name AS title FROM number WHERE id IN (?1, ?3)")
    #expect(select.columnNames == ["id", "title"])
    #expect(select.parameterCount == 3)
    #expect(select.isReadOnly == true)
    let delete = try connection.prepare("DELETE FROM number")
    #expect(delete.columnNames == [])
    #expect(delete.isReadOnly == false)
  }

  @Test("is reset after a throw, so that it holds no lock and can be used again")
  func isResetAfterThrow() throws {
    struct Stop: Error {}
    let sql = "SELECT id FROM number ORDER BY id"
    #expect(throws: Stop.self) { try connection.visit(sql) { _ in throw Stop() } }
    // A statement that still stood on a row would make this fail.
    try connection.execute("DROP TABLE number")
    try connection.execute(numbers)
    #expect(try connection.query(sql) { try $0.int(0) } == [1, 2, 3])
  }

  @Test("is reset after a failed step")
  func isResetAfterFailure() throws {
    var insert = try connection.prepare("INSERT INTO number VALUES (?, ?)")
    #expect(throws: SQLiteError.self) { try insert.run(1, "again") }
    #expect(try insert.run(4, "four") == 1)
  }

  @Test("may be asked for while its text is in use: each owner has its own rows")
  func nests() throws {
    let sql = "SELECT id FROM number ORDER BY id"
    let pairs = try connection.query(sql) { outer in
      let left = try outer.int(0)
      return try connection.query(sql) { try left * 10 + $0.int(0) }
    }
    #expect(pairs == [[11, 12, 13], [21, 22, 23], [31, 32, 33]])
  }

  @Test("outlives the variable that held its connection")
  func keepsConnection() throws {
    func statement() throws -> Statement {
      try Connection.inMemory().prepare("SELECT 7")
    }
    var select = try statement()
    #expect(try select.next { try $0.int(0) } == 7)
  }

  @Test("is compiled from any number of texts, beyond what the cache keeps")
  func compilesManyTexts() throws {
    for number in 0..<1000 { #expect(try connection.integer("SELECT \(number)") == number) }
    #expect(try connection.integer("SELECT 999") == 999)
  }

  @Test("follows a change of the schema")
  func followsSchema() throws {
    let sql = "SELECT * FROM number WHERE id = 1"
    #expect(try connection.query(sql) { try $0.string(1) } == ["one"])
    try connection.execute("ALTER TABLE number ADD COLUMN square INTEGER")
    try connection.execute("UPDATE number SET square = id * id")
    #expect(try connection.query(sql) { try $0.int(2) } == [1])
  }

  @Test(
    "is one statement, whole and with a value for each parameter",
    arguments: [
      ("", "the text holds no statement"),
      ("  -- only a comment", "the text holds no statement"),
      ("SELECT 1; SELECT 2", "the text goes on after its first statement"),
      ("SELECT 1\0; DROP TABLE number", "the text goes on after its first statement"),
      ("SELECT ?1", "1 parameters cannot take 0 values"),
      ("SELECT ?2", "2 parameters cannot take 0 values"),
    ])
  func refusesMisuse(_ sql: String, _ message: String) throws {
    let error = #expect(throws: SQLiteError.self) { try connection.run(sql) }
    #expect(error?.code == .SQLITE_MISUSE)
    #expect(error?.message == message)
    #expect(error?.sql == sql)
  }

  @Test("refuses a value that has no parameter")
  func refusesSuperfluousValue() throws {
    let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT ?", 1, 2) }
    #expect(error?.code == .SQLITE_RANGE)
  }

  @Test("may end with semicolons and space")
  func takesTrailingSpace() throws {
    #expect(try connection.integer("SELECT 5 ; ;\n") == 5)
  }
}
