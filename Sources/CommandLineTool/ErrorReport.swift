import AWSExchange
import AccessQueries
import AccessTests
import ArgumentParser
import JSONText
import RecordEditing
import Registry
import SQLite

/// What is printed of an error, and the exit status that goes with it.
struct ErrorReport {
  private let lines: [String]
  private let status: ExitStatus

  init(_ error: any Error) {
    switch error {
    case let code as ExitCode:
      lines = []
      status = ExitStatus(rawValue: code.rawValue) ?? .toolFailed
    case _ where Self.isOfParser(error):
      (lines, status) = Self.report(ofParser: error)
    case let failure as CommandFailure:
      lines = Self.sentence(failure.message, hint: failure.hint)
      status = failure.status
    case let refused as RefusedDocument:
      let printer = DiagnosticPrinter(text: refused.text)
      lines =
        refused.diagnostics.map { printer.description(of: $0) }
        + Self.sentence(refused.error.description, hint: refused.error.hint)
      status = .invalidDocument
    case let refusal as EditError:
      lines = Self.sentence(refusal.description, hint: refusal.hint)
      status = .usage
    case let invalid as InvalidScenario:
      lines = [Self.text(of: invalid.diagnostic)]
      status = .invalidDocument
    case let error as SQLiteError:
      lines = Self.sentence(error.description, hint: Self.hint(of: error))
      status = .toolFailed
    case let error as MigrationError:
      lines = Self.sentence(error.description, hint: error.hint)
      status = .toolFailed
    case let error as InvalidIdentifier:
      lines = Self.sentence(error.description, hint: nil)
      status = .usage
    case let error as NameError:
      lines = Self.sentence(error.description, hint: error.hint)
      status = .usage
    case let refusal as AWSRefusal:
      lines = Self.sentence(refusal.description, hint: nil)
      status = .usage
    case let error as UnknownMoment:
      lines = Self.sentence(error.description, hint: nil)
      status = .usage
    case let error as ReversionConflict:
      lines = Self.sentence(
        error.description, hint: "`permreg log --record` shows what changed the record since")
      status = .no
    case let error as ImportError:
      lines = [Self.text(of: error.diagnostic)]
      status = error.diagnostic.code == "collected-at" ? .usage : .invalidDocument
    case let error as UnknownSubject:
      lines = Self.sentence(error.description, hint: nil)
      status = .usage
    default:
      lines = Self.sentence("\(error)", hint: nil)
      status = .toolFailed
    }
  }

  private static func hint(of error: SQLiteError) -> String? {
    switch error.code {
    case .SQLITE_CANTOPEN: "`permreg init` makes a registry, `--registry` names one"
    case .SQLITE_CORRUPT:
      "put a copy that `permreg backup` made in its place: cp COPY \(error.path)"
    case .SQLITE_IOERR:
      "see that the disk works and has room, and try again; nothing of this command was kept"
    default: error.hint
    }
  }

  /// Prints the error and ends the process.
  func end() -> Never {
    for line in lines {
      StandardOutput.reportInPlace(line.hasSuffix("\n") ? line : line + "\n")
    }
    status.end()
  }

  /// What the argument parser ends with: the help or version that was asked for, or wrong usage.
  private static func report(ofParser error: any Error) -> ([String], ExitStatus) {
    if PermregCommand.exitCode(for: error) == .success {
      StandardOutput.line(PermregCommand.fullMessage(for: error, columns: Terminal.helpWidth))
      return ([], .yes)
    }
    let failure = UsageFailure(
      PermregCommand.message(for: error), arguments: Array(CommandLine.arguments.dropFirst())
    ).failure
    return (sentence(failure.message, hint: failure.hint), failure.status)
  }

  private static func sentence(_ message: String, hint: String?) -> [String] {
    let style = Style(isColored: Terminal.standardError.isColored)
    let advice = hint?.split(separator: "\n").map { String($0).terminalEscaped }
    return ["\(style.error("error:")) \(message.terminalEscaped)"]
      + [advice.map { "\(style.bold("hint:")) \($0.joined(separator: "\n"))" }].compactMap(\.self)
  }

  /// The diagnostic with the line that it is about, where its file can still be read.
  private static func text(of diagnostic: Diagnostic) -> String {
    let isPlaced = diagnostic.position != nil
    let text = isPlaced ? diagnostic.file.flatMap { try? InputFile.read($0) } : nil
    return DiagnosticPrinter(text: text).description(of: diagnostic)
  }

  private static func isOfParser(_ error: any Error) -> Bool {
    if error is ExitCode || error is ValidationError || error is CleanExit { return true }
    return PermregCommand.exitCode(for: error) != .failure
  }
}
