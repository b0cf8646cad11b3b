package import JSONText

/// Reads policy documents, with everything that is wrong in them and where it stands.
///
/// What AWS refuses to store is an error. What AWS stores, but what can hardly be meant or is not
/// documented, is a warning.
///
/// Source of the rules: IAM User Guide, "Grammar of the IAM JSON policy language", and the pages of
/// the elements.
package struct PolicyParser {
  /// Whose dialect the document has to follow; `nil` accepts every document that can be evaluated.
  let type: PolicyType?
  /// What has been found so far.
  var diagnostics: [Diagnostic] = []

  private init(type: PolicyType?) {
    self.type = type
  }

  /// Reads a document that stands in a parsed text. Positions are places of that whole text. Cost:
  /// linear in the document, and once for each text a pass to find its lines.
  package static func parse(_ value: JSONValue, as type: PolicyType? = nil) -> ParsedPolicy {
    var parser = PolicyParser(type: type)
    let document = parser.readDocument(value)
    let isValid = !parser.diagnostics.contains { $0.severity == .error }
    return ParsedPolicy(
      document: isValid ? document : nil, diagnostics: parser.diagnostics.inTextOrder)
  }

  /// Reads a document from its text. Text that is not JSON gives a diagnostic too.
  package static func parse(_ text: [UInt8], as type: PolicyType? = nil) -> ParsedPolicy {
    do {
      return parse(try JSONDocument(parsing: text).root, as: type)
    } catch {
      return ParsedPolicy(document: nil, diagnostics: [error.diagnostic()])
    }
  }

  // MARK: The document

  private mutating func readDocument(_ value: JSONValue) -> PolicyDocument? {
    guard let elements = readElements(of: value, DocumentElement.self, in: "a policy") else {
      return nil
    }
    let version = elements[.version].flatMap { readVersion($0.value) }
    let id = elements[.id].flatMap { readString($0.value, of: $0.key) }
    checkDialect(of: elements, at: value)
    guard let statement = elements[.statement] else {
      diagnostics.append(.missingStatement(at: value))
      return nil
    }
    return PolicyDocument(version: version, id: id, statements: readStatements(statement.value))
  }

  private mutating func readVersion(_ value: JSONValue) -> PolicyVersion? {
    guard let text = readString(value, of: "Version") else { return nil }
    if let version = PolicyVersion(rawValue: text) { return version }
    diagnostics.append(.invalidVersion(text, at: value))
    return nil
  }

  private mutating func readStatements(_ value: JSONValue) -> [Statement] {
    guard let list = value.elements else { return readStatement(value).map { [$0] } ?? [] }
    var statements: [Statement] = []
    for element in list {
      if let statement = readStatement(element) { statements.append(statement) }
    }
    if value.isEmptyArray { diagnostics.append(.emptyStatementList(at: value)) }
    return statements
  }

  // MARK: Shapes

  /// The members of an object by element; `nil` for what is no object. Members that are no elements
  /// are errors.
  mutating func readElements<Element: RawRepresentable<String> & CaseIterable & Hashable>(
    of value: JSONValue, _: Element.Type, in container: String
  ) -> [Element: JSONMember]? {
    guard let members = value.members else {
      diagnostics.append(.wrongType(of: container, expected: "an object", value))
      return nil
    }
    var elements: [Element: JSONMember] = [:]
    for member in members {
      if let element = Element(rawValue: member.key) {
        elements[element] = member
      } else {
        let known = Element.allCases.map(\.rawValue)
        diagnostics.append(.unknownElement(member, in: container, known: known))
      }
    }
    return elements
  }

  /// A string; anything else is an error.
  mutating func readString(_ value: JSONValue, of element: String) -> String? {
    if let string = value.string { return string }
    diagnostics.append(.wrongType(of: "`\(element)`", expected: "a string", value))
    return nil
  }

  /// A string, or an array of strings, which mean the same where there is one. Anything else is an
  /// error.
  mutating func readStrings(_ value: JSONValue, of element: String) -> [String] {
    if let string = value.string { return [string] }
    guard let list = value.elements else {
      diagnostics.append(
        .wrongType(of: "`\(element)`", expected: "a string or an array of strings", value))
      return []
    }
    var strings: [String] = []
    for value in list {
      if let string = readString(value, of: element) { strings.append(string) }
    }
    return strings
  }
}

extension [Diagnostic] {
  /// The diagnostics ordered by their positions; those of one position stay in their order.
  var inTextOrder: [Diagnostic] {
    let start = SourcePosition(line: 1, column: 1)
    return sorted { ($0.position ?? start) < ($1.position ?? start) }
  }
}

extension Diagnostic {
  /// A value of another JSON type than the grammar has at its place.
  static func wrongType(of what: String, expected: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "data-type-mismatch", "\(what) must be \(expected), but this is \(value.kind)",
      position: value.position)
  }

  fileprivate static func unknownElement(
    _ member: JSONMember, in container: String, known: [String]
  ) -> Diagnostic {
    let diagnostic = Diagnostic(
      .error, "invalid-policy-element", "`\(member.key)` is no element of \(container)",
      position: member.keyPosition)
    let help =
      closestSpelling(to: member.key, among: known).map { "did you mean `\($0)`?" }
      ?? "the elements of \(container) are \(known.joined(separator: ", "))"
    return diagnostic.with(help: help)
  }

  fileprivate static func missingStatement(at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-statement", "the policy has no `Statement`", position: value.position)
  }

  fileprivate static func emptyStatementList(at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .warning, "empty-array-statement", "the policy has no statements and so says nothing",
      position: value.position)
  }

  fileprivate static func invalidVersion(_ text: String, at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "invalid-version", "`\(text)` is no version of the policy language",
      position: value.position
    ).with(help: "use `2012-10-17`, or `2008-10-17` for a policy without variables")
  }
}
