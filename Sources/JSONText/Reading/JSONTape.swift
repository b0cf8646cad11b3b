import Synchronization

/// One value, or one object key, of a parsed text. Sixteen bytes.
struct JSONNode {
  /// The first byte of the value's text; of a string or key, its opening quote.
  var start: UInt32
  /// The length of the value's text in bytes; of a string or key, quotes included.
  var length: UInt32
  /// The index of the first node behind this value and all that it contains.
  var next: UInt32
  var kind: JSONKind
  /// Of a string or key: whether it holds an escape. Of a Boolean: its value.
  var flag: Bool

  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// The text and its values in the order of the text: an array's elements follow it, an object is
/// followed by key, value, key, value.
///
/// A class so that a cursor into it costs one reference.
final class JSONTape: Sendable {
  let bytes: [UInt8]
  let nodes: [JSONNode]
  private let lines = Mutex<LineTable?>(nil)

  init(bytes: [UInt8], nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// The position of a byte. The first call reads the whole text to find its lines; the others are
  /// a binary search.
  func position(at offset: Int) -> SourcePosition {
    lines.withLock { table in
      let known = table ?? LineTable(of: bytes[...])
      table = known
      return known.position(at: offset)
    }
  }
}
