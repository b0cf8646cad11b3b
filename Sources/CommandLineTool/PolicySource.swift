import JSONText
import PolicyLanguage
import RecordEditing

/// A policy document that a person gave.
struct PolicySource {
  let document: CheckedDocument
  private let text: [UInt8]

  /// Reads and checks a document; `-` is standard input.
  ///
  /// - Parameter characterLimit: the quota for its size, where it is not the type's own.
  /// - Throws: `CommandFailure` for a file that cannot be read, `RefusedDocument` with every fault
  ///   and its place.
  init(file: String, type: PolicyType, characterLimit: Int? = nil) throws {
    text = try InputFile.read(file)
    let name = file == "-" ? "standard input" : file
    document = try CheckedDocument(text, name: name, as: type, characterLimit: characterLimit)
  }

  /// The role that the document plays.
  var type: PolicyType { document.type }

  /// The document's JSON.
  var root: JSONValue { document.root }

  /// Tells what could be better in the document.
  func reportWarnings() {
    let printer = DiagnosticPrinter(text: text)
    for warning in document.warnings {
      StandardOutput.reportInPlace(printer.description(of: warning))
    }
  }
}
