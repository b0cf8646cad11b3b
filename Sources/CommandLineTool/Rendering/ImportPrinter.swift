import AWSExchange
import JSONText
import Registry

/// Prints what an import did.
struct ImportPrinter {
  let report: ImportReport
  /// The newest revision after the import.
  let head: Revision?
  let isDryRun: Bool
  let isVerbose: Bool

  /// Prints it for people: the changes to standard output, what to look at to standard error.
  func print(isQuiet: Bool) {
    if !isQuiet {
      for line in report.tally.table.lines() where !report.tally.table.rows.isEmpty {
        StandardOutput.line(line)
      }
      StandardOutput.line(outcome)
    }
    StandardOutput.flush()
    let printer = DiagnosticPrinter()
    for diagnostic in report.invalid + report.notes {
      StandardOutput.reportInPlace(printer.description(of: diagnostic))
    }
    list("not recognised", report.unrecognised, hint: "permreg collect-script prints the layout")
    list("not compared, so nothing there was removed", report.notCompared, hint: nil)
  }

  /// It for programs.
  func report(of paths: [String]) -> Report {
    let answer: JSON = [
      "changes": report.tally.json, "written": .bool(report.revision != nil && !isDryRun),
      "files": .number(String(report.files)), "bytes": .number(String(report.bytes)),
      "documents": .number(String(report.documents)),
      "statements": .number(String(report.statements)),
      "invalid": .array(report.invalid.map(\.json)),
      "unrecognised": .array(report.unrecognised.map(JSON.string)),
      "notCompared": .array(report.notCompared.map(JSON.string)),
      "notes": .array(report.notes.map(\.json)),
    ]
    let question: JSON = [
      "command": "import", "paths": .array(paths.map(JSON.string)), "dryRun": .bool(isDryRun),
    ]
    return Report(
      envelope: Envelope(question: question, revision: head, answers: [answer]),
      table: report.tally.table)
  }

  private var outcome: String {
    let read = "\(report.files) files, \(report.bytes) bytes, \(report.statements) statements"
    guard let revision = report.revision else {
      return "read \(read): nothing changed"
    }
    return isDryRun
      ? "read \(read): would be revision @\(revision.number); nothing was written"
      : "read \(read): revision @\(revision.number), observed \(revision.observedAt)"
  }

  private func list(_ title: String, _ names: [String], hint: String?) {
    guard !names.isEmpty else { return }
    StandardOutput.report("\(title): \(names.count)")
    let shown = isVerbose ? names[...] : names.prefix(Self.briefly)
    for name in shown { StandardOutput.report("  \(name.terminalEscaped)") }
    if shown.count < names.count {
      StandardOutput.report("  and \(names.count - shown.count) more; --verbose lists them")
    }
    if let hint { StandardOutput.report("hint: \(hint)") }
  }

  private static let briefly = 10
}

extension Diagnostic {
  /// The diagnostic as JSON.
  var json: JSON {
    [
      "severity": .string(severity.rawValue), "code": .string(code), "message": .string(message),
      "file": file.map(JSON.string) ?? .null,
      "line": position.map { .number(String($0.line)) } ?? .null,
      "column": position.map { .number(String($0.column)) } ?? .null,
    ]
  }
}
