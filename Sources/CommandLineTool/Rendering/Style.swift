/// Emphasis on a terminal. It never carries meaning that the words do not.
///
/// Source: ECMA-48, section 8.3.117, "SGR".
struct Style {
  let isColored: Bool

  /// Bold.
  func bold(_ text: String) -> String { marked(text, "1") }

  /// The word that begins an error.
  func error(_ text: String) -> String { marked(text, "1;31") }

  private func marked(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
