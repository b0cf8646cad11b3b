import SQLite
import Testing

@Suite("SQLite's log")
struct ErrorLogTests {
  @Test("goes to its receiver from the first connection on")
  func isReceived() async {
    // A process of its own: the log is the process's, and the other tests have connections.
    await #expect(processExitsWith: .success) {
      final class Entries: @unchecked Sendable { var messages: [String] = [] }
      let entries = Entries()
      try ErrorLog.send { _, message in entries.messages.append(message) }
      let connection = try Connection.inMemory()
      #expect(throws: SQLiteError.self) { try connection.run("SELECT nope") }
      #expect(entries.messages.contains { $0.contains("no such column: nope") })
    }
  }

  @Test("cannot be redirected once a connection was opened")
  func isSetOnce() throws {
    _ = try Connection.inMemory()
    let error = #expect(throws: SQLiteError.self) { try ErrorLog.send { _, _ in } }
    #expect(error?.code == .SQLITE_MISUSE)
    #expect(error?.description == "SQLite: the log must be set before the first connection")
  }
}
