/// A parsed JSON text: its bytes and all of its values.
///
/// It keeps what policies need and ordinary decoders lose: the position of every value, the order
/// of members, the spelling of numbers, and the certainty that no object repeats a key.
///
/// Source of the grammar: RFC 8259.
package struct JSONDocument: Sendable {
  let tape: JSONTape

  /// Reads a text as one JSON value with nothing behind it.
  ///
  /// A UTF-8 byte order mark before the text is skipped. Errors: text that is not UTF-8 or not
  /// JSON, an object with the same key twice (after escapes are decoded), and text beyond the
  /// limits. Cost: one pass, 16 bytes a value.
  package init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
    var parser = JSONParser(bytes, limits: limits)
    try parser.parse()
    tape = JSONTape(bytes: bytes, nodes: parser.nodes)
  }

  /// The text as it was given.
  package var bytes: [UInt8] { tape.bytes }

  /// The value that the text consists of.
  package var root: JSONValue { JSONValue(tape: tape, index: 0) }

  /// The line and column of a byte, counted from 0. Cost: the first call reads the whole text, the
  /// others are a binary search.
  package func position(at offset: Int) -> SourcePosition { tape.position(at: offset) }
}
