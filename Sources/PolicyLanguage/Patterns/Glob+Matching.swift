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
    let patternEnd = pattern.count - suffixLength
    var place = start
    var element = prefixLength
    var retryElement = -1
    var retryPlace = 0
    while place < end {
      let expected = element < patternEnd ? pattern[element] : nil
      if expected == Self.anyCharacters {
        element += 1
        retryElement = element
        retryPlace = place
      } else if expected == Self.anyCharacter {
        element += 1
        place = endOfCharacter(at: place, in: text)
      } else if expected == folded(text[place]) {
        element += 1
        place += 1
      } else if retryElement >= 0 {
        retryPlace = endOfCharacter(at: retryPlace, in: text)
        place = retryPlace
        element = retryElement
      } else {
        return false
      }
    }
    if element < patternEnd, pattern[element] == Self.anyCharacters { element += 1 }
    return element == patternEnd && place == end
  }

  private func endOfCharacter(at place: Int, in text: Span<UInt8>) -> Int {
    var end = place + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
