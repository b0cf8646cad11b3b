import JSONText
import PolicyLanguage
import Testing

/// A policy with one finding. A `▸` marks the place that the finding names.
struct FaultyPolicy: CustomTestStringConvertible, Sendable {
  var type: PolicyType?
  var text: MarkedText
  var code: String
  var message: String
  var help: String?

  /// A whole document.
  init(
    document: String, as type: PolicyType? = nil, _ code: String, _ message: String,
    help: String? = nil
  ) {
    self.type = type
    text = MarkedText(document)
    self.code = code
    self.message = message
    self.help = help
  }

  /// A statement alone, given by the members between its braces.
  init(
    _ members: String, as type: PolicyType? = nil, _ code: String, _ message: String,
    help: String? = nil
  ) {
    let document = "{\"Version\": \"2012-10-17\", \"Statement\": {\(members)}}"
    self.init(document: document, as: type, code, message, help: help)
  }

  var testDescription: String { message }

  /// Checks that the parser makes the finding, and no other of its severity.
  func expectOnly(
    _ severity: Diagnostic.Severity, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parsed = PolicyParser.parse(text.bytes, as: type)
    expectOnly(severity, in: parsed, sourceLocation: sourceLocation)
  }

  /// Checks that the finding is made when the document is to be stored as an identity policy or as
  /// the type given, and no other of its severity.
  func expectOnlyWhenStored(
    _ severity: Diagnostic.Severity, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parsed = PolicyValidator.validate(text.bytes, as: type ?? .identity)
    expectOnly(severity, in: parsed, sourceLocation: sourceLocation)
  }

  private func expectOnly(
    _ severity: Diagnostic.Severity, in parsed: ParsedPolicy, sourceLocation: SourceLocation
  ) {
    let found = parsed.diagnostics.filter { $0.severity == severity }
    #expect(found.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(found.map(\.message) == [message], sourceLocation: sourceLocation)
    #expect(found.map(\.position) == text.positions, sourceLocation: sourceLocation)
    if let help { #expect(found.map(\.help) == [help], sourceLocation: sourceLocation) }
    #expect((parsed.document == nil) == (severity == .error), sourceLocation: sourceLocation)
  }
}
