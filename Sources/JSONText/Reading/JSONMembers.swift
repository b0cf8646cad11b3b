/// The members of an object, in the order of the text. Walking them allocates nothing.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let tape: JSONTape
  private var index: Int
  private let end: Int

  init(tape: JSONTape, start: Int, end: Int) {
    self.tape = tape
    index = start
    self.end = end
  }

  /// The next member, `nil` behind the last.
  package mutating func next() -> JSONMember? {
    guard index < end else { return nil }
    let member = JSONMember(value: JSONValue(tape: tape, index: index + 1))
    index = Int(tape.nodes[index + 1].next)
    return member
  }
}

/// One member of an object.
package struct JSONMember: Sendable {
  /// The value that stands behind the key.
  package let value: JSONValue

  /// The decoded key.
  package var key: String { value.tape.string(of: keyNode) }

  /// The decoded key as bytes.
  package var keyBytes: [UInt8] { value.tape.stringBytes(of: keyNode) }

  /// The bytes of a key that needs no decoding, in place; `nil` for a key with escapes.
  package var plainKeyBytes: ArraySlice<UInt8>? {
    let node = keyNode
    return node.flag ? nil : value.tape.contents(of: node)
  }

  /// The byte at which the key's opening quote stands.
  package var keyOffset: Int { Int(keyNode.start) }

  /// The line and column of the key's opening quote. Cost: as `JSONDocument.position(at:)`.
  package var keyPosition: SourcePosition { value.tape.position(at: keyOffset) }

  /// Whether the decoded key has exactly the bytes of a name. Allocates nothing unless the key has
  /// escapes.
  package func hasKey(_ name: String) -> Bool {
    guard let plainKeyBytes else { return keyBytes.elementsEqual(name.utf8) }
    return plainKeyBytes.elementsEqual(name.utf8)
  }

  // INVARIANT: a member's key is the node before its value.
  private var keyNode: JSONNode { value.tape.nodes[value.index - 1] }
}
