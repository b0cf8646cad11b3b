import JSONText

/// Everything that the authorization details say about a user.
struct UserContent {
  /// The name and what follows from it.
  let identity: UserIdentity
  /// `AIDA…`.
  let uniqueID: String
  /// When it was made.
  let created: Timestamp
  /// The inline policies.
  var inline: [InlinePolicies.Inline] = []
  /// The names of the groups that the user is in.
  var groups: [String] = []
  /// The attached managed policies.
  var attached: [PolicyReference] = []
  /// The permissions boundary; `nil` where there is none.
  var boundary: PolicyReference?
  /// The tags.
  var tags: [Tag] = []

  /// An entry of `UserDetailList`.
  var json: JSON {
    var record: JSON = [
      "Path": .string(identity.path),
      "UserName": .string(identity.name),
      "UserId": .string(uniqueID),
      "Arn": .string(identity.arn),
      "CreateDate": .string(created.commandLineText),
    ]
    // Unlike a role, a user without inline policies has no such member.
    if !inline.isEmpty { record.append("UserPolicyList", .array(inline.map(\.json))) }
    record.append("GroupList", .strings(groups))
    record.append("AttachedManagedPolicies", .array(attached.map(\.json)))
    if let boundary { record.append("PermissionsBoundary", boundary.boundaryJSON) }
    record.append("Tags", .array(tags.map(\.json)))
    return record
  }
}
