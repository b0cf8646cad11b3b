/// The elements of an array, in the order of the text. Walking them allocates nothing.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let tape: JSONTape
  private var index: Int
  private let end: Int

  init(tape: JSONTape, start: Int, end: Int) {
    self.tape = tape
    index = start
    self.end = end
  }

  /// The next element, `nil` behind the last.
  package mutating func next() -> JSONValue? {
    guard index < end else { return nil }
    let value = JSONValue(tape: tape, index: index)
    index = Int(tape.nodes[index].next)
    return value
  }
}
