/// A line of an embedded text, without its line feed.
struct TextLine {
  /// The text that holds the line.
  let text: EmbeddedText
  /// The offsets of the line's bytes.
  let range: Range<Int>

  /// The line's fields in order. Linear in its length.
  var fields: TextFields {
    var fields: [String] = []
    var start = range.lowerBound
    for offset in range where text[offset] == UInt8(ascii: "\t") {
      fields.append(text[start..<offset])
      start = offset + 1
    }
    fields.append(text[start..<range.upperBound])
    return TextFields(values: fields)
  }

  /// The offsets of the first field, which is the name that lines are sorted by.
  var nameRange: Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, text[end] != UInt8(ascii: "\t") { end += 1 }
    return range.lowerBound..<end
  }

  /// The first field.
  var name: String { text[nameRange] }

  /// Whether the line's name, in lower case, sorts before a lower-case name (negative), after it
  /// (positive), or is it (zero).
  func order(relativeTo name: [UInt8]) -> Int {
    let own = nameRange
    for (offset, byte) in zip(own, name) {
      let difference = Int(text[offset].lowercased) - Int(byte)
      if difference != 0 { return difference }
    }
    return own.count - name.count
  }
}

/// The fields of a line.
struct TextFields {
  /// The fields that are written.
  let values: [String]

  /// The field at a place; those left out at the end of a line are empty.
  subscript(index: Int) -> String { index < values.count ? values[index] : "" }
}

extension UInt8 {
  /// The byte, an ASCII capital made a small letter.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self
  }
}

extension String {
  /// The UTF-8 bytes with ASCII capitals made small letters: IAM compares service prefixes, action
  /// names and condition keys without regard to case.
  var folded: [UInt8] { utf8.map(\.lowercased) }
}
