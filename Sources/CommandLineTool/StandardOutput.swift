import Glibc
import Synchronization

/// What the program says.
enum StandardOutput {
  private struct Stream {
    var pending: [UInt8] = []
    var isClosed = false
    var hasFailed = false
  }

  private static let stream = Mutex(Stream())
  private static let capacity = 1 << 16

  /// Writes a line to standard output; it may be held back until `flush`.
  static func line(_ text: String) {
    write(text + "\n")
  }

  /// Writes text, its line ends included, to standard output; it may be held back until `flush`.
  static func write(_ text: String) {
    let isFull = stream.withLock { stream in
      if !stream.isClosed { stream.pending += text.utf8 }
      return stream.pending.count > capacity
    }
    if isFull { flush() }
  }

  /// Sends what is still held back; `false` where something could not be written. A reader that went
  /// away, such as `head`, is no failure: it has what it wanted.
  @discardableResult
  static func flush() -> Bool {
    var failure: Int32?
    let isWhole = stream.withLock { stream in
      defer { stream.pending.removeAll(keepingCapacity: true) }
      guard !stream.isClosed, let code = writeAll(stream.pending, to: STDOUT_FILENO) else {
        return !stream.hasFailed
      }
      stream.isClosed = true
      stream.hasFailed = code != EPIPE
      failure = stream.hasFailed ? code : nil
      return !stream.hasFailed
    }
    if let failure {
      report(
        "error: the answer cannot be written: \(String(cString: strerror(failure)).lowercased())")
    }
    return isWhole
  }

  /// Writes a line to standard error.
  static func report(_ text: String) {
    reportInPlace(text + "\n")
  }

  /// Writes text to standard error without ending the line.
  static func reportInPlace(_ text: String) {
    // Nobody is left to tell where even this fails.
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes; gives the error number where that is not possible.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
