import JSONText

/// The managed policies that serve as permissions boundaries, the same in every account.
enum Boundaries {
  /// The path of all of them.
  static let path = "/boundary/"

  /// The names, the most used first.
  static let names = ["WorkloadBoundary", "DeveloperBoundary", "TeamBoundary", "ReadBoundary"]

  /// Whether a policy of this name is a boundary.
  static func isBoundary(_ name: String) -> Bool {
    names.contains(name)
  }

  /// How users and roles name a boundary.
  static func reference(_ name: String, in account: AccountPlan) -> PolicyReference {
    PolicyReference(name: name, arn: account.iam("policy\(path)\(name)"))
  }

  /// A boundary at random: the workload's in half of all cases.
  static func pick(in account: AccountPlan, _ stream: inout SplitMix64) -> PolicyReference {
    let name = stream.chance(50) ? names[0] : stream.pick(names)
    return reference(name, in: account)
  }

  /// The documents.
  static let documents: [BaselinePolicies.Draft] = [
    .init(
      "WorkloadBoundary",
      [
        Policy.document([
          Policy.allow([
            "cloudwatch:*", "dynamodb:*", "events:*", "kms:*", "lambda:*", "logs:*", "s3:*",
            "secretsmanager:GetSecretValue", "sns:*", "sqs:*", "sts:AssumeRole", "xray:*",
          ])
        ])
      ]),
    .init(
      "DeveloperBoundary",
      [
        Policy.document([Policy.allow(["*"], sid: "Everything"), keepBoundary]),
        Policy.document([
          Policy.allow(["*"], sid: "Everything"), keepBoundary,
          [
            "Sid": "NoPublicGrants", "Effect": "Deny",
            "Action": ["lambda:AddPermission", "lambda:AddLayerVersionPermission"],
            "Resource": "*", "Condition": ["StringEquals": ["lambda:Principal": "*"]],
          ],
        ]),
      ]),
    .init(
      "TeamBoundary",
      [
        Policy.document([
          [
            "Sid": "OwnFunctions", "Effect": "Allow", "Action": "lambda:*",
            "Resource": "arn:aws:lambda:*:*:function:${aws:PrincipalTag/team}-*",
          ],
          Policy.allow(["logs:*", "s3:*", "sqs:*"], sid: "Data"),
        ])
      ]),
    .init(
      "ReadBoundary",
      [
        Policy.document([
          Policy.allow([
            "ec2:Describe*", "iam:Get*", "iam:List*", "lambda:Get*", "lambda:List*", "logs:*",
            "s3:Get*", "s3:List*",
          ])
        ])
      ]),
  ]

  private static let keepBoundary: JSON = [
    "Sid": "KeepTheBoundary", "Effect": "Deny",
    "Action": ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy"],
    "Resource": "*",
    "Condition": [
      "StringNotLike": ["iam:PermissionsBoundary": "arn:aws:iam::*:policy/boundary/*"]
    ],
  ]
}
