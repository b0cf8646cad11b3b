import Crypto

/// The name of a document: the SHA-256 of its canonical form.
package struct DocumentDigest: Hashable, Sendable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// The digest of a text.
  package init(of text: [UInt8]) {
    bytes = Array(SHA256.hash(data: text))
  }

  /// Takes a stored digest; `nil` where it does not have 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Reads the 64 hexadecimal digits that stand in a record's JSON.
  package init?(hexadecimal text: String) {
    guard let bytes = [UInt8](hexadecimal: text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The digest as 64 lower-case hexadecimal digits.
  package var hexadecimal: String { bytes.hexadecimal }
}

extension [UInt8] {
  /// The bytes as lower-case hexadecimal digits.
  package var hexadecimal: String {
    String(unsafeUninitializedCapacity: count * 2) { buffer in
      for (index, byte) in enumerated() {
        buffer[index * 2] = Self.hexadecimalDigit(byte >> 4)
        buffer[index * 2 + 1] = Self.hexadecimalDigit(byte & 15)
      }
      return count * 2
    }
  }

  /// Reads an even number of lower-case hexadecimal digits.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.map { Self.hexadecimalValue($0) }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { index in
      (digits[index] ?? 0) << 4 | (digits[index + 1] ?? 0)
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
