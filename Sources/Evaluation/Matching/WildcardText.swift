/// Text with wildcards, in bytes. A wildcard is a byte that UTF-8 never uses, so that an ordinary
/// `*` can stand beside it: a policy may write one as `${*}`, and the value of a policy variable may
/// hold one.
enum WildcardText {
  /// Zero or more characters.
  static let any: UInt8 = 0xFF
  /// Exactly one character, that is one Unicode scalar.
  static let one: UInt8 = 0xFE

  /// The bytes of a text in which `*` and `?` are wildcards.
  static func encoded(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.map { $0 == UInt8(ascii: "*") ? any : $0 == UInt8(ascii: "?") ? one : $0 }
  }

  static func isWildcard(_ byte: UInt8) -> Bool { byte >= one }

  /// How many bytes precede the first wildcard.
  static func literalPrefix(_ pattern: [UInt8]) -> Int {
    pattern.firstIndex(where: isWildcard) ?? pattern.count
  }

  /// Whether a pattern covers the whole text, with regard to case.
  ///
  /// Cost: at most the product of the lengths; only the last `*` met is ever tried again.
  static func matches(_ pattern: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>) -> Bool {
    var inPattern = 0
    var inText = 0
    var retry: (pattern: Int, text: Int)?
    while inText < text.count {
      if inPattern < pattern.count {
        let byte = pattern[inPattern]
        if byte == any {
          retry = (inPattern + 1, inText)
          inPattern += 1
          continue
        }
        if byte == one {
          inPattern += 1
          inText = end(ofScalarAt: inText, in: text)
          continue
        }
        if byte == text[inText] {
          inPattern += 1
          inText += 1
          continue
        }
      }
      guard let last = retry else { return false }
      inPattern = last.pattern
      inText = end(ofScalarAt: last.text, in: text)
      retry = (last.pattern, inText)
    }
    while inPattern < pattern.count, pattern[inPattern] == any { inPattern += 1 }
    return inPattern == pattern.count
  }

  private static func end(ofScalarAt index: Int, in text: borrowing Span<UInt8>) -> Int {
    var end = index + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
