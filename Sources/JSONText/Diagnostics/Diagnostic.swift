/// What a reader of a text has to say about it: a fault, a doubt or a suggestion.
package struct Diagnostic: Hashable, Sendable {
  package var severity: Severity
  /// The kind of finding in kebab case. Codes are stable.
  package var code: String
  /// One sentence in lower case without a full stop. It may quote the text.
  package var message: String
  /// The file's name as the user gave it.
  package var file: String?
  package var position: SourcePosition?
  /// Further facts, each a sentence.
  package var notes: [String]
  /// What to do about it.
  package var help: String?

  package init(
    _ severity: Severity, _ code: String, _ message: String, file: String? = nil,
    position: SourcePosition? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.position = position
    notes = []
    help = nil
  }

  /// How much a finding weighs.
  package enum Severity: String, Sendable {
    /// The text cannot be used.
    case error
    /// The text can be used, but probably does not mean what it should.
    case warning
    /// The text could be better.
    case suggestion
  }

  /// The same diagnostic with a sentence on what to do.
  package func with(help: String) -> Diagnostic {
    var copy = self
    copy.help = help
    return copy
  }

  /// The same diagnostic with a further fact.
  package func with(note: String) -> Diagnostic {
    var copy = self
    copy.notes.append(note)
    return copy
  }
}
