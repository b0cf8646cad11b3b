import CSQLite

/// What a connection asks, again and again while it works, whether to go on.
final class ProgressHandler {
  let shouldContinue: () -> Bool

  init(_ shouldContinue: @escaping () -> Bool) {
    self.shouldContinue = shouldContinue
  }
}

extension Connection {
  /// Asks `shouldContinue` about every `interval` instructions of SQLite's virtual machine; once it
  /// says no, the statement at work throws `SQLITE_INTERRUPT`, and a transaction that writes is
  /// rolled back. A thousand instructions take some ten microseconds.
  ///
  /// The handler replaces the one before and must not use the connection.
  package func onProgress(every interval: Int, _ shouldContinue: @escaping () -> Bool) {
    let handler = ProgressHandler(shouldContinue)
    sqlite3_progress_handler(
      handle.pointer, Int32(clamping: max(interval, 1)),
      { context in
        guard let context else { return 0 }
        let handler = Unmanaged<ProgressHandler>.fromOpaque(context).takeUnretainedValue()
        return handler.shouldContinue() ? 0 : 1
      }, Unmanaged.passUnretained(handler).toOpaque())
    progressHandler = handler
  }

  /// Lets statements run to their end again.
  package func removeProgressHandler() {
    sqlite3_progress_handler(handle.pointer, 0, nil, nil)
    progressHandler = nil
  }
}
