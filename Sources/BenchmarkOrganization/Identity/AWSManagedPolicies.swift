import JSONText

/// AWS managed policies by their real names and paths, the same in every account.
///
/// The documents of execution roles say what AWS's own say; others are abridged; and the large
/// read-only ones are made up to the size and shape of AWS's. No test may take what they allow for
/// what AWS's allow.
enum AWSManagedPolicies {
  /// All of them, in the order in which they are listed.
  static let all: [ManagedPolicy] = executionRoles + administrators + lambdaUsers + readers + others

  private static let logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
  private static let interfaces = [
    "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
  ]
  private static let addresses = [
    "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
  ]

  private static func policy(
    _ name: AWSManagedPolicyName, version: Int = 1, _ statements: [JSON],
    previous: [JSON]? = nil
  ) -> ManagedPolicy {
    var versions = [ManagedPolicy.Version(number: version, document: Policy.document(statements))]
    if let previous {
      versions.append(.init(number: version - 1, document: Policy.document(previous)))
    }
    return ManagedPolicy(
      name: name.rawValue, path: name.path, owner: "aws", versions: versions,
      defaultVersion: version)
  }

  private static let executionRoles: [ManagedPolicy] = [
    execution(.lambdaBasicExecutionRole, 1, []),
    execution(.lambdaVPCAccessExecutionRole, 3, interfaces + addresses),
    execution(
      .lambdaSQSQueueExecutionRole, 1,
      ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]),
    execution(
      .lambdaDynamoDBExecutionRole, 1,
      [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
      ]),
    execution(
      .lambdaKinesisExecutionRole, 2,
      [
        "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
        "kinesis:GetShardIterator", "kinesis:ListShards", "kinesis:ListStreams",
        "kinesis:SubscribeToShard",
      ]),
    policy(
      .lambdaENIManagementAccess, version: 2,
      [Policy.allow(interfaces.dropLast() + addresses)]),
  ]

  private static func execution(
    _ name: AWSManagedPolicyName, _ version: Int, _ actions: [String]
  ) -> ManagedPolicy {
    policy(name, version: version, [Policy.allow(logs + actions)])
  }

  private static let administrators: [ManagedPolicy] = [
    policy(.administratorAccess, [Policy.allow(["*"])]),
    policy(
      .powerUserAccess, version: 12,
      [
        [
          "Effect": "Allow", "NotAction": ["iam:*", "organizations:*", "account:*"],
          "Resource": "*",
        ],
        Policy.allow([
          "account:GetAccountInformation", "account:ListRegions", "iam:CreateServiceLinkedRole",
          "iam:DeleteServiceLinkedRole", "iam:ListRoles", "organizations:DescribeOrganization",
        ]),
      ],
      previous: [
        ["Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*"],
        Policy.allow(["iam:ListRoles", "organizations:DescribeOrganization"]),
      ]),
    policy(
      .iamFullAccess, version: 2, [Policy.allow(["iam:*", "organizations:DescribeAccount"])]),
  ]

  private static let describeNetwork = [
    "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
  ]

  private static let lambdaUsers: [ManagedPolicy] = [
    policy(
      .lambdaRole, [Policy.allow(["lambda:InvokeFunction"])]),
    policy(
      .lambdaInvocationDynamoDB,
      [
        Policy.allow(["lambda:InvokeFunction"]),
        Policy.allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:ListStreams"]),
      ]),
    policy(
      .lambdaFullAccess, version: 7,
      [
        Policy.allow(describeNetwork + ["iam:GetRole", "iam:ListRoles", "lambda:*"]),
        [
          "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
          "Condition": ["StringEquals": ["iam:PassedToService": "lambda.amazonaws.com"]],
        ],
        [
          "Effect": "Allow", "Action": ["logs:DescribeLogStreams", "logs:GetLogEvents"],
          "Resource": "arn:aws:logs:*:*:log-group:/aws/lambda/*",
        ],
      ],
      previous: [Policy.allow(describeNetwork + ["iam:ListRoles", "lambda:*"])]),
    policy(
      .lambdaReadOnlyAccess, version: 5,
      [Policy.allow(describeNetwork + ["lambda:Get*", "lambda:List*", "tag:GetResources"])]),
    policy(
      .lambdaExecute,
      [
        ["Effect": "Allow", "Action": ["logs:*"], "Resource": "arn:aws:logs:*:*:*"],
        [
          "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
          "Resource": "arn:aws:s3:::*",
        ],
      ]),
  ]

  private static let readers: [ManagedPolicy] = [
    policy(.readOnlyAccess, version: 178, ReadActions.statements(verbs: ReadActions.everything)),
    policy(.securityAudit, version: 85, ReadActions.statements(verbs: ReadActions.audit)),
    policy(
      .viewOnlyAccess, version: 43,
      ReadActions.statements(verbs: ReadActions.view)),
    policy(.iamReadOnlyAccess, version: 4, [Policy.allow(["iam:Get*", "iam:List*"])]),
    policy(.s3ReadOnlyAccess, version: 3, [Policy.allow(["s3:Get*", "s3:List*"])]),
    policy(.sqsFullAccess, [Policy.allow(["sqs:*"])]),
  ]

  private static let others: [ManagedPolicy] = [
    policy(
      .xrayDaemonWriteAccess, version: 2,
      [Policy.allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"])]),
    policy(
      .ssmManagedInstanceCore, version: 2,
      [
        Policy.allow(["ssm:DescribeAssociation", "ssm:GetDocument", "ssm:UpdateInstanceStatus"]),
        Policy.allow(["ssmmessages:*"]), Policy.allow(["ec2messages:*"]),
      ]),
    policy(
      .ecsTaskExecutionRolePolicy,
      [Policy.allow(["ecr:BatchGetImage", "ecr:GetAuthorizationToken", "logs:PutLogEvents"])]),
    policy(
      .lambdaServiceRolePolicy,
      [
        [
          "Effect": "Allow", "Action": "ec2:TerminateInstances",
          "Resource": "arn:aws:ec2:*:*:instance/*",
          "Condition": [
            "StringEquals": ["ec2:ManagedResourceOperator": "scaler.lambda.amazonaws.com"]
          ],
        ]
      ]),
    policy(
      .lambdaReplicator, version: 3,
      [
        [
          "Sid": "LambdaCreateDeletePermission", "Effect": "Allow",
          "Action": ["lambda:CreateFunction", "lambda:DeleteFunction"],
          "Resource": "arn:aws:lambda:*:*:function:*",
        ],
        [
          "Sid": "IamPassRolePermission", "Effect": "Allow", "Action": "iam:PassRole",
          "Resource": "*",
          "Condition": ["StringLikeIfExists": ["iam:PassedToService": "lambda.amazonaws.com"]],
        ],
      ]),
  ]
}
