import CActionCatalog

/// One of the fact files inside the binary, as bytes. `action_catalog.h` documents what they hold.
///
/// INVARIANT: the bytes are constants of the binary, never written and never freed.
struct EmbeddedText: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ text: action_catalog_text) {
    bytes = UnsafeBufferPointer(start: text.bytes, count: text.length)
  }

  /// The blocks of all services.
  static var services: Self { Self(action_catalog_services()) }

  /// Where the block of each service begins.
  static var serviceIndex: Self { Self(action_catalog_service_index()) }

  /// Where the facts come from.
  static var sources: Self { Self(action_catalog_sources()) }

  /// The condition keys that do not belong to one service.
  static var globalConditionKeys: Self { Self(action_catalog_global_condition_keys()) }

  /// The services whose resources a resource control policy can bind.
  static var resourceControlPolicyServices: Self {
    Self(action_catalog_resource_control_policy_services())
  }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// The byte at an offset; an offset outside of the text traps, in every build.
  subscript(offset: Int) -> UInt8 { bytes.span[offset] }

  /// The text between two offsets, which must be offsets of the text.
  subscript(range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// All lines.
  var lines: TextLines { TextLines(text: self, range: 0..<count) }

  /// The lines that hold facts: neither empty nor a comment.
  var factLines: some Sequence<TextLine> {
    lines.lazy.filter { !$0.range.isEmpty && self[$0.range.lowerBound] != UInt8(ascii: "#") }
  }

  /// The line that begins at an offset, empty behind the last one. Linear in its length.
  func line(at offset: Int) -> TextLine {
    let start = min(max(offset, 0), count)
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count
    return TextLine(text: self, range: start..<end)
  }

  /// The offset at which the line around an offset begins, looking back no further than a lower
  /// bound.
  func startOfLine(around offset: Int, notBefore lowerBound: Int) -> Int {
    var start = offset
    while start > lowerBound, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }
}
