extension JSONParser {
  /// Reads the string or key that begins at the cursor.
  mutating func scanString() throws(JSONError) -> JSONNode {
    let start = cursor
    // The longest string allowed, with its quotes, ends here.
    let limit = min(bytes.count, start + 2 + limits.stringLength)
    var hasEscape = false
    cursor += 1
    while true {
      cursor = endOfPlainRun(from: cursor, limit: limit)
      guard cursor < limit else { break }
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\"") {
        cursor += 1
        return scalar(.string, length: cursor - start, flag: hasEscape)
      } else if byte == UInt8(ascii: "\\") {
        hasEscape = true
        try skipEscape()
      } else {
        throw failure(
          .controlCharacter, "\(found(at: cursor)) cannot stand in a string unless escaped")
      }
    }
    guard limit == bytes.count else {
      throw failure(
        .stringTooLong,
        "the string is longer than the limit of \(limits.stringLength) bytes", at: start)
    }
    throw failure(.syntax, "the string is not closed", at: start)
  }

  /// The offset of the first quote, backslash or control character at or behind an offset, or the
  /// limit. Eight bytes are looked at in one step.
  private func endOfPlainRun(from start: Int, limit: Int) -> Int {
    let text = bytes.span.bytes
    var cursor = start
    while cursor + 8 <= limit {
      let word = UInt64(
        littleEndian: text.unsafeLoadUnaligned(fromByteOffset: cursor, as: UInt64.self))
      let stops =
        zeroBytes(word ^ (0x22 * everyByte)) | zeroBytes(word ^ (0x5C * everyByte))
        | (word &- 0x20 * everyByte) & ~word & (0x80 * everyByte)
      // Only the lowest mark is sure to be right: a borrow may set marks above it.
      if stops != 0 { return cursor + stops.trailingZeroBitCount / 8 }
      cursor += 8
    }
    while cursor < limit, bytes[cursor] >= 0x20, bytes[cursor] != UInt8(ascii: "\""),
      bytes[cursor] != UInt8(ascii: "\\")
    {
      cursor += 1
    }
    return cursor
  }

  /// The top bit of each byte that is zero, and perhaps of bytes above the lowest such.
  private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- everyByte) & ~word & (0x80 * everyByte)
  }

  /// Moves over the escape, or the pair of surrogate escapes, that begins at the cursor.
  private mutating func skipEscape() throws(JSONError) {
    let start = cursor
    guard cursor + 1 < bytes.count else { throw failure(.syntax, "the text ends in an escape") }
    let letter = bytes[cursor + 1]
    if letter != UInt8(ascii: "u") {
      guard jsonEscapeValue(letter) != nil else {
        throw failure(.escape, "a backslash cannot stand before \(found(at: cursor + 1))")
      }
      cursor += 2
      return
    }
    let unit = try scanCodeUnit()
    if UTF16.isTrailSurrogate(unit) { throw loneSurrogate(at: start) }
    guard UTF16.isLeadSurrogate(unit) else { return }
    let isEscapeNext =
      cursor + 1 < bytes.count
      && bytes[cursor] == UInt8(ascii: "\\") && bytes[cursor + 1] == UInt8(ascii: "u")
    guard isEscapeNext, UTF16.isTrailSurrogate(try scanCodeUnit()) else {
      throw loneSurrogate(at: start)
    }
  }

  private mutating func scanCodeUnit() throws(JSONError) -> UInt16 {
    let start = cursor
    cursor += 2
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap(hexadecimalDigit) else {
        throw failure(.escape, "`\\u` needs four hexadecimal digits", at: start)
      }
      unit = unit << 4 | UInt16(digit)
      cursor += 1
    }
    return unit
  }

  private func loneSurrogate(at offset: Int) -> JSONError {
    let escape = String(decoding: bytes[offset..<offset + 6], as: UTF8.self)
    return failure(
      .loneSurrogate, "`\(escape)` is half of a surrogate pair without the other half", at: offset)
  }

  /// Reads the number that begins at the cursor. Its spelling is kept, so any length and precision
  /// is accepted.
  mutating func scanNumber() throws(JSONError) -> JSONNode {
    let start = cursor
    if peek == UInt8(ascii: "-") { cursor += 1 }
    if peek == UInt8(ascii: "0") {
      cursor += 1
      if let next = peek, isDigit(next) {
        throw failure(.number, "a number cannot begin with a needless 0", at: start)
      }
    } else {
      try skipDigits(after: "`-`")
    }
    if peek == UInt8(ascii: ".") {
      cursor += 1
      try skipDigits(after: "the decimal point")
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      cursor += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { cursor += 1 }
      try skipDigits(after: "the exponent's mark")
    }
    return scalar(.number, length: cursor - start)
  }

  private mutating func skipDigits(after place: String) throws(JSONError) {
    let start = cursor
    while let byte = peek, isDigit(byte) { cursor += 1 }
    guard cursor > start else {
      throw failure(.number, "expected a digit after \(place) but found \(found(at: cursor))")
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// A word with 1 in each byte.
private let everyByte: UInt64 = 0x0101_0101_0101_0101
