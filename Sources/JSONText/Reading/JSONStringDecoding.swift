// Decoding what the parser has already found to be well formed.

extension JSONTape {
  /// The bytes between the quotes of a string or key, not decoded.
  func contents(of node: JSONNode) -> ArraySlice<UInt8> {
    bytes[node.range.dropFirst().dropLast()]
  }

  /// The decoded text of a string or key.
  func string(of node: JSONNode) -> String {
    guard node.flag else { return String(decoding: contents(of: node), as: UTF8.self) }
    return String(decoding: stringBytes(of: node), as: UTF8.self)
  }

  /// The decoded bytes of a string or key.
  func stringBytes(of node: JSONNode) -> [UInt8] {
    node.flag ? decodingJSONEscapes(contents(of: node)) : Array(contents(of: node))
  }
}

/// Decodes the escapes of a string's contents.
///
/// INVARIANT: the parser has accepted the contents, so every escape is whole and every surrogate
/// has its partner. What it would have refused is left as it stands.
func decodingJSONEscapes(_ contents: ArraySlice<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(contents.count)
  var rest = contents
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
      decoded.append(byte)
      continue
    }
    if letter == UInt8(ascii: "u") {
      decoded.append(contentsOf: String(popEscapedScalar(&rest)).utf8)
    } else {
      decoded.append(jsonEscapeValue(letter) ?? letter)
    }
  }
  return decoded
}

/// Takes the digits of a `\u` escape, and the low surrogate that follows a high one.
private func popEscapedScalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
  let high = popCodeUnit(&rest)
  guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? replacement }
  rest = rest.dropFirst(2)
  let low = popCodeUnit(&rest)
  return Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10) + UInt32(low & 0x3FF)) ?? replacement
}

private let replacement: Unicode.Scalar = "\u{FFFD}"

private func popCodeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16 {
  let digits = rest.prefix(4)
  rest = rest.dropFirst(4)
  return digits.reduce(0) { $0 << 4 | UInt16(hexadecimalDigit($1) ?? 0) }
}

/// What the letter behind a backslash stands for, `u` excepted; `nil` where it stands for nothing.
func jsonEscapeValue(_ letter: UInt8) -> UInt8? {
  switch letter {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: nil
  }
}

/// The value of a hexadecimal digit of either case, else `nil`.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
