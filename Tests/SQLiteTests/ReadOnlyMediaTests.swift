import Foundation
import Glibc
import SQLite
import Testing

@Suite("On read-only media")
struct ReadOnlyMediaTests {
  private let folder: TemporaryFolder

  /// A database with a write-ahead log that is closed, as after every command.
  init() throws {
    folder = try TemporaryFolder()
    let connection = try Connection(path: folder.path(), mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.execute(numbers)
  }

  @Test("a closed database is read, and nothing is written beside it")
  func readsClosedDatabase() throws {
    let count = try folder.asReadOnly {
      let connection = try Connection(path: folder.path(), mode: .readOnly)
      return try connection.read { try connection.integer("SELECT count(*) FROM number") }
    }
    #expect(count == 3)
    #expect(try folder.names == ["test.db"])
  }

  @Test("an empty log is as good as none")
  func takesEmptyLog() throws {
    try folder.write(Data(), to: "test.db-wal")
    let count = try folder.asReadOnly {
      try Connection(path: folder.path(), mode: .readOnly).integer("SELECT count(*) FROM number")
    }
    #expect(count == 3)
  }

  @Test(
    "names with signs that mean something in a URI are names", arguments: ["a?b#c%41.db", "ü.db"])
  func takesNamesLiterally(_ name: String) throws {
    try folder.write(try folder.contents(), to: name)
    let count = try folder.asReadOnly {
      try Connection(path: folder.path(name), mode: .readOnly)
        .integer("SELECT count(*) FROM number")
    }
    #expect(count == 3)
  }

  @Test("a log that was not finished is an error: its rows must not be missed")
  func refusesUnfinishedLog() throws {
    let copy = try TemporaryFolder()
    let writer = try Connection(path: folder.path(), mode: .readWrite)
    try writer.run("INSERT INTO number VALUES (4, 'four')")
    for name in ["test.db", "test.db-wal"] {
      try copy.write(try folder.contents(name), to: name)
    }
    let error = #expect(throws: SQLiteError.self) {
      try copy.asReadOnly { _ = try Connection(path: copy.path(), mode: .readOnly) }
    }
    #expect(error?.code == .SQLITE_READONLY)
    #expect(
      error?.description
        == "the last write to `\(copy.path())` was not finished, and recovering it needs write access"
    )
    #expect(error?.hint?.contains("open it once where its folder can be written") == true)

    // Where it can be written, the reader recovers it by itself.
    let reader = try Connection(path: copy.path(), mode: .readOnly)
    #expect(try reader.integer("SELECT count(*) FROM number") == 4)
  }

  @Test("a log with its index is read, whether its writer is alive or not")
  func readsLogWithIndex() throws {
    let writer = try Connection(path: folder.path(), mode: .readWrite)
    try writer.run("INSERT INTO number VALUES (4, 'four')")
    let copy = try TemporaryFolder()
    for name in try folder.names { try copy.write(try folder.contents(name), to: name) }

    for folder in [folder, copy] {
      let count = try folder.asReadOnly {
        let connection = try Connection(path: folder.path(), mode: .readOnly)
        return try connection.read { try connection.integer("SELECT count(*) FROM number") }
      }
      #expect(count == 4)
    }
  }

  @Test("a journal that was not finished is an error too")
  func refusesUnfinishedJournal() throws {
    let copy = try TemporaryFolder()
    try Connection(path: folder.path(), mode: .readWrite).execute("PRAGMA journal_mode = DELETE")
    let writer = try Connection(path: folder.path(), mode: .readWrite)
    try writer.write {
      try writer.execute("PRAGMA cache_spill = 1; PRAGMA cache_size = 1")
      for id in 10..<500 {
        try writer.run(
          "INSERT INTO number VALUES (?, ?)", id, String(repeating: "x\(id)", count: 99))
      }
      for name in ["test.db", "test.db-journal"] {
        try copy.write(try folder.contents(name), to: name)
      }
    }
    let error = #expect(throws: SQLiteError.self) {
      try copy.asReadOnly { _ = try Connection(path: copy.path(), mode: .readOnly) }
    }
    #expect(error?.code == .SQLITE_READONLY)
    #expect(error?.description.contains("was not finished") == true)
  }

  @Test("a change by somebody who can write spoils the reading that saw it")
  func noticesChange() throws {
    let reader = try folder.asReadOnly { try Connection(path: folder.path(), mode: .readOnly) }
    #expect(try reader.read { try reader.integer("SELECT count(*) FROM number") } == 3)

    let error = #expect(throws: SQLiteError.self) {
      try reader.read {
        let writer = try Connection(path: folder.path(), mode: .readWrite)
        try writer.run("INSERT INTO number VALUES (4, 'four')")
      }
    }
    #expect(error?.code == .SQLITE_BUSY)
    #expect(
      error?.description
        == "`\(folder.path())` was changed by another connection while it was read")
  }

  @Test("a file cannot be opened for writing", arguments: [OpenMode.readWrite, .create])
  func refusesWriting(_ mode: OpenMode) throws {
    let error = #expect(throws: SQLiteError.self) {
      try folder.asReadOnly { _ = try Connection(path: folder.path(), mode: mode) }
    }
    #expect(error?.code == .SQLITE_READONLY)
    #expect(error?.description == "`\(folder.path())` cannot be written: permission denied")
  }

  @Test("no file can be made")
  func refusesCreation() throws {
    let error = #expect(throws: SQLiteError.self) {
      try folder.asReadOnly { _ = try Connection(path: folder.path("new.db"), mode: .create) }
    }
    #expect(error?.code == .SQLITE_CANTOPEN)
    #expect(error?.message == "permission denied")
  }
}

extension TemporaryFolder {
  /// Runs `body` while the folder and its files can be read and not written, by root either.
  func asReadOnly<Result>(_ body: () throws -> Result) throws -> Result {
    func set(folder: Int, files: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: folder], ofItemAtPath: url.path)
      for name in try names {
        try FileManager.default.setAttributes([.posixPermissions: files], ofItemAtPath: path(name))
      }
    }
    try set(folder: 0o555, files: 0o444)
    // Permissions do not bind root, so the thread leaves root's file system rights for the while.
    let userID = geteuid()
    try setFileSystemUser(userID == 0 ? 65534 : userID)
    defer {
      try? setFileSystemUser(userID)
      try? set(folder: 0o755, files: 0o644)
    }
    return try body()
  }

  /// The system call `setfsuid`, which changes the thread alone; the Glibc module leaves it out.
  private func setFileSystemUser(_ id: uid_t) throws {
    let symbol = try #require(dlsym(nil, "setfsuid"))
    typealias SetFileSystemUser = @convention(c) (uid_t) -> Int32
    _ = unsafeBitCast(symbol, to: SetFileSystemUser.self)(id)
  }
}
