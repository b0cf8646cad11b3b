import JSONText

/// A managed policy, AWS's or the customer's, with the versions that IAM keeps.
struct ManagedPolicy: Sendable {
  /// The name without its path.
  let name: String
  /// `/`, or a path that begins and ends with `/`.
  let path: String
  /// The account's id, or `aws`.
  let owner: String
  /// The versions, newest first; at most five.
  let versions: [Version]
  /// The number of the version in force, which need not be the newest.
  let defaultVersion: Int

  /// One version of a managed policy.
  struct Version: Sendable {
    /// 1 for the first version, which shows as `v1`.
    let number: Int
    let document: JSON
  }

  /// The full ARN, with the path.
  var arn: String { "arn:aws:iam::\(owner):policy\(path)\(name)" }

  /// How attachments name the policy.
  var reference: PolicyReference { PolicyReference(name: name, arn: arn) }
}
