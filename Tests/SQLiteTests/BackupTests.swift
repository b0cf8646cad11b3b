import Foundation
import SQLite
import Testing

@Suite("A backup")
struct BackupTests {
  private let folder: TemporaryFolder
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.path(), mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE blob (content BLOB) STRICT")
    for byte in 0..<100 as Range<UInt8> {
      try connection.run("INSERT INTO blob VALUES (?)", [UInt8](repeating: byte, count: 4000))
    }
  }

  private func open(_ name: String) throws -> Connection {
    try Connection(path: folder.path(name), mode: .readOnly)
  }

  @Test("is a whole database in a file for its owner alone")
  func copies() throws {
    try connection.backUp(to: folder.path("copy.db"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("copy.db"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let copy = try open("copy.db")
    #expect(try copy.integer("SELECT count(*) FROM blob") == 100)
    #expect(try copy.string("PRAGMA integrity_check") == "ok")
  }

  @Test("holds the moment of its start while others write")
  func isSnapshot() throws {
    let writer = try Connection(path: folder.path(), mode: .readWrite, busyTimeout: .zero)
    var steps: [Int] = []
    try connection.backUp(to: folder.path("copy.db"), pagesPerStep: 10) { remaining, total in
      steps.append(remaining)
      #expect(remaining < total)
      try writer.run("INSERT INTO blob VALUES (?)", [UInt8](repeating: 7, count: 4000))
      try writer.run("DELETE FROM blob WHERE rowid = ?", steps.count)
    }
    #expect(steps.count > 5)
    #expect(steps == steps.sorted(by: >))

    let copy = try open("copy.db")
    #expect(try copy.integer("SELECT count(*) FROM blob") == 100)
    #expect(try copy.integer("SELECT min(rowid) FROM blob") == 1)
    #expect(try copy.string("PRAGMA integrity_check") == "ok")
  }

  @Test("replaces nothing")
  func replacesNothing() throws {
    try folder.write(Data("mine".utf8), to: "copy.db")
    let error = #expect(throws: SQLiteError.self) {
      try connection.backUp(to: folder.path("copy.db"))
    }
    #expect(error?.code == .SQLITE_CANTOPEN)
    #expect(error?.message == "it exists already")
    #expect(try folder.contents("copy.db") == Data("mine".utf8))
  }

  @Test("leaves no file behind when it is given up")
  func isGivenUp() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.backUp(to: folder.path("copy.db"), pagesPerStep: 1) { _, _ in throw Stop() }
    }
    #expect(try folder.names == ["test.db", "test.db-shm", "test.db-wal"])
    try connection.write {}
  }

  @Test("begins in no transaction")
  func refusesTransaction() throws {
    let error = #expect(throws: SQLiteError.self) {
      try connection.write { try connection.backUp(to: folder.path("copy.db")) }
    }
    #expect(error?.code == .SQLITE_MISUSE)
    #expect(try !folder.names.contains("copy.db"))
  }
}
