/// Consecutive lines of an embedded text.
struct TextLines: Sequence {
  /// The text that holds the lines.
  let text: EmbeddedText
  /// The offsets of the lines' bytes; the last line feed may be left out.
  let range: Range<Int>

  /// Walks from line to line.
  func makeIterator() -> some IteratorProtocol<TextLine> {
    sequence(state: range.lowerBound) { [text, range] start -> TextLine? in
      guard start < range.upperBound else { return nil }
      let line = text.line(at: start)
      start = line.range.upperBound + 1
      return line
    }
  }

  /// The lines before the first empty one, and the offset behind that one. Linear in what it passes
  /// over.
  var paragraph: (lines: TextLines, end: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let line = text.line(at: start)
      guard !line.range.isEmpty else {
        return (TextLines(text: text, range: range.lowerBound..<start), start + 1)
      }
      start = line.range.upperBound + 1
    }
    return (self, range.upperBound)
  }

  /// The line with a name, whatever its case, found by bisection: the lines must be in order of
  /// name.
  func line(named name: String) -> TextLine? {
    let folded = name.folded
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let start = text.startOfLine(around: low + (high - low) / 2, notBefore: low)
      let line = text.line(at: start)
      let order = line.order(relativeTo: folded)
      if order == 0 { return line }
      if order < 0 { low = line.range.upperBound + 1 } else { high = start }
    }
    return nil
  }
}
