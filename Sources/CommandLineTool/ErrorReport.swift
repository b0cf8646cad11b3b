import AccessQueries
import AccessTests
import ArgumentParser
import JSONText
import Registry
import SQLite

/// What is printed of an error, and the exit status that goes with it.
struct ErrorReport {
  private let lines: [String]
  private let status: ExitStatus
  private let parserError: (any Error)?

  init(_ error: any Error) {
    parserError = Self.isOfParser(error) ? error : nil
    switch error {
    case let failure as CommandFailure:
      lines = Self.sentence(failure.message, hint: failure.hint)
      status = failure.status
    case let refused as RefusedDocument:
      let printer = DiagnosticPrinter(text: refused.text)
      lines = refused.diagnostics.map { printer.description(of: $0) }
      status = .invalidDocument
    case let invalid as InvalidScenario:
      lines = [DiagnosticPrinter(text: []).description(of: invalid.diagnostic)]
      status = .invalidDocument
    case let error as SQLiteError:
      lines = Self.sentence(error.description, hint: error.hint)
      status = .toolFailed
    case let error as MigrationError:
      lines = Self.sentence(error.description, hint: error.hint)
      status = .toolFailed
    case let error as InvalidIdentifier:
      lines = Self.sentence(error.description, hint: nil)
      status = .usage
    case let error as UnknownSubject:
      lines = Self.sentence(error.description, hint: nil)
      status = .usage
    default:
      lines = Self.sentence("\(error)", hint: nil)
      status = .toolFailed
    }
  }

  /// Prints the error and ends the process.
  func end() -> Never {
    if let parserError {
      PermregCommand.exit(withError: parserError)
    }
    for line in lines {
      StandardOutput.report(line)
    }
    status.end()
  }

  private static func sentence(_ message: String, hint: String?) -> [String] {
    ["error: \(message.terminalEscaped)"]
      + [hint.map { "hint: \($0.terminalEscaped)" }].compactMap(\.self)
  }

  private static func isOfParser(_ error: any Error) -> Bool {
    if error is ExitCode || error is ValidationError || error is CleanExit { return true }
    return PermregCommand.exitCode(for: error) != .failure
  }
}
