import JSONText

/// Inline policies that were copied from role to role, word for word the same in all accounts.
enum SharedInlinePolicies {
  /// One of them.
  static func pick(_ stream: inout SplitMix64) -> InlinePolicies.Topic {
    stream.pick(all)
  }

  private static let all: [InlinePolicies.Topic] = [
    ("telemetry", telemetry), ("parameters", parameters), ("network", network),
  ]

  private static let telemetry: [JSON] = [
    [
      "Sid": "Telemetry", "Effect": "Allow",
      "Action": [
        "cloudwatch:PutMetricData", "logs:CreateLogGroup", "logs:CreateLogStream",
        "logs:DescribeLogStreams", "logs:PutLogEvents", "xray:GetSamplingRules",
        "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
      ],
      "Resource": "*",
    ],
    [
      "Sid": "OwnNamespace", "Effect": "Deny", "Action": "cloudwatch:PutMetricData",
      "Resource": "*",
      "Condition": [
        "StringNotLikeIfExists": ["cloudwatch:namespace": "${aws:PrincipalTag/team, 'shared'}/*"]
      ],
    ],
  ]

  private static let parameters: [JSON] = [
    [
      "Sid": "Parameters", "Effect": "Allow",
      "Action": ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      "Resource": [
        "arn:aws:ssm:*:*:parameter/shared/*",
        "arn:aws:ssm:*:*:parameter/team/${aws:PrincipalTag/team}/*",
      ],
    ],
    [
      "Sid": "ParameterKeys", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
      "Condition": [
        "StringLike": ["kms:EncryptionContext:PARAMETER_ARN": "arn:aws:ssm:*:*:parameter/shared/*"],
        "ForAnyValue:StringEquals": ["kms:ResourceAliases": ["alias/shared", "alias/parameters"]],
      ],
    ],
  ]

  private static let network: [JSON] = [
    [
      "Sid": "Interfaces", "Effect": "Allow",
      "Action": [
        "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      "Resource": "*",
    ],
    [
      // The function's own code must not do what Lambda does for it.
      "Sid": "NotFromCode", "Effect": "Deny", "Action": "ec2:*NetworkInterface*",
      "Resource": "*",
      "Condition": ["ArnLike": ["lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:*"]],
    ],
  ]
}
