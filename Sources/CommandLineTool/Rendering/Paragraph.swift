/// Text in lines that a person can read.
enum Paragraph {
  /// The lines of a text, broken at its blanks, the first one indented and the following ones twice
  /// as far; a word that is wider than a line stands alone.
  static func lines(of text: String, indent: Int, width: Int = 80) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = String(repeating: " ", count: 2 * indent)
        isEmpty = true
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return lines + [line]
  }
}
