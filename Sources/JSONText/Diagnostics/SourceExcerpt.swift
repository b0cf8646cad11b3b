/// A line of a text made fit to be shown, with a caret's place under it.
struct SourceExcerpt {
  /// The line, escaped for a terminal, cut at both ends if it is long.
  private(set) var line = ""
  /// How many terminal columns stand before the caret.
  private(set) var caret = 0

  /// The columns that an excerpt fills at most, but for what escapes add.
  private static let width = 96
  /// How many of them may stand before the caret in a line that is cut.
  private static let lead = 48

  /// Makes the excerpt of a line around one of its bytes.
  init(of line: ArraySlice<UInt8>, around offset: Int) {
    let isLong = line.count > Self.width
    var start = isLong ? max(line.startIndex, offset - Self.lead) : line.startIndex
    var end = isLong ? min(line.endIndex, start + Self.width) : line.endIndex
    while start < offset, isContinuation(line[start]) { start += 1 }
    while end > offset, end < line.endIndex, isContinuation(line[end]) { end -= 1 }
    if start > line.startIndex { append("…") }
    append(String(decoding: line[start..<offset], as: UTF8.self))
    caret = self.line.unicodeScalars.reduce(0) { $0 + $1.terminalWidth }
    append(String(decoding: line[offset..<end], as: UTF8.self))
    if end < line.endIndex { append("…") }
  }

  /// A tab becomes a space, so that the caret stands right; a carriage return that ends the line is
  /// left out.
  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\r" {
      line += scalar == "\t" ? " " : String(scalar).terminalEscaped
    }
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
