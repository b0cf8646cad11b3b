import PolicyLanguage
package import Registry

/// The names and paths of users, groups and roles.
///
/// Source: IAM API Reference, "CreateUser", "CreateGroup", "CreateRole": lengths and patterns of
/// their names and of `Path`.
package enum IAMName {
  /// Throws where IAM would refuse a name for a thing of a kind.
  package static func check(_ name: String, of kind: RecordKind) throws(EditError) {
    let limit = lengthLimit(kind)
    let count = name.unicodeScalars.count
    guard (1...limit).contains(count) else {
      throw EditError(
        .validationError,
        "the name of a \(kind.rawValue) has 1 to \(limit) characters, not \(count)")
    }
    guard name.utf8.allSatisfy(isAllowed) else {
      throw EditError(
        .validationError, "`\(name)` cannot be the name of a \(kind.rawValue)",
        hint: "use letters, digits and the characters _+=,.@-")
    }
  }

  /// Throws where IAM would refuse a path: `/`, or visible ASCII characters between two slashes, up
  /// to 512 characters.
  package static func check(path: String) throws(EditError) {
    let bytes = Array(path.utf8)
    guard bytes.count <= 512 else {
      throw EditError(
        .validationError, "the path has \(bytes.count) characters, and may have 512")
    }
    let slash = UInt8(ascii: "/")
    let isPath =
      bytes.first == slash && bytes.last == slash && bytes.count != 2
      && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPath else {
      throw EditError(
        .validationError, "`\(path)` cannot be a path",
        hint: "a path begins and ends with a slash, as in `/team/orders/`")
    }
  }

  private static func lengthLimit(_ kind: RecordKind) -> Int {
    kind == .user || kind == .role ? 64 : 128
  }

  /// Whether IAM's names may hold a byte.
  static func isAllowed(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "_+=,.@-".utf8.contains(byte)
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter or digit.
  var isASCIILetterOrDigit: Bool {
    isASCIIDigit || (0x61...0x7A).contains(self | 0x20)
  }

  /// Whether this is an ASCII digit.
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is a lower-case ASCII letter or a digit.
  var isLowerCaseOrDigit: Bool { isASCIIDigit || (0x61...0x7A).contains(self) }
}
