import Foundation
import SQLite
import Testing

/// Files whose copying or writing was cut off, and others that are not what they seem: the migrator
/// and a reader end with a typed error or with the right content, and never with wrong content.
@Suite("A damaged file")
struct DamagedFileTests {
  private static let migrator = Migrator(
    applicationID: applicationID,
    migrations: steps + [
      Migration(
        version: 3, name: "many numbers",
        sql: """
          WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
          INSERT INTO number (id, name, square) SELECT i, 'the number ' || i, i * i FROM n;
          """)
    ])

  /// A whole database file of several pages.
  private let whole: Data
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Self.migrator.migrate(try Connection(path: folder.path(), mode: .create))
    whole = try folder.contents()
  }

  private enum Outcome: Equatable {
    case empty
    case valid
    case refused
  }

  /// What becomes of the file; an error that is not ours fails the test.
  private func outcome(_ data: Data, mode: OpenMode) throws -> Outcome {
    try folder.write(data)
    do {
      let connection = try Connection(path: folder.path(), mode: mode)
      try mode == .readOnly
        ? Self.migrator.check(connection) : Self.migrator.migrate(connection)
      let content = try connection.query("SELECT name, square FROM number ORDER BY id") {
        "\(try $0.string(0)) \(try $0.int(1))"
      }
      #expect(content.count == 993)
      #expect(content.last == "the number 999 998001")
      return .valid
    } catch let error as MigrationError where error.reason == .empty {
      return .empty
    } catch is MigrationError {
      return .refused
    } catch is SQLiteError {
      return .refused
    }
  }

  @Test("is read as whole when it is whole")
  func readsWhole() throws {
    #expect(whole.count > 8 * 4096)
    #expect(try outcome(whole, mode: .readOnly) == .valid)
    #expect(try outcome(whole, mode: .readWrite) == .valid)
  }

  @Test("is refused wherever it is cut off, or was never written")
  func refusesCutFile() throws {
    let nearEnds = Array(0..<130) + Array((whole.count - 130)..<whole.count)
    let pages = stride(from: 4096, to: whole.count, by: 4096).flatMap { [$0 - 1, $0, $0 + 1] }
    let between = stride(from: 131, to: whole.count, by: 997)
    for size in nearEnds + pages + between {
      let reading = try outcome(whole.prefix(size), mode: .readOnly)
      #expect(reading == (size == 0 ? .empty : .refused), "cut after \(size) bytes")
      let writing = try outcome(whole.prefix(size), mode: .readWrite)
      #expect(writing == (size == 0 ? .valid : .refused), "cut after \(size) bytes")
    }
  }

  @Test("is refused when it ends in bytes that are not its own")
  func refusesTail() throws {
    #expect(try outcome(whole + Data([0]), mode: .readOnly) == .refused)
    #expect(try outcome(whole + Data(count: 4095), mode: .readWrite) == .refused)
  }

  @Test("never crashes the program, whichever of its bytes is wrong")
  func survivesFlippedBytes() throws {
    for position in stride(from: 0, to: whole.count, by: 61) {
      var data = whole
      data[position] ^= 0xff
      try folder.write(data)
      do {
        let connection = try Connection(path: folder.path(), mode: .readOnly)
        try Self.migrator.check(connection)
        try connection.visit("SELECT id, name, square FROM number") { row in
          _ = (try row.int(0), try row.string(1), try row.optionalInt(2))
        }
      } catch is MigrationError {
      } catch is SQLiteError {
      }
    }
  }

  @Test(
    "is no database at all",
    arguments: ["x", "SQLite format 3", String(repeating: " ", count: 9999)])
  func refusesOtherContent(_ content: String) throws {
    for mode in [OpenMode.readOnly, .readWrite, .create] {
      #expect(try outcome(Data(content.utf8), mode: mode) == .refused)
      #expect(try folder.contents() == Data(content.utf8))
    }
  }

  @Test("with a log that was cut off holds the transactions that are whole")
  func recoversCutLog() throws {
    let writer = try Connection(path: folder.path(), mode: .readWrite)
    try writer.run("INSERT INTO number VALUES (1001, 'first', 1)")
    let firstEnd = try folder.contents("test.db-wal").count
    try writer.run("INSERT INTO number VALUES (1002, 'second', 2)")
    let (database, log) = (try folder.contents(), try folder.contents("test.db-wal"))

    let copy = try TemporaryFolder()
    for size in [0, 1, 31, 32, 33, firstEnd - 1, firstEnd, log.count - 1, log.count] {
      try copy.write(database)
      try copy.write(log.prefix(size), to: "test.db-wal")
      let connection = try Connection(path: copy.path(), mode: .readOnly)
      try Self.migrator.check(connection)
      let added = try connection.integer("SELECT count(*) FROM number WHERE id > 1000")
      #expect(added == (size < firstEnd ? 0 : size < log.count ? 1 : 2), "log of \(size) bytes")
    }
  }
}
