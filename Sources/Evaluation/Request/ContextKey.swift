/// The name of a condition key, such as `aws:PrincipalTag/team`. Names compare without regard to
/// case, a tag's key included.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition".
package struct ContextKey: Sendable {
  /// The hash of the name in lower case.
  let hash: UInt64
  private let spelling: Spelling

  /// A name in its forms. It is shared by reference, so that a key is copied at the cost of one
  /// count.
  private final class Spelling: Sendable {
    let name: String
    /// The name in lower case.
    let folded: [UInt8]
    /// The hash of the name up to and with its slash, for a key that belongs to a family of tags.
    let familyHash: UInt64?

    init(_ name: String) {
      self.name = name
      let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
      let folded = isASCII ? name.utf8.map(lowered) : Array(name.lowercased().utf8)
      self.folded = folded
      familyHash = folded.firstIndex(of: UInt8(ascii: "/")).map { hashOfBytes(folded[...$0]) }
    }
  }

  /// Cost: linear in the name. Keep keys rather than making them anew.
  package init(_ name: String) {
    spelling = Spelling(name)
    hash = hashOfBytes(spelling.folded[...])
  }

  /// The key of a tag in a family such as `aws:ResourceTag`.
  package static func tag(_ key: String, in family: String) -> ContextKey {
    ContextKey(family + "/" + key)
  }

  /// The name as written.
  package var name: String { spelling.name }

  /// The hash of the key that stands for the rest of the key's family.
  var familyHash: UInt64? { spelling.familyHash }
}

extension ContextKey: Hashable, Comparable, CustomStringConvertible {
  package static func == (left: ContextKey, right: ContextKey) -> Bool {
    left.hash == right.hash
      && (left.spelling === right.spelling || left.spelling.folded == right.spelling.folded)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  package static func < (left: ContextKey, right: ContextKey) -> Bool {
    left.spelling.folded.lexicographicallyPrecedes(right.spelling.folded)
  }

  package var description: String { name }
}

/// The byte in lower case, where it is an ASCII letter.
func lowered(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

/// A hash that is the same in every process (FNV-1a).
func hashOfBytes(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
