import JSONText
import PolicyLanguage

/// A policy document that a person gave.
struct PolicySource {
  let type: PolicyType
  let root: JSONValue
  private let text: [UInt8]
  private let warnings: [Diagnostic]

  /// Reads and checks a document; `-` is standard input.
  ///
  /// - Throws: `CommandFailure` for a file that cannot be read, `RefusedDocument` with every fault
  ///   and its place.
  init(file: String, type: PolicyType) throws {
    self.type = type
    text = try InputFile.read(file)
    let name = file == "-" ? "standard input" : file
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: text)
    } catch {
      throw RefusedDocument(diagnostics: [error.diagnostic(file: name)], text: text)
    }
    root = document.root
    let diagnostics = PolicyValidator.validate(root, as: type).diagnostics.map { found in
      var placed = found
      placed.file = name
      return placed
    }
    warnings = diagnostics.filter { $0.severity != .error }
    guard warnings.count == diagnostics.count else {
      throw RefusedDocument(diagnostics: diagnostics, text: text)
    }
  }

  /// Tells what could be better in the document.
  func reportWarnings() {
    let printer = DiagnosticPrinter(text: text)
    for warning in warnings {
      StandardOutput.reportInPlace(printer.description(of: warning))
    }
  }
}
