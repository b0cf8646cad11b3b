/// What a reader of JSON text refuses for its size.
package struct JSONLimits: Sendable {
  /// The most containers that may be open at once. A byte, so that no caller can ask for a depth
  /// at which walking the values would exhaust the stack.
  package let depth: UInt8
  /// The most bytes that one string may take in the text, quotes not counted.
  package let stringLength: Int
  /// The most bytes that the text may have; more than `UInt32.max` are never read, because offsets
  /// are 32 bits wide.
  package let textLength: Int

  package init(depth: UInt8, stringLength: Int, textLength: Int) {
    self.depth = depth
    self.stringLength = min(max(stringLength, 0), Int(UInt32.max))
    self.textLength = min(textLength, Int(UInt32.max))
  }

  /// 128 containers, strings of 16 MiB, texts of 4 GiB.
  package static let standard = JSONLimits(
    depth: 128, stringLength: 16 << 20, textLength: Int(UInt32.max))
}
