import JSONText

/// A text in which a `▸` marks a place that a test is about.
struct MarkedText: Sendable {
  let bytes: [UInt8]
  /// The places of the marks, in the text without them.
  let positions: [SourcePosition]

  init(_ marked: String) {
    let parts = marked.split(separator: "▸", omittingEmptySubsequences: false)
    let bytes = Array(parts.joined().utf8)
    let lines = LineTable(of: bytes[...])
    var offset = 0
    positions = parts.dropLast().map { part in
      offset += part.utf8.count
      return lines.position(at: offset)
    }
    self.bytes = bytes
  }
}
