/// A place in a parsed text: one value, with what it contains.
package struct JSONValue: Sendable {
  let tape: JSONTape
  let index: Int

  var node: JSONNode { tape.nodes[index] }

  /// What the value is.
  package var kind: JSONKind { node.kind }

  /// The bytes of the value's text, quotes or brackets included.
  package var range: Range<Int> { node.range }

  /// The first byte of the value's text.
  package var offset: Int { Int(node.start) }

  /// The line and column of the value's first byte. Cost: as `JSONDocument.position(at:)`.
  package var position: SourcePosition { tape.position(at: offset) }

  /// The line and column of a byte of the text that the value stands in, counted from 0.
  package func position(at offset: Int) -> SourcePosition { tape.position(at: offset) }

  /// The value's text, verbatim, as bytes.
  package var textBytes: ArraySlice<UInt8> { tape.bytes[range] }

  /// The value's text, verbatim.
  package var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// Whether the value is null.
  package var isNull: Bool { kind == .null }

  /// The value of a Boolean, else `nil`.
  package var bool: Bool? { kind == .bool ? node.flag : nil }

  /// The spelling of a number, else `nil`.
  package var numberText: String? { kind == .number ? text : nil }

  /// The value of a number that is written as an integer and fits, else `nil`.
  package var int: Int? { numberText.flatMap { Int($0) } }

  /// The decoded text of a string, else `nil`.
  package var string: String? { kind == .string ? tape.string(of: node) : nil }

  /// The decoded bytes of a string, else `nil`: what to parse where a document stands inside a
  /// string.
  package var stringBytes: [UInt8]? { kind == .string ? tape.stringBytes(of: node) : nil }

  /// The bytes of a string that needs no decoding, in place; `nil` for a string with escapes and
  /// for any other value.
  package var plainStringBytes: ArraySlice<UInt8>? {
    let node = node
    guard node.kind == .string, !node.flag else { return nil }
    return tape.contents(of: node)
  }

  /// The value of an object's member; `nil` where there is none or this is no object. Cost: linear
  /// in the number of members.
  package subscript(key: String) -> JSONValue? {
    guard let members else { return nil }
    for member in members where member.hasKey(key) { return member.value }
    return nil
  }

  /// The members of an object in the order of the text, else `nil`.
  package var members: JSONMembers? {
    kind == .object ? JSONMembers(tape: tape, start: index + 1, end: Int(node.next)) : nil
  }

  /// The elements of an array in the order of the text, else `nil`.
  package var elements: JSONElements? {
    kind == .array ? JSONElements(tape: tape, start: index + 1, end: Int(node.next)) : nil
  }
}
