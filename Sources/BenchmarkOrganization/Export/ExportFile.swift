import Glibc
import JSONText

/// A file being written, a piece at a time.
///
/// What is printed stays in memory until `flushIfFull` or `close`; so a writer that flushes after
/// each record needs memory for one record, whatever the size of the file.
struct ExportFile: ~Copyable {
  /// Prints into the file.
  var json = JSONWriter(.indented)
  private let path: String
  private var descriptor: Int32
  private var byteCount = 0
  private static let flushThreshold = 1 << 20

  /// Creates the file, or empties it.
  init(path: String) throws(GenerationError) {
    self.path = path
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw GenerationError.system(call: "create", path: path, code: errno)
    }
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// Writes out what was printed when it has grown beyond a mebibyte.
  mutating func flushIfFull() throws(GenerationError) {
    if json.bytes.count >= Self.flushThreshold { try flush() }
  }

  /// Ends the text with a line break, writes the rest, closes the file and returns its size in bytes.
  mutating func finish() throws(GenerationError) -> Int {
    try flush()
    try write([UInt8(ascii: "\n")])
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else {
      throw GenerationError.system(call: "close", path: path, code: errno)
    }
    return byteCount
  }

  private mutating func flush() throws(GenerationError) {
    try write(json.takeBytes())
  }

  private mutating func write(_ bytes: [UInt8]) throws(GenerationError) {
    let code = bytes.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    guard code == 0 else {
      throw GenerationError.system(call: "write", path: path, code: code)
    }
    byteCount += bytes.count
  }

  /// Writes all bytes; returns 0, or the `errno` of the call that failed.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, base, rest.count)
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
