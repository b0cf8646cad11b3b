/// An Amazon Resource Name, or a pattern of one, cut at its first five colons.
///
/// The sixth field keeps all further colons. Nothing is checked but that there are six fields and
/// that the first is `arn`.
///
/// Source: IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
package struct ARN: Sendable {
  /// The whole name, as written.
  package let text: String
  /// Where the five colons stand that end a field.
  private let colons: (String.Index, String.Index, String.Index, String.Index, String.Index)

  /// Cuts a name into its fields; `nil` if it has fewer than six or does not begin with `arn:`.
  package init?(_ text: String) {
    guard text.utf8.starts(with: "arn:".utf8) else { return nil }
    var found: [String.Index] = []
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: ":") {
      found.append(index)
      if found.count == 5 { break }
    }
    guard found.count == 5 else { return nil }
    self.text = text
    colons = (found[0], found[1], found[2], found[3], found[4])
  }

  /// The partition, such as `aws` or `aws-cn`.
  package var partition: Substring { field(colons.0, colons.1) }

  /// The service's namespace, such as `lambda`.
  package var service: Substring { field(colons.1, colons.2) }

  /// The Region; empty in the ARNs of global services.
  package var region: Substring { field(colons.2, colons.3) }

  /// The account id; empty in the ARNs of some services.
  package var account: Substring { field(colons.3, colons.4) }

  /// All behind the fifth colon, such as `function:orders:prod` or `role/path/name`.
  package var resource: Substring { text[text.utf8.index(after: colons.4)...] }

  private func field(_ before: String.Index, _ after: String.Index) -> Substring {
    text[text.utf8.index(after: before)..<after]
  }
}

extension ARN: Hashable {
  /// Names are equal if their bytes are: no case folding, no Unicode normalization.
  package static func == (left: ARN, right: ARN) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension ARN: CustomStringConvertible {
  package var description: String { text }
}
