/// Whether an ARN pattern still covers an ARN when a `*` inside a field may not run past the field's
/// end.
///
/// AWS documents that a `*` at the end of a field runs into later fields, and leaves open whether one
/// with text after it in its field does. So this is asked of a match that the plain reading found,
/// and only where the pattern has such a `*`.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", on wildcards in ARN segments.
enum FieldWildcards {
  private static let colon = UInt8(ascii: ":")

  /// Whether one of the first five fields of a pattern has a `*` with text after it.
  static func hasInner(_ pattern: [UInt8]) -> Bool {
    innerStars(pattern.span).contains(true)
  }

  /// For each byte of a pattern, whether it is a `*` inside one of the first five fields.
  private static func innerStars(_ pattern: borrowing Span<UInt8>) -> [Bool] {
    var isInner = [Bool](repeating: false, count: pattern.count)
    var colons = 0
    for index in pattern.indices {
      if pattern[index] == colon { colons += 1 }
      guard pattern[index] == WildcardText.any, colons < 5 else { continue }
      var next = index + 1
      while next < pattern.count, pattern[next] == WildcardText.any { next += 1 }
      isInner[index] = next < pattern.count && pattern[next] != colon
    }
    return isInner
  }

  /// Whether the pattern covers the text with every inner `*` kept inside its field.
  ///
  /// Cost: the product of the lengths, and two arrays of the pattern's length for each byte.
  static func confinedMatch(
    _ pattern: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>
  ) -> Bool {
    let inner = innerStars(pattern)
    // `reached[i]`: the first `i` bytes of the pattern can cover the text so far.
    var reached = [Bool](repeating: false, count: pattern.count + 1)
    reached[0] = true
    skipStars(pattern, &reached)
    for index in text.indices {
      var next = [Bool](repeating: false, count: pattern.count + 1)
      for position in pattern.indices where reached[position] {
        step(from: position, over: text[index], pattern, inner, &next)
      }
      if text[index] & 0xC0 == 0x80 { keepScalars(pattern, reached, &next) }
      skipStars(pattern, &next)
      reached = next
    }
    return reached[pattern.count]
  }

  private static func step(
    from position: Int, over byte: UInt8, _ pattern: borrowing Span<UInt8>, _ inner: [Bool],
    _ next: inout [Bool]
  ) {
    let expected = pattern[position]
    if expected == WildcardText.any {
      next[position] = next[position] || !(inner[position] && byte == colon)
    } else if expected == byte || (expected == WildcardText.one && byte & 0xC0 != 0x80) {
      next[position + 1] = true
    }
  }

  /// Lets `?` take the remaining bytes of the character that it began with.
  private static func keepScalars(
    _ pattern: borrowing Span<UInt8>, _ reached: [Bool], _ next: inout [Bool]
  ) {
    for position in pattern.indices where pattern[position] == WildcardText.one {
      next[position + 1] = next[position + 1] || reached[position + 1]
    }
  }

  private static func skipStars(_ pattern: borrowing Span<UInt8>, _ reached: inout [Bool]) {
    for position in pattern.indices where reached[position] && pattern[position] == WildcardText.any
    {
      reached[position + 1] = true
    }
  }
}
