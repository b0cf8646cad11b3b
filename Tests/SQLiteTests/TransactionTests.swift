import Foundation
import SQLite
import Testing

@Suite("A transaction")
struct TransactionTests {
  private struct Stop: Error {}

  private let folder: TemporaryFolder
  private let connection: Connection
  /// Another connection to the same file, which does not wait for locks.
  private let other: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.path(), mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.execute(numbers)
    other = try Connection(path: folder.path(), mode: .readWrite, busyTimeout: .zero)
  }

  private func count(_ connection: Connection) throws -> Int? {
    try connection.integer("SELECT count(*) FROM number")
  }

  @Test("that writes is seen by others once it has returned")
  func commits() throws {
    let result = try connection.write {
      try connection.run("INSERT INTO number VALUES (4, 'four')")
      #expect(try count(other) == 3)
      return "done"
    }
    #expect(result == "done")
    #expect(try count(other) == 4)
  }

  @Test("that writes leaves nothing behind when it throws")
  func rollsBack() throws {
    #expect(throws: Stop.self) {
      try connection.write {
        try connection.execute("DELETE FROM number; CREATE TABLE t (a INTEGER)")
        throw Stop()
      }
    }
    #expect(try count(connection) == 3)
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 't'") == 0)
    try other.write {}
  }

  @Test("that writes is undone by a rule that only its end checks")
  func rollsBackFailedCommit() throws {
    try connection.execute(
      """
      CREATE TABLE child (
        number_id INTEGER REFERENCES number (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT
      """)
    let error = #expect(throws: SQLiteError.self) {
      try connection.write { try connection.run("INSERT INTO child VALUES (99)") }
    }
    #expect(error?.code == .SQLITE_CONSTRAINT)
    #expect(try connection.integer("SELECT count(*) FROM child") == 0)
    try connection.write {}
  }

  @Test("that SQLite has ended by itself reports the error that ended it")
  func reportsAutomaticRollback() throws {
    try connection.execute("PRAGMA max_page_count = 5")
    let error = #expect(throws: SQLiteError.self) {
      try connection.write {
        try connection.run("DELETE FROM number")
        try connection.run(
          "INSERT INTO number VALUES (9, ?)", String(repeating: "x", count: 99_999))
      }
    }
    #expect(error?.code == .SQLITE_FULL)
    #expect(try count(connection) == 3)
    try connection.write {}
  }

  @Test("that reads sees the file as it was when it began, from its first moment on")
  func readsSnapshot() throws {
    try connection.read {
      try other.run("INSERT INTO number VALUES (4, 'four')")
      #expect(try count(connection) == 3)
    }
    #expect(try count(connection) == 4)
  }

  @Test("that reads is over when it throws")
  func endsReading() throws {
    #expect(throws: Stop.self) { try connection.read { throw Stop() } }
    try connection.write {}
  }

  @Test("that writes waits for another writer, and gives up after the timeout")
  func waits() throws {
    try connection.write {
      let error = #expect(throws: SQLiteError.self) { try other.write {} }
      #expect(error?.code == .SQLITE_BUSY)
    }
    try other.write {}
  }

  @Test("that writes waits for a writer on another thread to finish")
  func waitsForThread() async throws {
    let path = folder.path()
    // Each adds one to the same value twenty times; a lost update would show in the sum.
    try await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask {
          let connection = try Connection(path: path, mode: .readWrite, busyTimeout: .seconds(60))
          for _ in 0..<20 {
            try connection.write {
              let id = try connection.integer("SELECT max(id) FROM number") ?? 0
              try connection.run("INSERT INTO number VALUES (?, ?)", id + 1, "number \(id + 1)")
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try count(connection) == 43)
  }

  @Test("begins in no other", arguments: [true, false], [true, false])
  func refusesNesting(_ outerWrites: Bool, _ innerWrites: Bool) throws {
    func run(writes: Bool, _ body: () throws -> Void) throws {
      try writes ? connection.write(body) : connection.read(body)
    }
    try run(writes: outerWrites) {
      let error = #expect(throws: SQLiteError.self) { try run(writes: innerWrites) {} }
      #expect(error?.code == .SQLITE_MISUSE)
      let seen = try count(connection)
      #expect(seen == 3)
    }
    try run(writes: innerWrites) {}
  }
}
