/// How many characters a role's trust policy may have, white space not counted.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas", "Role trust policy length": 2,048 by default,
/// more on request.
package enum TrustQuota {
  package static let standard = 2_048
  package static let highest = 8_192

  /// Throws where AWS grants no account such a quota.
  package static func check(_ quota: Int) throws(EditError) {
    guard (standard...highest).contains(quota) else {
      throw EditError(
        .validationError,
        "the quota of trust policies is \(standard) to \(highest) characters, not \(quota)")
    }
  }
}
