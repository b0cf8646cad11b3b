import SQLite
import Testing

@Suite("A value")
struct ValueTests {
  private let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
  }

  @Test("comes back as the integer it was", arguments: [0, 1, -1, 255, Int64.max, .min])
  func integers(_ value: Int64) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.int64(0) } == value)
    #expect(try connection.first("SELECT ?", Int(value)) { try $0.int(0) } == Int(value))
  }

  @Test(
    "comes back as the text it was",
    arguments: [
      "", "plain", "e\u{301} is not \u{e9}", "zero \0 byte", "\u{feff}mark", "🧑‍🚀",
      String(repeating: "long ", count: 1000),
    ])
  func texts(_ value: String) throws {
    let read = try connection.first("SELECT ?", value) { try $0.string(0) }
    #expect(read?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
    let lent = try connection.first("SELECT ?", value) { try $0.withBytes(0) { Array($0) } }
    #expect(lent == Array(value.utf8))
  }

  @Test(
    "comes back as the bytes they were",
    arguments: [
      [], [0], [0xff, 0, 0xfe], Array(repeating: 7, count: 100_000),
    ] as [[UInt8]])
  func blobs(_ value: [UInt8]) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.bytes(0) } == value)
    let lent = try connection.first("SELECT ?", value) { try $0.withBytes(0) { Array($0) } }
    #expect(lent == value)
    #expect(try connection.first("SELECT typeof(?)", value) { try $0.string(0) } == "blob")
  }

  @Test("comes back as the truth it was", arguments: [true, false])
  func booleans(_ value: Bool) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.bool(0) } == value)
  }

  @Test("may be missing", arguments: [nil, 5] as [Int64?])
  func optionalIntegers(_ value: Int64?) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.optionalInt64(0) } == value)
    let int = value.map { Int($0) }
    #expect(try connection.first("SELECT ?", int) { try $0.optionalInt(0) } == int)
    #expect(try connection.first("SELECT ?", value) { $0.isNull(0) } == (value == nil))
  }

  @Test("may be a missing truth, text or blob", arguments: [nil, true, false])
  func otherOptionals(_ value: Bool?) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.optionalBool(0) } == value)
    let text = value.map { "\($0)" }
    #expect(try connection.first("SELECT ?", text) { try $0.optionalString(0) } == text)
    let bytes = text.map { Array($0.utf8) }
    #expect(try connection.first("SELECT ?", bytes) { try $0.optionalBytes(0) } == bytes)
  }

  @Test(
    "may be a text of the program itself",
    arguments: ["static", "", StaticString(unicodeScalarLiteral: "x")])
  func staticTexts(_ value: StaticString) throws {
    #expect(try connection.first("SELECT ?", value) { try $0.string(0) } == value.description)
  }

  @Test("may be one of a closed set of words")
  func rawValues() throws {
    enum Effect: String, Bindable { case allow = "Allow" }
    #expect(try connection.first("SELECT ?", Effect.allow) { try $0.string(0) } == "Allow")
  }

  @Test(
    "is read as what it is, or not at all",
    arguments: [
      ("NULL", "column 0 holds NULL where INTEGER belongs"),
      ("'1'", "column 0 holds TEXT where INTEGER belongs"),
      ("1.0", "column 0 holds REAL where INTEGER belongs"),
      ("x'31'", "column 0 holds BLOB where INTEGER belongs"),
    ])
  func refusesConversion(_ literal: String, _ message: String) throws {
    let error = #expect(throws: SQLiteError.self) { try connection.integer("SELECT \(literal)") }
    #expect(error?.code == .SQLITE_MISMATCH)
    #expect(error?.message == message)
  }

  @Test("is no number or truth by accident, nor text that is not UTF-8")
  func refusesOtherMismatches() throws {
    func mismatch(_ sql: String, _ row: (borrowing Row) throws -> Void) -> String? {
      let error = #expect(throws: SQLiteError.self) { try connection.visit(sql, row: row) }
      return error?.code == .SQLITE_MISMATCH ? error?.message : nil
    }
    #expect(mismatch("SELECT 2") { _ = try $0.bool(0) } == "column 0 holds 2 where 0 or 1 belongs")
    #expect(
      mismatch("SELECT 1, 5") { _ = try $0.string(1) }
        == "column 1 holds INTEGER where TEXT belongs")
    #expect(
      mismatch("SELECT CAST(x'ff41' AS TEXT)") { _ = try $0.string(0) }
        == "column 0 holds TEXT that is not UTF-8 where UTF-8 belongs")
    #expect(
      mismatch("SELECT 'x'") { _ = try $0.bytes(0) } == "column 0 holds TEXT where BLOB belongs")
    #expect(
      mismatch("SELECT 5") { row in try row.withBytes(0) { _ in } }
        == "column 0 holds INTEGER where BLOB belongs")
    #expect(
      mismatch("SELECT 5") { _ = try $0.int(1) } == "column 1 holds NULL where INTEGER belongs")
  }
}
