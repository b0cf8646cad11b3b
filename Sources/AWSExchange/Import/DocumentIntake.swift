import JSONText
import PolicyLanguage
import Registry

/// Keeps the policy documents of the input, in whichever form the AWS CLI printed them.
final class DocumentIntake {
  private let writer: RevisionWriter
  private var known: [Spelling: Known] = [:]
  private(set) var documents = 0
  private(set) var statements = 0
  private(set) var invalid: [Diagnostic] = []

  init(_ writer: RevisionWriter) {
    self.writer = writer
  }

  /// A spelling that was met, in the role in which it was.
  private struct Spelling: Hashable {
    let text: ArraySlice<UInt8>
    let type: PolicyType

    /// All bytes at once: the standard hash of a slice takes them one by one.
    func hash(into hasher: inout Hasher) {
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(type)
    }
  }

  private struct Known {
    let document: StoredDocument
    let statements: Int
  }

  /// Keeps a document: an object, or a string that holds one, percent-encoded or not. `nil` for null
  /// and for a missing value.
  ///
  /// A text in a string that is no JSON is kept as the string that it is, which is no valid policy.
  /// Cost: a spelling that was met before in the same role is not parsed again.
  func keep(_ value: JSONValue?, as type: PolicyType, in file: String) throws -> KeptDocument? {
    guard let value, !value.isNull else { return nil }
    let spelling = Spelling(text: value.textBytes, type: type)
    documents += 1
    if let met = known[spelling] {
      statements += met.statements
      return KeptDocument(stored: met.document, value: value)
    }
    let inner = Self.unwrapped(value)
    let stored = try writer.document(inner.value, as: type)
    let count = Self.statementCount(inner.value)
    statements += count
    report(stored, of: value, inner, in: file)
    if stored.isValid {
      // A copy of the text, because a slice would keep the whole file in memory.
      let copy = Spelling(text: ArraySlice(Array(spelling.text)), type: type)
      known[copy] = Known(document: stored, statements: count)
    }
    return KeptDocument(stored: stored, value: value)
  }

  private func report(
    _ stored: StoredDocument, of value: JSONValue, _ inner: (value: JSONValue, isNested: Bool),
    in file: String
  ) {
    guard !stored.isValid else { return }
    for diagnostic in stored.diagnostics where diagnostic.severity == .error {
      var placed = diagnostic
      placed.file = file
      if inner.isNested {
        if let position = diagnostic.position {
          placed = placed.with(
            note: "line \(position.line), column \(position.column) of the text in the string")
        }
        placed.position = value.position
      }
      invalid.append(placed)
    }
  }

  /// The document itself.
  static func unwrapped(_ value: JSONValue) -> (value: JSONValue, isNested: Bool) {
    guard var text = value.stringBytes else { return (value, false) }
    if text.first == UInt8(ascii: "%"), let decoded = percentDecoded(text) { text = decoded }
    guard let document = try? JSONDocument(parsing: text) else { return (value, false) }
    return (document.root, true)
  }

  private static func statementCount(_ value: JSONValue) -> Int {
    value["Statement"]?.oneOrMore.count ?? 0
  }
}

/// A document that was kept, and where it stands.
struct KeptDocument {
  let stored: StoredDocument
  private let value: JSONValue

  init(stored: StoredDocument, value: JSONValue) {
    self.stored = stored
    self.value = value
  }

  var digest: DocumentDigest { stored.digest }

  /// The resources that its statements name, each with the statement's Sid or place.
  var resources: [(resource: String, statement: String)] {
    let document = DocumentIntake.unwrapped(value).value
    guard let statement = document["Statement"] else { return [] }
    var found: [(String, String)] = []
    for (index, statement) in statement.oneOrMore.enumerated() {
      let name = statement["Sid"]?.string ?? "statement \(index + 1)"
      guard let resource = statement["Resource"] else { continue }
      for value in resource.oneOrMore {
        if let text = value.string { found.append((text, name)) }
      }
    }
    return found
  }
}
