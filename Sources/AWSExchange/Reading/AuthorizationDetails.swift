import JSONText
import PolicyLanguage
import Registry

/// `iam get-account-authorization-details`: users, groups, roles and managed policies.
///
/// Source: AWS IAM API Reference, `GetAccountAuthorizationDetails`.
extension FileReader {
  mutating func readAuthorizationDetails(_ root: JSONValue) throws {
    for group in list(root, "GroupDetailList") { try readGroup(group) }
    for user in list(root, "UserDetailList") { try readUser(user) }
    for role in list(root, "RoleDetailList") { try readRole(role) }
    for policy in list(root, "Policies") { try readManagedPolicy(policy) }
  }

  private mutating func principal(_ value: JSONValue) -> ARN? {
    guard let arn = arn(value, "Arn") else { return nil }
    see(.authorizationDetails, arn, hasRegion: false)
    return arn
  }

  private mutating func readGroup(_ group: JSONValue) throws {
    guard let arn = principal(group) else { return }
    let record = Group(
      arn: arn.text, uniqueID: text(group, "GroupId"), createdAt: time(group, "CreateDate"))
    add(record, at: group)
    try readPolicies(of: arn.text, group, inline: "GroupPolicyList")
  }

  private mutating func readUser(_ user: JSONValue) throws {
    guard let arn = principal(user) else { return }
    let record = User(
      arn: arn.text, uniqueID: text(user, "UserId"), createdAt: time(user, "CreateDate"),
      permissionsBoundary: boundary(user), tags: tags(user))
    add(record, at: user)
    try readPolicies(of: arn.text, user, inline: "UserPolicyList")
    for group in texts(user, "GroupList") {
      draft.pending.memberships.append((arn.text, group, at(user)))
    }
  }

  private mutating func readRole(_ role: JSONValue) throws {
    guard let arn = principal(role) else { return }
    let trust = try documents.keep(role["AssumeRolePolicyDocument"], as: .trust, in: path)
    let record = Role(
      arn: arn.text, uniqueID: text(role, "RoleId"), createdAt: time(role, "CreateDate"),
      permissionsBoundary: boundary(role), trustPolicy: trust?.digest, tags: tags(role))
    add(record, at: role)
    try readPolicies(of: arn.text, role, inline: "RolePolicyList")
  }

  private func boundary(_ principal: JSONValue) -> String? {
    reference(principal["PermissionsBoundary"], "PermissionsBoundaryArn")
  }

  private mutating func readPolicies(
    of principal: String, _ value: JSONValue, inline member: String
  ) throws {
    for policy in list(value, member) {
      guard
        let name = text(policy, "PolicyName"),
        let document = try documents.keep(policy["PolicyDocument"], as: .identity, in: path)
      else { continue }
      add(
        InlinePolicy(principal: principal, name: name, document: document.digest), at: policy)
    }
    for policy in list(value, "AttachedManagedPolicies") {
      guard let arn = arn(policy, "PolicyArn") else { continue }
      add(PolicyAttachment(principal: principal, policy: arn.text), at: policy)
    }
  }

  // MARK: Managed policies

  private mutating func readManagedPolicy(_ policy: JSONValue) throws {
    guard let arn = arn(policy, "Arn") else { return }
    see(.authorizationDetails, arn, hasRegion: false)
    for version in list(policy, "PolicyVersionList") { try readVersion(version, of: arn.text) }
    let shown = list(policy, "PolicyVersionList").first { $0["IsDefaultVersion"]?.bool == true }
    guard let inForce = text(policy, "DefaultVersionId") ?? text(shown, "VersionId") else {
      return
    }
    let record = ManagedPolicy(
      arn: arn.text, uniqueID: text(policy, "PolicyId"), createdAt: time(policy, "CreateDate"),
      summary: text(policy, "Description"), defaultVersion: inForce)
    if arn.account == "aws" {
      draft.replace(merged(record))
    } else {
      add(record, at: policy)
    }
  }

  /// AWS's own policies stand in every account's file; the newest default version counts, since the
  /// files are not of one moment.
  private func merged(_ policy: ManagedPolicy) -> ManagedPolicy {
    guard let earlier = draft.record(ManagedPolicy.self, policy.arn) else { return policy }
    var merged = policy
    merged.uniqueID = policy.uniqueID ?? earlier.uniqueID
    merged.createdAt = policy.createdAt ?? earlier.createdAt
    merged.summary = policy.summary ?? earlier.summary
    if versionNumber(earlier.defaultVersion) > versionNumber(policy.defaultVersion) {
      merged.defaultVersion = earlier.defaultVersion
    }
    return merged
  }

  private mutating func readVersion(_ version: JSONValue, of policy: String) throws {
    guard
      let id = text(version, "VersionId"),
      let document = try documents.keep(version["Document"], as: .identity, in: path)
    else { return }
    let record = ManagedPolicyVersion(
      policy: policy, version: id, createdAt: time(version, "CreateDate"),
      document: document.digest)
    add(record, at: version)
  }
}

/// The number in a version's id, such as 3 for `v3`; 0 for other text.
func versionNumber(_ id: String) -> Int { Int(id.dropFirst()) ?? 0 }
