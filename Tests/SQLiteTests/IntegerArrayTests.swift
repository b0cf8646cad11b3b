import SQLite
import Testing

@Suite("The table-valued function int64array")
struct IntegerArrayTests {
  private let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(numbers)
  }

  @Test(
    "gives the integers of its array in their order",
    arguments: [
      [], [7], [3, 1, 2, 1], [.max, 0, .min], Array(0..<100_000),
    ] as [[Int64]])
  func givesElements(_ values: [Int64]) throws {
    let read = try connection.query("SELECT value FROM int64array(?)", values) { try $0.int64(0) }
    #expect(read == values)
  }

  @Test("selects rows by a set of ids")
  func selectsRows() throws {
    let sql = "SELECT name FROM number WHERE id IN (SELECT value FROM int64array(?1)) ORDER BY id"
    #expect(
      try connection.query(sql, [3, 1, 99] as [Int64]) { try $0.string(0) } == ["one", "three"])
    #expect(try connection.query(sql, [] as [Int64]) { try $0.string(0) } == [])
  }

  @Test("joins from either side")
  func joins() throws {
    let sql = """
      SELECT name FROM number JOIN int64array(?1) AS wanted ON wanted.value = number.id
      ORDER BY wanted.rowid
      """
    #expect(try connection.query(sql, [3, 1] as [Int64]) { try $0.string(0) } == ["three", "one"])
  }

  @Test("is looked up by the primary key, never by a scan of the table")
  func usesPrimaryKey() throws {
    let plan = try connection.query(
      """
      EXPLAIN QUERY PLAN
      SELECT name FROM number WHERE id IN (SELECT value FROM int64array(?1))
      """, [1] as [Int64]
    ) { try $0.string(3) }
    #expect(plan.contains { $0.hasPrefix("SEARCH number USING INTEGER PRIMARY KEY") })
    #expect(!plan.contains { $0.hasPrefix("SCAN number") })
  }

  @Test("takes two arrays in one statement")
  func takesTwoArrays() throws {
    let sql = "SELECT a.value * b.value FROM int64array(?1) AS a, int64array(?2) AS b ORDER BY 1"
    let products = try connection.query(sql, [2, 3] as [Int64], [5, 7] as [Int64]) { try $0.int(0) }
    #expect(products == [10, 14, 15, 21])
  }

  @Test(
    "is empty for what is no bound array",
    arguments: [
      "int64array(NULL)", "int64array(12345)", "int64array('int64array')", "int64array",
    ])
  func isEmptyWithoutArray(_ table: String) throws {
    #expect(try connection.integer("SELECT count(*) FROM \(table)") == 0)
  }

  @Test("is not for the views of a file, which strangers write")
  func isForStatementsOnly() throws {
    try connection.execute("CREATE VIEW v AS SELECT value FROM int64array(1)")
    let error = #expect(throws: SQLiteError.self) { try connection.integer("SELECT * FROM v") }
    #expect(error?.code == .SQLITE_ERROR)
  }

  @Test("keeps the array bound for the next run, and lets it go with the statement")
  func keepsArray() throws {
    var select = try connection.prepare("SELECT sum(value) FROM int64array(?)")
    try select.bind([1, 2, 3] as [Int64], at: 1)
    for _ in 1...3 {
      #expect(try select.next { try $0.int(0) } == 6)
      select.reset()
    }
  }
}
