/// Writes JSON text as UTF-8 bytes.
///
/// The caller opens and closes the containers and writes a key before each member's value; the
/// writer sets commas, colons and white space, and puts a line feed between values that stand in no
/// container. Strings hold no character that could steer a
/// terminal: what RFC 8259 lets stand raw but a terminal would obey is written as `\uXXXX`.
package struct JSONWriter: Sendable {
  /// What has been written and not been taken.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var isFirst = true
  private var isAfterKey = false

  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Without white space.
    case compact
    /// One member or element a line, indented by two spaces a level, for people.
    case indented
  }

  /// A writer that has written nothing.
  package init(_ layout: Layout = .compact) {
    self.layout = layout
  }

  /// What has been written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands out what has been written so far and forgets it, so that a long text can be passed on
  /// in parts.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Containers

  /// Opens an object; until `endObject()` keys and values alternate.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Closes the object opened last.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Closes the array opened last.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the key of the member whose value is written next.
  package mutating func key(_ key: String) {
    beforeValue()
    appendQuoted(key)
    afterKey()
  }

  /// Writes the key of the member whose value is written next, from its decoded bytes.
  package mutating func key(utf8 key: ArraySlice<UInt8>) {
    beforeValue()
    key.withUnsafeBufferPointer { appendQuoted($0) }
    afterKey()
  }

  // MARK: Values

  /// Writes a string.
  package mutating func string(_ string: String) {
    beforeValue()
    appendQuoted(string)
  }

  /// Writes a string from its decoded bytes.
  package mutating func string(utf8 string: ArraySlice<UInt8>) {
    beforeValue()
    string.withUnsafeBufferPointer { appendQuoted($0) }
  }

  /// Writes an integer.
  package mutating func integer(_ integer: some BinaryInteger) { verbatim("\(integer)") }

  /// Writes a Boolean.
  package mutating func bool(_ bool: Bool) { verbatim(bool ? "true" : "false") }

  /// Writes null.
  package mutating func null() { verbatim("null") }

  /// Writes a value that is JSON text already, such as a number in its own spelling.
  package mutating func verbatim(_ text: String) {
    beforeValue()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a value that is JSON text already, from its bytes.
  package mutating func verbatim(utf8 text: ArraySlice<UInt8>) {
    beforeValue()
    bytes.append(contentsOf: text)
  }

  // MARK: Layout

  private mutating func begin(_ bracket: UInt8) {
    beforeValue()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func afterKey() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  private mutating func beforeValue() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    } else if !isFirst {
      bytes.append(UInt8(ascii: "\n"))
    }
    isFirst = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(depth, 0)))
  }

  // MARK: Strings

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    if text.allSatisfy(standsRaw) {
      bytes.append(contentsOf: text)
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte of a string is written as it is, whatever stands beside it.
  private func standsRaw(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: #"\""#.utf8)
    case "\\": bytes.append(contentsOf: #"\\"#.utf8)
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    case _ where scalar.isUnsafeOnTerminal: appendEscape(of: scalar)
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }

  private mutating func appendEscape(of scalar: Unicode.Scalar) {
    // INVARIANT: every scalar that is unsafe on a terminal lies below U+10000.
    let digits = String(scalar.value, radix: 16)
    let padding = repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: padding)
    bytes.append(contentsOf: digits.utf8)
  }
}
