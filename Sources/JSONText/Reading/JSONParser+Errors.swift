extension JSONParser {
  /// Checks what concerns the text as a whole, and skips a byte order mark.
  mutating func checkText() throws(JSONError) {
    guard bytes.count <= limits.textLength else {
      throw failure(
        .textTooLong,
        "the text is \(bytes.count) bytes long, more than the limit of \(limits.textLength)", at: 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw failure(.notUTF8, "the text is UTF-16; JSON is read as UTF-8", at: 0)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw failure(.notUTF8, "the text is not UTF-8", at: error.byteOffsets.lowerBound)
    }
    if bytes.starts(with: byteOrderMark) { cursor = byteOrderMark.count }
  }

  /// Checks that nothing stands behind the outermost value.
  func checkEnd() throws(JSONError) {
    guard cursor < bytes.count else { return }
    throw failure(.trailingText, "expected the end of the text but found \(found(at: cursor))")
  }

  /// The error for a cursor that stands at something else.
  func expected(_ what: String) -> JSONError {
    failure(.syntax, "expected \(what) but found \(found(at: cursor))")
  }

  /// An error at an offset, or at the cursor. Cost: linear in the offset.
  func failure(_ code: JSONError.Code, _ message: String, at offset: Int? = nil) -> JSONError {
    let offset = offset ?? cursor
    let position = SourcePosition(ofByte: offset, in: bytes)
    return JSONError(code, message, offset: offset, position: position)
  }

  /// What stands at an offset, in words: the end, a word, a character, or a control character by
  /// its number.
  func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    let word = bytes[offset...].prefix(16).prefix(while: isWordByte)
    if !word.isEmpty { return "`\(String(decoding: word, as: UTF8.self))`" }
    guard bytes[offset] >= 0x20, bytes[offset] != 0x7F else {
      return "the control character U+00" + hexadecimal(bytes[offset])
    }
    let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    return "`\(text.unicodeScalars.first.map(String.init) ?? "")`"
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 0x10 ? "0" + digits : digits
  }
}
