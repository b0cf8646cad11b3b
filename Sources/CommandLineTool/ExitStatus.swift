import ArgumentParser
import Glibc

/// What the exit code tells a script.
enum ExitStatus: Int32 {
  case yes = 0
  case toolFailed = 1
  case no = 2
  case invalidDocument = 3
  case depends = 4
  case usage = 64

  /// Ends the process.
  func end() -> Never {
    exit(StandardOutput.flush() ? rawValue : ExitStatus.toolFailed.rawValue)
  }

  /// The error that ends a command early with this status and without a message.
  var asError: ExitCode { ExitCode(rawValue) }
}
