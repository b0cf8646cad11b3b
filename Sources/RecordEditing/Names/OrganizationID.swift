/// The ids by which AWS Organizations names its things.
///
/// Source: AWS Organizations API Reference, the patterns of `OrganizationId`, `RootId`,
/// `OrganizationalUnitId` and `PolicyId`.
package enum OrganizationID {
  /// Whether this is the id of an organization: `o-` and 10 to 32 characters.
  package static func isOrganization(_ id: String) -> Bool {
    id.hasPrefix("o-") && isTail(id.dropFirst(2), 10...32)
  }

  /// Whether this is the id of a root: `r-` and 4 to 32 characters.
  package static func isRoot(_ id: String) -> Bool {
    id.hasPrefix("r-") && isTail(id.dropFirst(2), 4...32)
  }

  /// Whether this is the id of an organizational unit: `ou-`, the characters of its root's id, and 8
  /// to 32 of its own.
  package static func isUnit(_ id: String) -> Bool {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "ou" && isTail(parts[1], 4...32)
      && isTail(parts[2], 8...32)
  }

  /// Whether this is the id of a control policy: `p-` and 8 to 128 characters.
  package static func isPolicy(_ id: String) -> Bool {
    id.hasPrefix("p-") && (8...128).contains(id.utf8.count - 2)
      && id.utf8.dropFirst(2).allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
  }

  private static func isTail(_ text: Substring, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(text.utf8.count) && text.utf8.allSatisfy(\.isLowerCaseOrDigit)
  }
}
