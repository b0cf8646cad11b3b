import JSONText

/// A document may have so many characters, white space between its values not counted.
///
/// Sources: IAM User Guide, "IAM and AWS STS quotas"; AWS Organizations User Guide, "Quotas".
enum PolicySizeRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    let limit = policy.characterLimit ?? policy.type.characterLimit
    let size = policy.document.characterCount
    if let limit, size > limit {
      return [.tooLarge(size, limit: limit, policy)]
    }
    if policy.type == .trust, policy.characterLimit == nil, size > defaultTrustPolicyLimit {
      return [.aboveDefaultQuota(size, policy)]
    }
    return []
  }

  /// What a role trust policy may have unless the account's quota was raised.
  static let defaultTrustPolicyLimit = 2_048
}

extension PolicyType {
  /// How many characters a document may have; `nil` where that depends on the service. For identity
  /// policies this is the limit of a managed policy, for trust policies the highest quota.
  package var characterLimit: Int? {
    switch self {
    case .identity, .permissionsBoundary: 6_144
    case .session: 2_048
    case .trust: 8_192
    case .serviceControl: 10_240
    case .resourceControl: 5_120
    case .resource, .vpcEndpoint: nil
    }
  }
}

extension JSONValue {
  /// The number of characters of the value's text without the white space between values: what AWS
  /// compares with its quotas. Cost: linear.
  package var characterCount: Int {
    var count = 0
    var isInString = false
    var isEscaped = false
    for byte in textBytes {
      if isInString {
        if byte & 0xC0 != 0x80 { count += 1 }
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte > 0x20 {
        count += 1
        isInString = byte == UInt8(ascii: "\"")
      }
    }
    return count
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ size: Int, limit: Int, _ policy: PolicySubject) -> Diagnostic {
    Diagnostic(
      .error, "policy-size-exceeds-quota",
      "the document has \(size) characters without white space, and \(policy.type) may have \(limit)",
      position: policy.document.position)
  }

  fileprivate static func aboveDefaultQuota(_ size: Int, _ policy: PolicySubject) -> Diagnostic {
    Diagnostic(
      .warning, "policy-size-exceeds-default-quota",
      "the document has \(size) characters without white space, more than the default quota of "
        + "\(PolicySizeRule.defaultTrustPolicyLimit)",
      position: policy.document.position
    ).with(help: "AWS raises the quota of role trust policies on request")
  }
}
