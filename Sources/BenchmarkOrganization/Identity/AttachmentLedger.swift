/// Counts how often each managed policy of an account is in use.
struct AttachmentLedger {
  private var attachmentsByARN: [String: Int] = [:]
  private var boundariesByARN: [String: Int] = [:]

  /// Notes the policies of one user, group or role.
  mutating func note(_ attached: [PolicyReference], boundary: PolicyReference?) {
    for policy in attached { attachmentsByARN[policy.arn, default: 0] += 1 }
    if let boundary { boundariesByARN[boundary.arn, default: 0] += 1 }
  }

  /// How many users, groups and roles have the policy attached.
  func attachments(of arn: String) -> Int { attachmentsByARN[arn, default: 0] }

  /// How many users and roles have the policy as their boundary.
  func boundaries(of arn: String) -> Int { boundariesByARN[arn, default: 0] }
}
