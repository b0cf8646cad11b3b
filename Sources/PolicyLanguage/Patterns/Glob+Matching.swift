extension Glob {
  /// Whether the pattern matches the whole of a text in UTF-8. Allocates nothing. Cost: linear in
  /// the text for a pattern of few `*`; at worst the product of both lengths.
  package func matches(_ text: Span<UInt8>) -> Bool {
    guard isLiteral || hasStar else {
      return startsEqual(text) && matchesMiddle(text, from: prefixLength, to: text.count)
    }
    guard isLiteral ? text.count == pattern.count : text.count >= prefixLength + suffixLength else {
      return false
    }
    guard startsEqual(text), endsEqual(text) else { return false }
    return isLiteral || matchesMiddle(text, from: prefixLength, to: text.count - suffixLength)
  }

  /// Whether the pattern matches the whole of a text in UTF-8.
  package func matches(_ text: [UInt8]) -> Bool { matches(text.span) }

  /// Whether the pattern matches the whole of a text.
  package func matches(_ text: String) -> Bool { matches(text.utf8Span.span) }

  private func startsEqual(_ text: Span<UInt8>) -> Bool {
    guard text.count >= prefixLength else { return false }
    for index in 0..<prefixLength where pattern[index] != folded(text[index]) { return false }
    return true
  }

  private func endsEqual(_ text: Span<UInt8>) -> Bool {
    let shift = text.count - pattern.count
    for index in pattern.count - suffixLength..<pattern.count
    where pattern[index] != folded(text[index + shift]) {
      return false
    }
    return true
  }

  private func folded(_ byte: UInt8) -> UInt8 { ignoresCase ? lowercased(byte) : byte }

  /// Matches what stands between the literal prefix and suffix.
  ///
  /// Only the last `*` is ever tried again: what an earlier one could take, the last one can take
  /// as well.
  private func matchesMiddle(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let pattern = pattern.span
    let patternEnd = pattern.count - suffixLength
    var place = start
    var element = prefixLength
    var retryElement = -1
    var retryPlace = 0
    while place < end {
      // No byte of a pattern is negative, so behind the pattern's end nothing matches.
      let expected = element < patternEnd ? Int(pattern[element]) : -1
      if expected == Int(folded(text[place])) {
        element += 1
        place += 1
      } else if expected == Int(Self.anyCharacters) {
        element += 1
        if element == patternEnd { return true }
        retryElement = element
        retryPlace = beginning(of: pattern[element], at: place, in: text, before: end)
        place = retryPlace
      } else if expected == Int(Self.anyCharacter) {
        element += 1
        place = endOfCharacter(at: place, in: text)
      } else if retryElement >= 0 {
        retryPlace = endOfCharacter(at: retryPlace, in: text)
        retryPlace = beginning(of: pattern[retryElement], at: retryPlace, in: text, before: end)
        place = retryPlace
        element = retryElement
      } else {
        return false
      }
    }
    if element < patternEnd, pattern[element] == Self.anyCharacters { element += 1 }
    return element == patternEnd && place == end
  }

  /// The first place, from one on, where an element behind a `*` can begin to match, or the end.
  /// A literal byte that begins a character occurs inside of none, so no character is cut.
  private func beginning(
    of element: UInt8, at start: Int, in text: Span<UInt8>, before end: Int
  ) -> Int {
    guard element < Self.anyCharacter else { return start }
    var place = start
    while place < end, folded(text[place]) != element { place += 1 }
    return place
  }

  private func endOfCharacter(at place: Int, in text: Span<UInt8>) -> Int {
    var end = place + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
