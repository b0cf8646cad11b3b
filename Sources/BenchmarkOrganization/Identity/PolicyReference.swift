import JSONText

/// A managed policy as an attachment names it.
struct PolicyReference: Sendable, Equatable {
  /// The name without its path.
  let name: String
  /// The full ARN, with the path.
  let arn: String

  /// An entry of `AttachedManagedPolicies`.
  var json: JSON { ["PolicyName": .string(name), "PolicyArn": .string(arn)] }
}

extension PolicyReference {
  /// The member `PermissionsBoundary` of a user or role.
  var boundaryJSON: JSON {
    ["PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": .string(arn)]
  }
}
