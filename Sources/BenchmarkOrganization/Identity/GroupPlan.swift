import JSONText

/// A group of users. Every account has the same ones.
struct GroupPlan: Sendable {
  /// Its place among the groups.
  let index: Int
  /// The name, unique in the account.
  let name: String
  /// The AWS managed policies attached to it.
  let awsManaged: [AWSManagedPolicyName]
  /// The baseline policies attached to it, by name.
  let baseline: [String]
  /// Whether a policy of the account's own is attached.
  let hasLocalPolicy: Bool

  /// `/`, or a path that begins and ends with `/`.
  var path: String { index == 3 ? "/teams/" : "/" }

  /// All groups, in the order in which they are listed.
  static let all: [GroupPlan] = drafts.enumerated().map { index, draft in
    GroupPlan(
      index: index, name: draft.name, awsManaged: draft.awsManaged, baseline: draft.baseline,
      hasLocalPolicy: draft.hasLocalPolicy)
  }

  private typealias Draft = (
    name: String, awsManaged: [AWSManagedPolicyName], baseline: [String], hasLocalPolicy: Bool
  )

  private static let drafts: [Draft] = [
    ("administrators", [.administratorAccess], ["OrgRequireMFA"], false),
    ("developers", [.iamReadOnlyAccess], ["OrgLambdaDeveloper", "OrgPassLambdaRole"], true),
    ("serverless", [.lambdaReadOnlyAccess], ["OrgInvokeOwnTeam", "OrgTagGuard"], true),
    ("operators", [.lambdaFullAccess], ["OrgNetworkGuard"], true),
    ("readers", [.readOnlyAccess], [], false),
    ("auditors", [.securityAudit, .viewOnlyAccess], [], false),
    ("identity", [.iamFullAccess], ["OrgRequireMFA", "OrgAssumeOnlyOwn"], false),
    ("everybody", [], ["OrgSelfService"], false),
  ]

  /// The inline policies of the group: one group has one, which speaks of its account.
  func inline(in account: AccountPlan) -> [InlinePolicies.Inline] {
    guard name == "serverless" else { return [] }
    let document = Policy.document([
      [
        "Effect": "Allow", "Action": "lambda:InvokeFunction",
        "Resource": .string(account.arn("lambda", "*", "function:*-dev-*")),
        "Condition": ["StringLikeIfExists": ["aws:PrincipalTag/team": "?*"]],
      ]
    ])
    return [InlinePolicies.Inline(name: "invoke-dev", document: document)]
  }

  /// The names of the groups that a user is in.
  static func names(_ stream: inout SplitMix64) -> [String] {
    var names: [String] = []
    if stream.chance(8) { names.append("administrators") }
    for group in all[1..<7] where stream.chance(22) { names.append(group.name) }
    if stream.chance(70) { names.append("everybody") }
    return names
  }
}
