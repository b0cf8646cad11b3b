import JSONText
import PolicyLanguage
package import Registry

/// How many characters all inline policies of a principal may have together, white space not
/// counted.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas", "IAM and STS character limits".
package enum InlineQuota {
  package static func characters(for kind: RecordKind) -> Int {
    switch kind {
    case .user: 2_048
    case .group: 5_120
    default: 10_240
    }
  }
}

extension RecordEditor {
  /// Embeds a policy in a user, group or role, in place of the one of that name.
  ///
  /// Source: IAM API Reference, "PutRolePolicy", "PutUserPolicy", "PutGroupPolicy".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func putInlinePolicy(
    _ name: String, in principalName: String, document: CheckedDocument
  ) throws -> EditedRecord {
    if let fault = PolicyNameRule.fault(of: name) {
      throw EditError(.validationError, fault.message, hint: fault.help)
    }
    let principal = try principal(principalName)
    try checkIsNotServiceLinked(principal.arn)
    let others = try inlinePolicies(of: principal.arn).filter { $0.name != name }
    let size = try others.reduce(document.root.characterCount) { sum, policy in
      sum + (try characterCount(of: policy.document))
    }
    let quota = InlineQuota.characters(for: principal.kind)
    guard size <= quota else {
      throw EditError(
        .limitExceeded,
        "the inline policies of `\(principal.arn)` would have \(size) characters, and may have "
          + "\(quota)",
        hint: "white space is not counted; a managed policy has 6144 characters of its own")
    }
    let digest = try writer.document(document.root, as: .identity).digest
    try writer.put(InlinePolicy(principal: principal.arn, name: name, document: digest))
    return EditedRecord(.inlinePolicy, principal.arn, name)
  }

  /// Removes a policy that is embedded in a user, group or role.
  ///
  /// - Parameter isOptional: whether a policy that is not there is no fault.
  /// - Throws: `EditError` where there is none of that name.
  package func removeInlinePolicy(
    _ name: String, from principalName: String, isOptional: Bool
  ) throws -> EditedRecord {
    let principal = try principal(principalName)
    try checkIsNotServiceLinked(principal.arn)
    let policies = try inlinePolicies(of: principal.arn)
    guard let policy = policies.first(where: { $0.name == name }) else {
      if isOptional { return EditedRecord(.inlinePolicy, principal.arn, name) }
      throw EditError(
        .noSuchEntity, "`\(principal.arn)` has no inline policy `\(name)`",
        hint: policies.isEmpty ? "it has none" : "it has:" + Self.list(policies.map(\.name)))
    }
    try writer.remove(.inlinePolicy, key: policy.key)
    return EditedRecord(.inlinePolicy, principal.arn, name)
  }

  /// The inline policies of a principal, in the order of their names.
  func inlinePolicies(of principal: String) throws -> [InlinePolicy] {
    try snapshot.records(InlinePolicy.self, whose: "principal", is: principal)
  }

  /// The characters of the shortest text in which a document was seen: which of them this principal
  /// holds is not known, and a document is never refused for a spelling of somebody else.
  private func characterCount(of digest: DocumentDigest) throws -> Int {
    try snapshot.spellings(of: digest).compactMap { text in
      (try? JSONDocument(parsing: Array(text.utf8)))?.root.characterCount
    }.min() ?? 0
  }
}
