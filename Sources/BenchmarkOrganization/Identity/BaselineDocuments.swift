import JSONText

/// The documents of the organization's baseline policies.
enum BaselineDocuments {
  /// Policies that let their holder invoke or develop functions.
  static let invocation: [BaselinePolicies.Draft] = [
    .init(BaselinePolicies.directory, [Policy.document([invokeDirectory])]),
    .init(
      "OrgInvokeOwnTeam", [invokeByTag("${aws:PrincipalTag/team}"), invokeByTag(withDefault)],
      // The newer version was tried and taken back.
      default: 1),
    .init("OrgLambdaDeveloper", [Policy.document(developer)]),
    .init(
      "OrgPassLambdaRole",
      [
        Policy.document([
          [
            "Sid": "PassToLambda", "Effect": "Allow", "Action": "iam:PassRole",
            "Resource": "arn:aws:iam::*:role/service-role/*",
            "Condition": ["StringEquals": ["iam:PassedToService": "lambda.amazonaws.com"]],
          ],
          [
            "Sid": "OwnLayersOnly", "Effect": "Allow",
            "Action": ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
            "Resource": "arn:aws:lambda:*:*:function:${aws:PrincipalTag/team}-*",
            "Condition": [
              "ForAllValues:StringLike": ["lambda:Layer": "arn:aws:lambda:*:*:layer:shared-*:*"],
              "Null": ["lambda:VpcIds": "false"],
            ],
          ],
        ])
      ]),
  ]

  private static let withDefault = "${aws:PrincipalTag/team, 'none'}"

  private static let invokeDirectory: JSON = [
    "Sid": "InvokeDirectory", "Effect": "Allow", "Action": "lambda:InvokeFunction",
    "Resource": .string("arn:aws:lambda:*:*:function:\(FunctionIdentity.directoryPrefix)*"),
  ]

  private static func invokeByTag(_ team: String) -> JSON {
    Policy.document([
      [
        "Sid": "InvokeOwnTeam", "Effect": "Allow",
        "Action": ["lambda:InvokeFunction", "lambda:GetFunction"], "Resource": "*",
        "Condition": ["StringEquals": ["aws:ResourceTag/team": .string(team)]],
      ]
    ])
  }

  private static let developer: [JSON] = [
    [
      "Sid": "Read", "Effect": "Allow",
      "Action": ["lambda:List*", "lambda:GetAccountSettings", "iam:ListRoles"], "Resource": "*",
    ],
    [
      "Sid": "ChangeOwn", "Effect": "Allow",
      "NotAction": ["lambda:AddPermission", "lambda:PutFunctionConcurrency"],
      "Resource": "arn:aws:lambda:*:*:function:${aws:PrincipalTag/team, 'unassigned'}-*",
    ],
    [
      "Sid": "MapOwn", "Effect": "Allow", "Action": "lambda:*EventSourceMapping",
      "Resource": "*",
      "Condition": [
        "ArnLike": [
          "lambda:FunctionArn": "arn:aws:lambda:*:*:function:${aws:PrincipalTag/team}-*"
        ]
      ],
    ],
  ]

  /// Policies that hold their holder back.
  static let guards: [BaselinePolicies.Draft] = [
    .init(
      "OrgNetworkGuard",
      [
        Policy.document([
          [
            "Sid": "OnlyFromOffice", "Effect": "Deny", "Action": "lambda:Invoke*",
            "Resource": "arn:aws:lambda:*:*:function:*-restricted-*",
            "Condition": [
              "NotIpAddress": ["aws:SourceIp": ["203.0.113.0/24", "2001:db8:12::/48"]],
              "Bool": ["aws:ViaAWSService": "false"],
            ],
          ]
        ])
      ]),
    .init(
      "OrgRequireMFA",
      [
        Policy.document([
          [
            "Sid": "DenyWithoutMFA", "Effect": "Deny",
            "NotAction": ["iam:ChangePassword", "iam:EnableMFADevice", "lambda:*", "sts:*"],
            "Resource": "*",
            "Condition": ["BoolIfExists": ["aws:MultiFactorAuthPresent": "false"]],
          ]
        ])
      ]),
    .init(
      "OrgTagGuard",
      [
        Policy.document([
          [
            "Sid": "KnownTagsOnly", "Effect": "Deny", "Action": "lambda:TagResource",
            "Resource": "*",
            "Condition": [
              "ForAnyValue:StringNotLike": ["aws:TagKeys": ["team", "env", "cost-*"]],
              "Null": ["aws:TagKeys": "false"],
            ],
          ],
          [
            "Sid": "OthersRestricted", "Effect": "Deny", "Action": "lambda:InvokeFunction",
            "Resource": "*",
            "Condition": [
              "StringEqualsIgnoreCase": ["aws:ResourceTag/classification": "RESTRICTED"],
              "StringNotEqualsIfExists": ["aws:PrincipalTag/clearance": "high"],
            ],
          ],
        ])
      ]),
    .init(
      "OrgAssumeOnlyOwn",
      [
        Policy.document([
          [
            "Sid": "DenyForeignRoles", "Effect": "Deny", "Action": "sts:AssumeRole",
            "NotResource": ["arn:aws:iam::*:role/ci/*", "arn:aws:iam::*:role/org-break-glass"],
            "Condition": ["StringNotEquals": ["aws:ResourceOrgID": "${aws:PrincipalOrgID}"]],
          ]
        ])
      ]),
  ]
}
