import JSONText

/// The value of one field of a record.
package enum FieldValue: Hashable, Sendable {
  case null
  /// Text, or an ARN.
  case text(String)
  case flag(Bool)
  /// Canonical JSON.
  case json(String)
  case document(DocumentDigest)

  /// A text field that may be missing.
  package init(_ text: String?) {
    self = text.map(FieldValue.text) ?? .null
  }

  /// A list of text, in its order.
  package init(_ list: [String]) {
    self = .json(JSON.array(list.map(JSON.string)).text())
  }

  /// The text of a text field, or `nil`.
  package var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }
}
