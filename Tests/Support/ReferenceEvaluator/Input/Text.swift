// Text is compared by its bytes. Swift's own `==` takes canonically equivalent strings for equal,
// which AWS does not: "é" in one and in two scalars are two names.

extension String {
  /// Whether both strings hold the same UTF-8 bytes.
  func isSameText(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// Whether both strings hold the same UTF-8 bytes, ASCII letters compared without case.
  func isSameTextIgnoringCase(as other: String) -> Bool {
    foldedBytes == other.foldedBytes
  }

  /// The UTF-8 bytes with `A`–`Z` turned to lower case.
  var foldedBytes: [UInt8] {
    utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }

  /// The scalars of the string: what `?` counts.
  var scalars: [Unicode.Scalar] {
    Array(unicodeScalars)
  }

  /// The parts between `separator`, empty ones kept, in at most `maximum` parts: the last keeps
  /// the separators that are left.
  func parts(_ separator: Unicode.Scalar, maximum: Int = .max) -> [String] {
    unicodeScalars
      .split(separator: separator, maxSplits: maximum - 1, omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// Whether the string starts with the bytes of `prefix`.
  func startsWithText(_ prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether the bytes of `other` occur somewhere in the string.
  func containsText(_ other: String) -> Bool {
    let bytes = Array(utf8)
    let sought = Array(other.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: sought) }
  }
}
