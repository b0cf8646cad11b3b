package import JSONText

/// The name of a managed or inline policy: up to 128 letters, digits and `_+=,.@-`.
///
/// Source: IAM API Reference, "CreatePolicy", the pattern of `PolicyName`.
package enum PolicyNameRule {
  /// What is wrong with a name; `nil` for a name that IAM accepts.
  package static func fault(of name: String) -> Diagnostic? {
    if name.isEmpty { return .emptyPolicyName }
    if name.unicodeScalars.count > lengthLimit { return .longPolicyName(name) }
    return name.utf8.allSatisfy(isAllowed) ? nil : .invalidPolicyName(name)
  }

  fileprivate static let lengthLimit = 128

  /// Whether IAM's names may hold a byte.
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "_+=,.@-".utf8.contains(byte)
    }
  }
}

extension Diagnostic {
  fileprivate static var emptyPolicyName: Diagnostic {
    Diagnostic(.error, "invalid-policy-name", "a policy's name cannot be empty")
  }

  fileprivate static func longPolicyName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "invalid-policy-name",
      "the policy's name has \(name.unicodeScalars.count) characters, and may have "
        + "\(PolicyNameRule.lengthLimit)")
  }

  fileprivate static func invalidPolicyName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "invalid-policy-name", "`\(name)` cannot be a policy's name"
    ).with(help: "use letters, digits and the characters _+=,.@-")
  }
}
