import JSONText

/// The documents of an organization's control policies.
struct ControlPolicyDocuments {
  /// The organization that they speak of.
  let plan: OrganizationPlan

  /// AWS's FullAWSAccess.
  static let fullAccess = Policy.document([["Effect": "Allow", "Action": "*", "Resource": "*"]])

  /// AWS's RCPFullAWSAccess.
  static let fullResourceAccess = Policy.document([
    ["Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"]
  ])

  /// At the root: nobody leaves the organization, nobody works as the root user.
  var baselineGuard: JSON {
    Policy.document([
      [
        "Sid": "DenyLeaving", "Effect": "Deny",
        "Action": ["organizations:LeaveOrganization", "account:CloseAccount"], "Resource": "*",
      ],
      [
        "Sid": "DenyRootUser", "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": ["StringLike": ["aws:PrincipalArn": "arn:aws:iam::*:root"]],
      ],
    ])
  }

  /// Workloads run in the organization's regions only; global services are spared. A change alters
  /// what is spared.
  var regionGuard: JSON {
    let spared = [
      "account:*", "budgets:*", "ce:*", "cloudfront:*", "globalaccelerator:*", "health:*", "iam:*",
      "networkmanager:*", "organizations:*", "route53:*", "sts:*", "support:*", "waf:*",
    ]
    let generation = plan.history.generations(of: .controlPolicy, 1).total
    let later = generation > 0 ? ["shield:List\(generation)*"] : []
    return Policy.document([
      [
        "Sid": "DenyElsewhere", "Effect": "Deny", "NotAction": .strings(spared + later),
        "Resource": "*",
        "Condition": [
          "StringNotEquals": ["aws:RequestedRegion": .strings(allowedRegions)],
          "ArnNotLike": ["aws:PrincipalArn": "arn:aws:iam::*:role/org-break-glass"],
        ],
      ]
    ])
  }

  private var allowedRegions: [String] {
    let regions = plan.options.regions
    return regions.contains("us-east-1") ? regions : regions + ["us-east-1"]
  }

  /// Production functions change through deployment roles only.
  var prodGuard: JSON {
    Policy.document([
      [
        "Sid": "ProtectProdFunctions", "Effect": "Deny",
        "Action": [
          "lambda:AddPermission", "lambda:DeleteFunction", "lambda:PutResourcePolicy",
          "lambda:RemovePermission", "lambda:UpdateFunctionCode",
        ],
        "Resource": "arn:aws:lambda:*:*:function:*-prod-*",
        "Condition": [
          "ArnNotLike": [
            "aws:PrincipalArn": [
              "arn:aws:iam::*:role/*-deploy-*", "arn:aws:iam::*:role/org-break-glass",
            ]
          ]
        ],
      ]
    ])
  }

  /// Nobody makes a function public.
  var publicAccessGuard: JSON {
    Policy.document([
      [
        "Sid": "DenyOpenURLs", "Effect": "Deny",
        "Action": ["lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig"],
        "Resource": "*",
        "Condition": ["StringNotEquals": ["lambda:FunctionUrlAuthType": "AWS_IAM"]],
      ],
      [
        "Sid": "DenyOpenGrants", "Effect": "Deny", "Action": "lambda:AddPermission",
        "Resource": "*", "Condition": ["StringEquals": ["lambda:Principal": "*"]],
      ],
    ])
  }

  /// Below production: restricted functions need a cleared caller, and new ones need a team.
  var tagGuard: JSON {
    Policy.document([
      [
        "Sid": "RestrictedNeedsClearance", "Effect": "Deny",
        "Action": ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"], "Resource": "*",
        "Condition": [
          "StringEquals": ["aws:ResourceTag/classification": "restricted"],
          "StringNotEquals": ["aws:PrincipalTag/clearance": ["high", "audit"]],
        ],
      ],
      [
        "Sid": "NewFunctionsNeedTeam", "Effect": "Deny", "Action": "lambda:CreateFunction",
        "Resource": "*", "Condition": ["Null": ["aws:RequestTag/team": "true"]],
      ],
    ])
  }

  /// Sandboxes: an allow list, and no invocation but of their own functions.
  var sandboxAllowList: JSON {
    Policy.document([
      [
        "Sid": "SandboxServices", "Effect": "Allow",
        "Action": [
          "cloudwatch:*", "dynamodb:*", "iam:*", "lambda:Create*", "lambda:Get*", "lambda:List*",
          "lambda:Update*", "logs:*", "s3:*", "sns:*", "sqs:*", "sts:*",
        ],
        "Resource": "*",
      ],
      [
        "Sid": "SandboxInvoke", "Effect": "Allow", "Action": "lambda:InvokeFunction",
        "Resource": "arn:aws:lambda:*:*:function:*-sandbox-*",
      ],
    ])
  }

  /// Sandboxes stay in the first region.
  var homeRegionGuard: JSON {
    Policy.document([
      [
        "Sid": "HomeRegionOnly", "Effect": "Deny", "NotAction": ["iam:*", "sts:*"],
        "Resource": "*",
        "Condition": [
          "StringNotEqualsIfExists": ["aws:RequestedRegion": .string(plan.options.regions[0])]
        ],
      ]
    ])
  }

  /// Quarantine.
  var denyEverything: JSON {
    Policy.document([
      ["Sid": "DenyAll", "Effect": "Deny", "Action": "*", "Resource": "*"]
    ])
  }

  /// One account stops invoking at a date to come.
  var accountFreeze: JSON {
    Policy.document([
      [
        "Sid": "FreezeLater", "Effect": "Deny", "Action": "lambda:InvokeFunction",
        "Resource": "*",
        "Condition": ["DateGreaterThan": ["aws:CurrentTime": "2030-01-01T00:00:00Z"]],
      ]
    ])
  }

  /// Resources of workloads answer to identities of the organization and to AWS services.
  var resourcePerimeter: JSON {
    Policy.document([
      [
        "Sid": "OnlyOurIdentities", "Effect": "Deny", "Principal": "*",
        "Action": ["s3:*", "sqs:*", "sts:AssumeRole"], "Resource": "*",
        "Condition": [
          "StringNotEqualsIfExists": ["aws:PrincipalOrgID": .string(plan.id)],
          "BoolIfExists": ["aws:PrincipalIsAWSService": "false"],
        ],
      ]
    ])
  }

  /// Resources answer over encrypted transport only.
  var resourceTransport: JSON {
    Policy.document([
      [
        "Sid": "EncryptedTransport", "Effect": "Deny", "Principal": "*",
        "Action": ["s3:*", "secretsmanager:*", "sts:AssumeRoleWithWebIdentity"],
        "Resource": "*", "Condition": ["Bool": ["aws:SecureTransport": "false"]],
      ]
    ])
  }
}
