/// A place in a text: line and column, both counted from 1, the column in UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of a byte of a text. Cost: linear in the offset; ask a `LineTable` for many.
  init(ofByte offset: Int, in text: [UInt8]) {
    self = LineTable(of: text[..<min(offset, text.count)]).position(at: offset)
  }
}

extension SourcePosition: Comparable {
  /// Whether a place comes before another in the text.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
