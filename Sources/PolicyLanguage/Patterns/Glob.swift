/// A pattern with wildcards, made ready for matching: `*` stands for any characters, `?` for one.
///
/// A character is one Unicode scalar, however many bytes it takes. Everything else stands for
/// itself, `:` and `/` included.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", on wildcards; "Condition
/// operators", on `StringLike`.
package struct Glob: Hashable, Sendable {
  /// The pattern's UTF-8 with the wildcards replaced by two bytes that occur in no UTF-8, so that a
  /// literal `*` can stand beside them.
  // INVARIANT: in a run of wildcards all `anyCharacter` stand before one `anyCharacters`.
  private(set) var pattern: [UInt8] = []
  /// Whether the letters A to Z match without regard to case. The pattern is then in lower case.
  package let ignoresCase: Bool
  /// How many bytes stand before the first wildcard.
  private(set) var prefixLength = 0
  /// How many bytes stand behind the last wildcard; 0 where there is no `*`.
  private(set) var suffixLength = 0
  /// Whether the pattern has a `*`.
  private(set) var hasStar = false

  /// What stands for `*` in `pattern`.
  static let anyCharacters: UInt8 = 0xFF
  /// What stands for `?` in `pattern`.
  static let anyCharacter: UInt8 = 0xFE

  /// An empty pattern, which matches the empty text.
  package init(ignoringCase: Bool = false) {
    ignoresCase = ignoringCase
  }

  /// A pattern in which every `*` and `?` is a wildcard.
  package init(_ pattern: String, ignoringCase: Bool = false) {
    self.init(ignoringCase: ignoringCase)
    append(pattern: pattern)
  }

  /// Adds a text in which every `*` and `?` is a wildcard.
  package mutating func append(pattern text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"): appendStar()
      case UInt8(ascii: "?"): appendQuestionMark()
      default: appendLiteral(byte)
      }
    }
  }

  /// Adds a text that stands for itself, `*` and `?` included.
  package mutating func append(literal text: some StringProtocol) {
    for byte in text.utf8 { appendLiteral(byte) }
  }

  private mutating func appendLiteral(_ byte: UInt8) {
    if prefixLength == pattern.count { prefixLength += 1 }
    pattern.append(ignoresCase ? lowercased(byte) : byte)
    if hasStar { suffixLength += 1 }
  }

  private mutating func appendStar() {
    suffixLength = 0
    hasStar = true
    if pattern.last != Self.anyCharacters { pattern.append(Self.anyCharacters) }
  }

  private mutating func appendQuestionMark() {
    suffixLength = 0
    if pattern.last == Self.anyCharacters {
      pattern[pattern.count - 1] = Self.anyCharacter
      pattern.append(Self.anyCharacters)
    } else {
      pattern.append(Self.anyCharacter)
    }
  }

  /// Whether the pattern has no wildcard.
  package var isLiteral: Bool { prefixLength == pattern.count }

  /// Whether the pattern is `*` alone and so matches every text.
  package var matchesEverything: Bool { pattern == [Self.anyCharacters] }

  /// The bytes that every match begins with; in lower case if the pattern ignores case.
  package var literalPrefix: ArraySlice<UInt8> { pattern[..<prefixLength] }
}

/// The byte with an upper-case ASCII letter made lower case.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
