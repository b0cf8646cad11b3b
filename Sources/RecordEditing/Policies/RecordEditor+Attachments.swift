package import Registry

/// How many managed policies may be attached to a user, group or role.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas": ten; for roles and users more on request.
package enum AttachmentQuota {
  package static let standard = 10

  /// The highest quota that AWS grants for a kind of principal.
  package static func highest(for kind: RecordKind) -> Int {
    switch kind {
    case .role: 25
    case .user: 20
    default: standard
    }
  }
}

extension RecordEditor {
  /// Attaches a managed policy to a user, group or role; nothing where it is attached.
  ///
  /// Source: IAM API Reference, "AttachRolePolicy", "AttachUserPolicy", "AttachGroupPolicy".
  ///
  /// - Parameter quota: how many policies the principal may have.
  /// - Throws: `EditError` where IAM would refuse it.
  package func attachPolicy(
    _ policyName: String, to principalName: String, quota: Int = AttachmentQuota.standard
  ) throws -> EditedRecord {
    let principal = try principal(principalName)
    try checkIsNotServiceLinked(principal.arn)
    let policy = try managedPolicy(policyName, for: principal.arn)
    try checkIsAttachable(policy)
    let attachment = PolicyAttachment(principal: principal.arn, policy: policy)
    let result = EditedRecord(.policyAttachment, principal.arn, policy)
    let attached = try attachments(of: principal.arn)
    guard !attached.contains(attachment) else { return result }
    try checkCount(of: attached, principal, quota)
    try writer.put(attachment)
    return result
  }

  /// Detaches a managed policy from a user, group or role.
  ///
  /// - Parameter isOptional: whether a policy that is not attached is no fault.
  /// - Throws: `EditError` where it is not attached.
  package func detachPolicy(
    _ policyName: String, from principalName: String, isOptional: Bool
  ) throws -> EditedRecord {
    let principal = try principal(principalName)
    try checkIsNotServiceLinked(principal.arn)
    let attached = try attachments(of: principal.arn)
    let isHeld = attached.contains { $0.policy == policyName }
    let policy = isHeld ? policyName : try managedPolicy(policyName, for: principal.arn)
    let attachment = PolicyAttachment(principal: principal.arn, policy: policy)
    guard attached.contains(attachment) || isOptional else {
      throw EditError(
        .noSuchEntity, "`\(policy)` is not attached to `\(principal.arn)`",
        hint: attached.isEmpty
          ? "it has no attached policies" : "it has:" + Self.list(attached.map(\.policy)))
    }
    try writer.remove(.policyAttachment, key: attachment.key)
    return EditedRecord(.policyAttachment, principal.arn, policy)
  }

  /// The attachments of a principal, in the order of their policies.
  func attachments(of principal: String) throws -> [PolicyAttachment] {
    try snapshot.records(PolicyAttachment.self, whose: "principal", is: principal)
  }

  /// The policies of service-linked roles are attached to those roles alone.
  func checkIsAttachable(_ policy: String) throws {
    guard try ResourceIdentity(arn: policy).isServiceLinked else { return }
    throw EditError(
      .policyNotAttachable,
      "`\(policy)` is for a service-linked role, and can be attached to no other")
  }

  private func checkCount(
    of attached: [PolicyAttachment], _ principal: ResolvedName, _ quota: Int
  ) throws(EditError) {
    let highest = AttachmentQuota.highest(for: principal.kind)
    guard (1...highest).contains(quota) else {
      throw EditError(
        .validationError,
        "the quota of policies attached to a \(principal.kind.rawValue) is \(highest) at most")
    }
    guard attached.count >= quota else { return }
    throw EditError(
      .limitExceeded,
      "`\(principal.arn)` has \(attached.count) attached policies, and may have \(quota)",
      hint: (highest > quota
        ? "detach one, or give the quota that AWS granted with `--quota`:" : "detach one:")
        + Self.list(attached.map(\.policy)))
  }
}
