import CSQLite

/// SQLite's log: the details behind its errors, and warnings that are no errors, such as the
/// recovery of a write-ahead log.
package enum ErrorLog {
  /// What receives an entry: its extended result code and its words. It may be called on any thread
  /// and must not use a database.
  package typealias Handler = @Sendable (_ extendedCode: Int32, _ message: String) -> Void

  /// Sends the log of the whole process to `handler`, from now to the process's end.
  ///
  /// Throws `SQLITE_MISUSE` once a connection has been opened: SQLite is then configured.
  package static func send(to handler: @escaping Handler) throws(SQLiteError) {
    let receiver = Unmanaged.passRetained(Receiver(handler))
    let result = csqlite_log_to(
      { context, code, message in
        guard let context else { return }
        let receiver = Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
        receiver.handler(code, String(cString: message))
      }, receiver.toOpaque())
    guard result == SQLITE_OK else {
      receiver.release()
      throw SQLiteError(
        extendedCode: result, message: "the log must be set before the first connection", path: "")
    }
  }

  private final class Receiver: Sendable {
    let handler: Handler

    init(_ handler: @escaping Handler) {
      self.handler = handler
    }
  }
}
