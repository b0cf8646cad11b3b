import JSONText
import SQLite

/// One field that a change gave another value, in words.
package struct FieldDifference: Hashable, Sendable {
  /// The name of the field; for a document the statement that differs, by its Sid or its place.
  package let field: String
  /// The value before; `nil` where there was none.
  package let before: String?
  /// The value after; `nil` where there is none.
  package let after: String?

  package init(field: String, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// Compares the two sides of changes field by field, and documents statement by statement.
package struct ChangeReader {
  private let connection: Connection

  package init(_ snapshot: Snapshot) {
    connection = snapshot.connection
  }

  /// What differs between the two sides; a side that is not there has no fields.
  ///
  /// - Throws: `DamagedRecord` or `SQLiteError`.
  package func differences(in change: Change) throws -> [FieldDifference] {
    guard let table = RecordKind(rawValue: change.kind)?.table else { return [] }
    let nothing = table.fields.map { _ in FieldValue.null }
    let before = try change.before.map { try table.values(fromJSON: $0) } ?? nothing
    let after = try change.after.map { try table.values(fromJSON: $0) } ?? nothing
    return try table.fields.indices.flatMap { index -> [FieldDifference] in
      let isKey = index < table.keyLength
      if isKey || before[index].spelled.isSame(as: after[index].spelled) { return [] }
      return try differences(table.fields[index], before[index], after[index])
    }
  }

  private func differences(
    _ field: Field, _ before: FieldValue, _ after: FieldValue
  ) throws -> [FieldDifference] {
    guard field.type == .document else {
      return [FieldDifference(field: field.name, before: before.spelled, after: after.spelled)]
    }
    let parts = DocumentParts.pairs(
      try document(before), try document(after))
    return parts.map { label, before, after in
      FieldDifference(field: "\(field.name) \(label)", before: before, after: after)
    }
  }

  private func document(_ value: FieldValue) throws -> DocumentParts {
    guard case .document(let digest) = value else { return DocumentParts() }
    let text = try connection.first("SELECT text FROM document WHERE hash = ?1", digest.bytes) {
      try $0.string(0)
    }
    return DocumentParts(canonical: text ?? "")
  }
}

/// A document taken apart into what can differ by itself: its statements and its other members.
struct DocumentParts {
  /// Canonical texts, each with what people call it.
  private(set) var parts: [(label: String, text: String)] = []

  /// No document.
  init() {}

  /// Takes a canonical text apart; what has not the shape of a policy is one part.
  init(canonical text: String) {
    guard let members = (try? JSONDocument(parsing: Array(text.utf8)))?.root.members else {
      parts = [("text", text)]
      return
    }
    for member in members {
      if member.key == "Statement", let statements = member.value.elements {
        for (index, statement) in statements.enumerated() {
          let sid = statement["Sid"]?.string
          parts.append((sid.map { "statement \($0)" } ?? "statement #\(index + 1)", statement.text))
        }
      } else {
        parts.append((member.key, member.value.text))
      }
    }
  }

  /// What is not in both: what has the same label stands side by side, whatever place it is in.
  static func pairs(
    _ before: DocumentParts, _ after: DocumentParts
  ) -> [(label: String, before: String?, after: String?)] {
    let gone = rest(of: before, without: after)
    var come = rest(of: after, without: before)
    var pairs: [(label: String, before: String?, after: String?)] = []
    for part in gone {
      let twin = come.firstIndex { $0.label == part.label }
      pairs.append((part.label, part.text, twin.map { come.remove(at: $0).text }))
    }
    return pairs + come.map { ($0.label, nil, $0.text) }
  }

  private static func rest(
    of parts: DocumentParts, without others: DocumentParts
  ) -> [(label: String, text: String)] {
    var others = others.parts.map(\.text)
    return parts.parts.filter { part in
      guard let twin = others.firstIndex(where: { Optional($0).isSame(as: part.text) }) else {
        return true
      }
      others.remove(at: twin)
      return false
    }
  }
}

extension FieldValue {
  /// The value as text that differs where values do; `nil` where there is none.
  package var spelled: String? {
    switch self {
    case .null: nil
    case .text(let text), .json(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .document(let digest): digest.hexadecimal
    }
  }
}
