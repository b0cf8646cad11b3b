import Glibc

/// What the program says.
enum StandardOutput {
  /// Writes a line to standard output.
  static func line(_ text: String) {
    print(text)
  }

  /// Sends what is still held back; `false` where it could not be written.
  static func flush() -> Bool {
    fflush(nil) == 0
  }

  /// Writes a line to standard error.
  static func report(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { bytes in
      // Nobody is left to tell where even this fails.
      _ = write(2, bytes.baseAddress, bytes.count)
    }
  }
}
