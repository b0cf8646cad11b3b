import Glibc

/// A file that a person named.
enum InputFile {
  /// Reads a whole file; `-` is standard input.
  ///
  /// - Throws: `CommandFailure` that says which file and why.
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure(path)
      }
      bytes += buffer[..<count]
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      "cannot read `\(path)`: \(String(cString: strerror(errno)).lowercased())", status: .toolFailed
    )
  }
}
