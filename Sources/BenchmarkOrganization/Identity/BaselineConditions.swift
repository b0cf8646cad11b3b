import JSONText

extension BaselineDocuments {
  /// Policies that use the condition operators that others leave out.
  ///
  /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
  static let conditions: [BaselinePolicies.Draft] = [
    .init("OrgSessionLimits", [Policy.document(sessionLimits)]),
    .init("OrgStorageLimits", [Policy.document(storageLimits)]),
    .init("OrgArnGuards", [Policy.document(arnGuards)]),
    .init("OrgSelfService", [Policy.document(selfService)]),
    .init(
      "OrgLegacy2008",
      [
        [
          "Version": "2008-10-17",
          // In this version of the language a policy variable is ordinary text.
          "Statement": [
            "Effect": "Allow", "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::home/${aws:username}/*",
          ],
        ],
        // Without a version it is ordinary text too.
        [
          "Statement": [
            [
              "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
              "Resource": ["arn:aws:s3:::home/${aws:username}/*"],
            ]
          ]
        ],
      ], default: 1),
  ]

  private static let sessionLimits: [JSON] = [
    [
      "Sid": "OldSessions", "Effect": "Deny", "Action": "lambda:UpdateFunctionCode",
      "Resource": "*",
      "Condition": ["DateLessThan": ["aws:TokenIssueTime": "2025-06-01T00:00:00Z"]],
    ],
    [
      "Sid": "WorkingYear", "Effect": "Allow", "Action": "lambda:UpdateAlias",
      "Resource": "arn:aws:lambda:*:*:function:*:live",
      "Condition": [
        "DateGreaterThanEquals": ["aws:CurrentTime": "2025-01-01T00:00:00+02:00"],
        "DateLessThanEquals": ["aws:EpochTime": 1_893_456_000],
        "NumericLessThanEquals": ["aws:MultiFactorAuthAge": 3_600],
      ],
    ],
    [
      "Sid": "NotNewYear", "Effect": "Deny", "Action": "lambda:DeleteFunction",
      "Resource": "*",
      "Condition": [
        "DateEquals": ["aws:CurrentTime": "2026-01-01"],
        "DateNotEquals": ["aws:TokenIssueTime": "2026-01-01T12:00:00Z"],
      ],
    ],
  ]

  private static let storageLimits: [JSON] = [
    [
      "Sid": "SmallPages", "Effect": "Allow", "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::*",
      "Condition": [
        "NumericLessThan": ["s3:max-keys": "1001"],
        "NumericGreaterThan": ["s3:max-keys": "0"],
        "StringNotLike": ["s3:prefix": ["private/*", "home/?/*"]],
      ],
    ],
    [
      "Sid": "Signed", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*",
      "Condition": [
        "StringNotEqualsIgnoreCase": ["s3:x-amz-server-side-encryption": "aws:kms"],
        "NumericGreaterThanEquals": ["s3:signatureAge": "600000"],
        "NumericNotEquals": ["s3:TlsVersion": "1.2"],
      ],
    ],
    [
      "Sid": "KeyedWrites", "Effect": "Allow", "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::keyed-*/*",
      "Condition": [
        "BinaryEquals": ["s3:x-amz-server-side-encryption-customer-key-md5": "cGVybXJlZw=="],
        "NumericEquals": ["s3:object-lock-remaining-retention-days": 30],
      ],
    ],
  ]

  private static let arnGuards: [JSON] = [
    [
      "Sid": "OnlyOwnMappings", "Effect": "Deny", "Action": "lambda:DeleteEventSourceMapping",
      "Resource": "*",
      "Condition": [
        "ArnNotEquals": ["lambda:FunctionArn": "arn:aws:lambda:*:*:function:shared-*"],
        "ArnNotLikeIfExists": ["aws:PrincipalArn": "arn:aws:iam::*:role/ci/*"],
      ],
    ],
    [
      "Sid": "FromFunction", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
      "Condition": [
        "ArnEquals": ["lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:orders-*"],
        "IpAddressIfExists": ["aws:VpcSourceIp": "10.0.0.0/8"],
      ],
    ],
    [
      "Sid": "OrgPaths", "Effect": "Allow", "Action": "lambda:GetLayerVersion",
      "Resource": "arn:aws:lambda:*:*:layer:*:*",
      "Condition": [
        "ForAnyValue:StringLike": ["aws:ResourceOrgPaths": ["o-*/r-*/ou-*/*"]],
        "ForAllValues:StringNotEquals": ["aws:CalledVia": ["athena.amazonaws.com"]],
      ],
    ],
  ]

  private static let selfService: [JSON] = [
    [
      "Sid": "OwnKeys", "Effect": "Allow",
      "Action": ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:ListAccessKeys"],
      "Resource": ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"],
    ],
    [
      "Sid": "LiteralStar", "Effect": "Allow", "Action": "lambda:GetFunction?onfiguration",
      "Resource": "arn:aws:lambda:*:*:function:literal-${*}-${?}-${$}",
    ],
  ]
}
