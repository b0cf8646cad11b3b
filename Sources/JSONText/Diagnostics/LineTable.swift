/// Where the lines of a text begin. Lines end with a line feed.
package struct LineTable: Sendable {
  /// The offset of each line's first byte. A byte order mark is no part of the first line.
  private let starts: [Int]
  private let end: Int

  /// Reads the lines of a text, or of a part of one, whose first byte then stands in line 1,
  /// column 1. Cost: one pass over the bytes.
  package init(of text: ArraySlice<UInt8>) {
    let mark = text.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var starts = [text.startIndex + mark]
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
    end = text.endIndex
  }

  /// The position of the byte at an offset of the text. An offset outside the text is taken as its
  /// nearest end. Cost: a binary search.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, starts[0]), end)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - starts[low] + 1)
  }

  /// The bytes of a line, counted from 1, as a range of the text without the line feed; `nil` for a
  /// line that the text does not have.
  package func range(ofLine line: Int) -> Range<Int>? {
    guard starts.indices.contains(line - 1) else { return nil }
    return starts[line - 1]..<(line < starts.count ? starts[line] - 1 : end)
  }
}

/// The bytes that some editors put before UTF-8 text.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
