import JSONText

/// A resource in a policy that names resources of any service is `*` or an ARN of six fields.
///
/// A wildcard that ends the last of fewer fields runs on into the missing ones, which AWS accepts.
/// Resource-based policies are not checked, as some services know short forms there.
///
/// Sources: IAM User Guide, "IAM JSON policy elements: Resource" and "IAM Access Analyzer policy
/// check reference".
enum ResourceRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    guard policy.type.needsResource else { return [] }
    return policy.strings(of: .resource, .notResource).compactMap { value in
      guard let text = value.string, text != "*" else { return nil }
      return fault(of: text, at: value.position)
    }
  }

  private static func fault(of text: String, at position: SourcePosition) -> Diagnostic? {
    let colon = UInt8(ascii: ":")
    let fields = text.utf8.split(separator: colon, maxSplits: 5, omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard fields.count > 1, fields[0] == "arn" else { return .noARN(text, at: position) }
    guard fields[1].hasWildcard || isPartition(fields[1]) else {
      return .invalidPartition(fields[1], at: position)
    }
    guard fields.count > 2, !fields[2].isEmpty else { return .missingField(text, at: position) }
    if fields[2].hasWildcard { return .wildcardInService(fields[2], at: position) }
    if fields[2].contains(where: \.isUppercase) {
      return .serviceCase(fields[2], at: position)
    }
    guard fields.count == 6 else {
      guard fields.count > 3, text.utf8.last == UInt8(ascii: "*") else {
        return .missingField(text, at: position)
      }
      return .expandedFields(text, at: position)
    }
    if isBrokenAccountID(fields[4]) { return .invalidAccount(fields[4], at: position) }
    return fields[5].isEmpty ? .missingField(text, at: position) : nil
  }

  private static func isPartition(_ field: Substring) -> Bool {
    field == "aws"
      || field.hasPrefix("aws-")
        && field.utf8.allSatisfy { $0 == UInt8(ascii: "-") || lowercaseLetters.contains($0) }
  }

  /// Whether an account field is neither twelve digits nor one of the names that AWS itself uses,
  /// such as `aws`.
  private static func isBrokenAccountID(_ field: Substring) -> Bool {
    guard let first = field.utf8.first, !field.hasWildcard else { return false }
    return digits.contains(first) && !field.isAccountID
  }

  private static let lowercaseLetters = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}

extension Substring {
  fileprivate var hasWildcard: Bool {
    utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }
}

extension Diagnostic {
  fileprivate static func noARN(_ text: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .error, "invalid-arn-prefix", "the resource `\(text)` is neither `*` nor an ARN",
      position: position
    ).with(help: "an ARN begins with `arn:`")
  }

  fileprivate static func invalidPartition(
    _ field: Substring, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .error, "invalid-partition", "`\(field)` is no partition of AWS", position: position
    ).with(
      help: "the partitions are `aws`, `aws-cn`, `aws-us-gov` and others that begin with `aws-`")
  }

  fileprivate static func missingField(_ text: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .error, "missing-arn-field", "the ARN `\(text)` lacks a field", position: position
    ).with(help: "an ARN is arn:partition:service:region:account:resource")
  }

  fileprivate static func expandedFields(
    _ text: String, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .warning, "missing-arn-field", "the ARN `\(text)` has fewer than six fields",
      position: position
    ).with(note: "its last `*` runs on into the missing fields")
  }

  fileprivate static func wildcardInService(
    _ field: Substring, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .error, "wildcard-in-arn-service",
      "an ARN's service cannot hold a wildcard, as `\(field)` does",
      position: position)
  }

  fileprivate static func serviceCase(_ field: Substring, at position: SourcePosition) -> Diagnostic
  {
    Diagnostic(
      .error, "invalid-arn-service-case", "the service `\(field)` must be in lower case",
      position: position)
  }

  fileprivate static func invalidAccount(
    _ field: Substring, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .error, "invalid-arn-account", "`\(field)` is no account id, which has twelve digits",
      position: position)
  }
}
