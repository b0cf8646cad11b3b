import Glibc

/// A stream that may be a terminal.
struct Terminal: Sendable {
  private let descriptor: Int32

  /// The stream that answers are written to.
  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  /// The stream that errors and progress are written to.
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  /// Whether a person reads it.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Whether colour may be used: on a terminal, unless `NO_COLOR` or `--no-color` was
  /// given or the terminal is dumb. Source: no-color.org.
  var isColored: Bool {
    isInteractive && !CommandLine.arguments.contains("--no-color") && Environment["NO_COLOR"] == nil
      && Environment["TERM"] != "dumb"
  }

  /// The columns of the terminal; `nil` where it is none.
  var width: Int? {
    guard isInteractive else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// The columns that help is set in, so that it reads the same in a pipe.
  static var helpWidth: Int { min(standardOutput.width ?? 80, 100) }
}
