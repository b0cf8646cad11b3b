/// What was given as `FunctionName`: a name, `NAME:QUALIFIER`, a partial or a full ARN.
///
/// Source: AWS Lambda API Reference, "AddPermission", `FunctionName`.
package struct FunctionName: Hashable, Sendable {
  /// The name without a qualifier.
  let name: String
  let qualifier: String?
  let account: String?
  let region: String?
  /// The partition, where a full ARN was given.
  let partition: String?

  static let pattern =
    #"(arn:(aws[a-zA-Z-]*)?:lambda:)?"#
    + #"((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?"#
    + #"([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"#

  /// Reads a name; `nil` for text of another form.
  init?(_ text: String) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
    if parts.first == "arn" {
      guard parts.count > 3, parts.dropFirst(2).first == "lambda",
        let partition = parts.dropFirst().first, partition.isEmpty || partition.isPartition
      else { return nil }
      self.partition = partition.isEmpty ? "aws" : String(partition)
      parts = parts.dropFirst(3)
    } else {
      partition = nil
    }
    region = Self.take(from: &parts) { $0.isRegion }
    account = Self.take(from: &parts) { $0.isAccountID }
    _ = Self.take(from: &parts) { $0 == "function" }
    guard (1...2).contains(parts.count), let name = parts.popFirst().map(String.init),
      name.consists(ofAlphanumericsOr: "-_.")
    else { return nil }
    self.name = name
    qualifier = parts.first.map(String.init)
    if let qualifier, !qualifier.isLatest, !qualifier.consists(ofAlphanumericsOr: "-_") {
      return nil
    }
  }

  /// Takes the first part where it is of a kind and more follows it.
  private static func take(
    from parts: inout ArraySlice<Substring>, where isOfKind: (String) -> Bool
  ) -> String? {
    guard parts.count > 1, let first = parts.first.map(String.init), isOfKind(first) else {
      return nil
    }
    parts = parts.dropFirst()
    return first
  }
}

extension String {
  /// Whether the text is the qualifier of what is not published.
  var isLatest: Bool { self == "$LATEST" || self == "$LATEST.PUBLISHED" }

  /// Whether the text has the form of a qualifier.
  ///
  /// Source: AWS Lambda API Reference, "AddPermission", `Qualifier`.
  var isQualifier: Bool { isLatest || consists(ofAlphanumericsOr: "-_$") }

  /// Whether the text names a partition, such as `aws-us-gov`.
  var isPartition: Bool { Substring(self).isPartition }

  /// The partition that a Region lies in.
  ///
  /// Source: IAM User Guide, "IAM ARNs".
  var partitionOfRegion: String {
    let prefixes = [
      ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"),
      ("us-isob-", "aws-iso-b"), ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"),
      ("eusc-", "aws-eusc"),
    ]
    return prefixes.first { hasPrefix($0.0) }?.1 ?? "aws"
  }
}

extension Substring {
  /// Whether the text names a partition.
  var isPartition: Bool {
    hasPrefix("aws") && utf8.allSatisfy { ($0.isAlphanumeric && !$0.isDigit) || $0 == 0x2D }
  }
}
