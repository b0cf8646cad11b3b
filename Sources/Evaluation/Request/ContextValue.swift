/// One value of a condition key, as the text that AWS would put in the request context.
package struct ContextValue: Hashable, Sendable {
  let bytes: [UInt8]
  /// Whether the text holds `*` or `?`.
  let holdsWildcard: Bool

  package init(_ text: String) {
    bytes = Array(text.utf8)
    holdsWildcard = bytes.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension ContextValue: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

/// What is known of a condition key in a request.
package enum ContextState: Hashable, Sendable {
  /// The request has the key. An empty list means an empty set of values.
  case values([ContextValue])
  /// The request does not have the key.
  case absent
  /// Nobody said.
  case unknown

  /// The state of a key with one value.
  package static func value(_ text: String) -> ContextState {
    .values([ContextValue(text)])
  }
}
