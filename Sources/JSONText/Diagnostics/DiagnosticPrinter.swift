/// Prints diagnostics for people, each with the line of the text that it is about.
///
/// ```
/// policy.json:4:17: error: unknown element `Resouce` [unknown-element]
///       "Resouce": "*"
///       ^
/// hint: did you mean `Resource`?
/// ```
package struct DiagnosticPrinter: Sendable {
  private let text: [UInt8]?
  private let lines: LineTable?

  /// A printer for diagnostics of one text; without a text it shows no lines. Cost: one pass over
  /// the text.
  package init(text: [UInt8]? = nil) {
    self.text = text
    lines = text.map { LineTable(of: $0[...]) }
  }

  /// The diagnostic in lines, each ended by a line feed, with nothing in it that a terminal would
  /// obey.
  package func description(of diagnostic: Diagnostic) -> String {
    var printed = headline(of: diagnostic) + "\n"
    if let excerpt = diagnostic.position.flatMap(excerpt) { printed += excerpt }
    for note in diagnostic.notes { printed += "note: \(note.terminalEscaped)\n" }
    if let help = diagnostic.help { printed += "hint: \(help.terminalEscaped)\n" }
    return printed
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    var place: [String] = []
    if let file = diagnostic.file { place.append(file.terminalEscaped) }
    if let position = diagnostic.position {
      place += [String(position.line), String(position.column)]
    }
    let prefix = place.isEmpty ? "" : place.joined(separator: ":") + ": "
    let message = diagnostic.message.terminalEscaped
    return "\(prefix)\(diagnostic.severity.rawValue): \(message) [\(diagnostic.code)]"
  }

  private func excerpt(at position: SourcePosition) -> String? {
    guard let text, let range = lines?.range(ofLine: position.line) else { return nil }
    let column = min(max(position.column - 1, 0), range.count)
    let excerpt = SourceExcerpt(of: text[range], around: range.lowerBound + column)
    return "\(excerpt.line)\n\(String(repeating: " ", count: excerpt.caret))^\n"
  }
}
