import Foundation
import SQLite
import Testing

/// A way to an error, and what it must say. `FILE` stands for the database's path.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  let name: String
  let code: ResultCode
  let sentence: String
  var hint: String?
  let provoke: @Sendable (TemporaryFolder) throws -> Void

  var testDescription: String { name }
}

@Suite("An error of SQLite")
struct SQLiteErrorTests {
  @Test("has a code, one sentence and a hint", arguments: cases)
  func speaks(_ errorCase: ErrorCase) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: SQLiteError.self) { try errorCase.provoke(folder) }
    #expect(error?.code == errorCase.code)
    #expect(error?.description.replacing(folder.path(), with: "FILE") == errorCase.sentence)
    #expect(error?.hint == errorCase.hint)
  }

  @Test("has a sentence for every code, which names the file")
  func speaksForEveryCode() {
    for value in 1...26 as ClosedRange<Int32> {
      let error = SQLiteError(extendedCode: value, message: "something", path: "x.db")
      #expect(error.code.rawValue == value)
      #expect(error.description.contains("`x.db`"))
    }
  }

  @Test("keeps the extended code of a code that this program does not know")
  func keepsUnknownCode() {
    let error = SQLiteError(extendedCode: 99 | 7 << 8, message: "news", path: "x.db")
    #expect(error.code == .SQLITE_ERROR)
    #expect(error.extendedCode == 99 | 7 << 8)
    #expect(error.description == "`x.db`: news")
  }

  private static let busyHint = "try again when the other command has finished"

  private static let cases: [ErrorCase] = [
    ErrorCase(
      name: "another writer", code: .SQLITE_BUSY,
      sentence: "`FILE` is locked by another connection, which did not finish in time",
      hint: busyHint
    ) { folder in
      let (one, other) = (try open(folder), try open(folder))
      try one.write { try other.write {} }
    },
    ErrorCase(
      name: "a table in use", code: .SQLITE_LOCKED,
      sentence: "a table of `FILE` is locked by another statement of this program", hint: busyHint
    ) { folder in
      let connection = try open(folder)
      try connection.visit("SELECT id FROM number") { _ in
        try connection.execute("DROP TABLE number")
      }
    },
    ErrorCase(
      name: "no room", code: .SQLITE_FULL,
      sentence: "`FILE` cannot grow: database or disk is full",
      hint: "make room on the disk and try again; nothing of this command was kept"
    ) { folder in
      let connection = try open(folder)
      try connection.execute("PRAGMA max_page_count = 8")
      try connection.run("INSERT INTO number VALUES (9, ?)", String(repeating: "x", count: 99_999))
    },
    ErrorCase(
      name: "an unreadable medium", code: .SQLITE_IOERR,
      sentence: "reading or writing `/proc/self/mem` failed: disk I/O error: input/output error"
    ) { _ in
      // The system's view of this process's memory, where nothing is at address 0.
      _ = try Connection(path: "/proc/self/mem", mode: .readOnly)
    },
    ErrorCase(
      name: "a text file", code: .SQLITE_NOTADB, sentence: "`FILE` is not an SQLite database",
      hint: "give the path of the database itself"
    ) { folder in
      try folder.write(Data(String(repeating: "{\"Version\": 1}\n", count: 100).utf8))
      _ = try Connection(path: folder.path(), mode: .readOnly)
    },
    ErrorCase(
      name: "pages of garbage", code: .SQLITE_CORRUPT,
      sentence: "`FILE` is damaged: database disk image is malformed",
      hint: "restore the file from a backup"
    ) { folder in
      _ = try open(folder)
      var data = try folder.contents()
      data.replaceSubrange(4096..., with: repeatElement(0xaa, count: data.count - 4096))
      try folder.write(data)
      let connection = try Connection(path: folder.path(), mode: .readOnly)
      _ = try connection.integer("SELECT count(name) FROM number")
    },
    ErrorCase(
      name: "a transaction that writes, of a reader", code: .SQLITE_READONLY,
      sentence: "`FILE` cannot be written: it was opened for reading",
      hint: "change the permissions, or work on a copy"
    ) { folder in
      _ = try open(folder)
      try Connection(path: folder.path(), mode: .readOnly).write {}
    },
    ErrorCase(
      name: "a statement that writes, of a reader", code: .SQLITE_READONLY,
      sentence: "`FILE` cannot be written: attempt to write a readonly database",
      hint: "change the permissions, or work on a copy"
    ) { folder in
      _ = try open(folder)
      try Connection(path: folder.path(), mode: .readOnly).run("DELETE FROM number")
    },
    ErrorCase(
      name: "a missing folder", code: .SQLITE_CANTOPEN,
      sentence: "`FILE/no/such.db` cannot be opened: no such file or directory"
    ) { folder in
      _ = try Connection(path: folder.path() + "/no/such.db", mode: .create)
    },
    ErrorCase(
      name: "a missing file", code: .SQLITE_CANTOPEN,
      sentence: "`FILE` cannot be opened: no such file or directory"
    ) { folder in
      _ = try Connection(path: folder.path(), mode: .readOnly)
    },
    ErrorCase(
      name: "a folder", code: .SQLITE_CANTOPEN,
      sentence: "`FILE` cannot be opened: is a directory"
    ) { folder in
      try FileManager.default.createDirectory(
        atPath: folder.path(), withIntermediateDirectories: false)
      _ = try Connection(path: folder.path(), mode: .create)
    },
    ErrorCase(
      name: "a broken rule", code: .SQLITE_CONSTRAINT,
      sentence: "a rule of the database `FILE` was broken: UNIQUE constraint failed: number.name"
    ) { folder in
      try open(folder).run("INSERT INTO number VALUES (?, ?)", 7, "one")
    },
    ErrorCase(
      name: "a stopped statement", code: .SQLITE_INTERRUPT,
      sentence: "the work on `FILE` was stopped"
    ) { folder in
      let connection = try open(folder)
      connection.onProgress(every: 1) { false }
      _ = try connection.integer("SELECT count(*) FROM number")
    },
    ErrorCase(
      name: "SQL that does not compile", code: .SQLITE_ERROR,
      sentence: "`FILE`: no such column: nope, in `SELECT nope FROM number`"
    ) { folder in
      _ = try open(folder).integer("SELECT nope FROM number")
    },
    ErrorCase(
      name: "a transaction in a transaction", code: .SQLITE_MISUSE,
      sentence: "`FILE`: a transaction cannot begin within another, in `BEGIN IMMEDIATE`"
    ) { folder in
      let connection = try open(folder)
      try connection.read { try connection.write {} }
    },
  ]

  /// A connection that does not wait, to a file with some numbers.
  private static func open(_ folder: TemporaryFolder) throws -> Connection {
    let connection = try Connection(path: folder.path(), mode: .create, busyTimeout: .zero)
    if try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 {
      try connection.execute(numbers)
    }
    return connection
  }
}
