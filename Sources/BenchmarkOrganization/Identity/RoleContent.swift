import JSONText

/// Everything that the authorization details say about a role.
struct RoleContent {
  /// The name and what follows from it.
  let identity: RoleIdentity
  /// `AROA…`.
  let uniqueID: String
  /// When it was made.
  let created: Timestamp
  /// The trust policy.
  let trust: JSON
  /// The inline policies.
  var inline: [InlinePolicies.Inline] = []
  /// The attached managed policies.
  var attached: [PolicyReference] = []
  /// The permissions boundary; `nil` where there is none.
  var boundary: PolicyReference?
  /// The tags.
  var tags: [Tag] = []
  /// When and where it was last used; `nil` for never.
  var lastUsed: (at: Timestamp, region: String)?

  /// An entry of `RoleDetailList`.
  var json: JSON {
    var record = head
    record.append("InstanceProfileList", instanceProfiles)
    record.append("RolePolicyList", .array(inline.map(\.json)))
    record.append("AttachedManagedPolicies", .array(attached.map(\.json)))
    if let boundary { record.append("PermissionsBoundary", boundary.boundaryJSON) }
    record.append("Tags", .array(tags.map(\.json)))
    if let lastUsed {
      record.append(
        "RoleLastUsed",
        [
          "LastUsedDate": .string(lastUsed.at.commandLineText),
          "Region": .string(lastUsed.region),
        ])
    } else {
      record.append("RoleLastUsed", [:])
    }
    return record
  }

  /// Whether EC2 instances can be given the role: such a role has an instance profile of its name.
  var hasInstanceProfile: Bool { identity.kind == .ec2 }

  private var head: JSON {
    [
      "Path": .string(identity.path),
      "RoleName": .string(identity.name),
      "RoleId": .string(uniqueID),
      "Arn": .string(identity.arn),
      "CreateDate": .string(created.commandLineText),
      "AssumeRolePolicyDocument": trust,
    ]
  }

  private var instanceProfiles: JSON {
    guard hasInstanceProfile else { return [] }
    let arn = identity.arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return [
      [
        "Path": "/",
        "InstanceProfileName": .string(identity.name),
        "InstanceProfileId": .string("AIPA" + uniqueID.dropFirst(4)),
        "Arn": .string(arn[..<5].joined(separator: ":") + ":instance-profile/\(identity.name)"),
        "CreateDate": .string(created.commandLineText),
        "Roles": [head],
      ]
    ]
  }
}
