import JSONText

/// Makes the inline policies of users and roles. Most are unlike all others, since they name the
/// resources of their holder.
struct InlinePolicies {
  /// The organization of the holder.
  let plan: OrganizationPlan
  /// The account of the holder.
  let account: AccountPlan

  /// An inline policy: its name and its document.
  struct Inline: Sendable {
    /// The name, unique among the holder's inline policies.
    let name: String
    /// The document, which has no principal.
    let document: JSON

    /// An entry of `RolePolicyList`, `UserPolicyList` or `GroupPolicyList`.
    var json: JSON { ["PolicyName": .string(name), "PolicyDocument": document] }
  }

  /// The inline policies of a role: none for four in nine, else one or two.
  func policies(of role: RoleIdentity, generation: Int) -> [Inline] {
    var stream = plan.entropy.stream(
      .roleInline, account.index, role.index, generation: generation)
    let count = stream.pick([0, 0, 0, 0, 1, 1, 1, 2, 2])
    return (0..<count).map { number in
      let (topic, statements) = statements(of: role, &stream)
      return Inline(name: "\(role.team)-\(topic)-\(number)", document: Policy.document(statements))
    }
  }

  /// The inline policies of a user: none for three in four.
  func policies(of user: UserIdentity, generation: Int) -> [Inline] {
    var stream = plan.entropy.stream(
      .userInline, account.index, user.index, generation: generation)
    guard stream.chance(25) else { return [] }
    let (topic, statements) = statements(of: user, &stream)
    return [Inline(name: "\(user.team)-\(topic)", document: Policy.document(statements))]
  }
}

extension InlinePolicies {
  /// What an inline policy is about, which its name says, and its statements.
  typealias Topic = (name: String, statements: [JSON])

  private func statements(of role: RoleIdentity, _ stream: inout SplitMix64) -> Topic {
    switch stream.below(11) {
    case 0: ("logs", logs(role, &stream))
    case 1: ("invoke", invoke(&stream))
    case 2: ("tables", tables(role.team, &stream))
    case 3: ("objects", objects(role.team, &stream))
    case 4: ("messages", messages(role.team, &stream))
    case 5: ("guard", guards(role.team, &stream))
    case 6: ("secrets", secrets(role.team, &stream))
    case 7: ("assume", assume(&stream))
    default: SharedInlinePolicies.pick(&stream)
    }
  }

  private func statements(of user: UserIdentity, _ stream: inout SplitMix64) -> Topic {
    switch stream.below(4) {
    case 0:
      (
        "own-functions",
        [
          [
            "Effect": "Allow", "Action": ["lambda:InvokeFunction", "lambda:GetFunction"],
            "Resource": .string(account.arn("lambda", "*", "function:${aws:username}-*")),
          ]
        ]
      )
    case 1:
      (
        "deny-prod",
        [
          [
            "Sid": "NoProdInvoke", "Effect": "Deny", "Action": "lambda:InvokeFunction",
            "Resource": "*", "Condition": ["StringLike": ["aws:ResourceTag/env": "prod*"]],
          ]
        ]
      )
    case 2: ("office", [office(&stream)])
    default: ("invoke", invoke(&stream))
    }
  }

  private func office(_ stream: inout SplitMix64) -> JSON {
    [
      "Effect": "Allow", "Action": "lambda:*",
      "Resource": .string(account.arn("lambda", plan.options.regions[0], "function:*")),
      "Condition": [
        "IpAddress": ["aws:SourceIp": .string("198.51.100.\(stream.below(256))/32")],
        "Bool": ["aws:SecureTransport": "true"],
      ],
    ]
  }

  private func logs(_ role: RoleIdentity, _ stream: inout SplitMix64) -> [JSON] {
    let region = stream.pick(plan.options.regions)
    let group = account.arn("logs", region, "log-group:/aws/lambda/\(role.name):*")
    return [
      [
        "Effect": "Allow", "Action": "logs:CreateLogGroup",
        "Resource": .string(account.arn("logs", region, "*")),
      ],
      [
        "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
        "Resource": [.string(group)],
      ],
    ]
  }

  private func invoke(_ stream: inout SplitMix64) -> [JSON] {
    let resources = (0...stream.below(3)).flatMap { _ -> [JSON] in
      let index = stream.below(account.functionCount)
      let arn = FunctionIdentity(plan, account, index).arn
      return stream.chance(60) ? [.string(arn), .string("\(arn):*")] : [.string("\(arn):live")]
    }
    return [
      ["Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": .array(resources)]
    ]
  }

  private func tables(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let region = stream.pick(plan.options.regions)
    let resources = (0...stream.below(4)).flatMap { _ -> [JSON] in
      let table = account.arn("dynamodb", region, "table/\(team)-\(stream.label(8))")
      return [.string(table), .string("\(table)/index/*")]
    }
    return [
      [
        "Effect": "Allow",
        "Action": [
          "dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
          "dynamodb:Query", "dynamodb:UpdateItem",
        ],
        "Resource": .array(resources),
      ]
    ]
  }

  private func objects(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let bucket = ResourcePolicies.bucketName(plan, account, stream.below(account.resourceCount))
    let prefix = stream.label(6)
    return [
      [
        "Sid": .string("List"), "Effect": .string("Allow"), "Action": .string("s3:ListBucket"),
        "Resource": .string("arn:aws:s3:::\(bucket)"),
        "Condition": [
          "StringLike": ["s3:prefix": [.string("\(prefix)/*"), "${aws:PrincipalTag/team}/*"]]
        ],
      ],
      [
        "Sid": "Objects", "Effect": "Allow", "Action": ["s3:GetObject*", "s3:PutObject"],
        "Resource": [
          .string("arn:aws:s3:::\(bucket)/\(prefix)/*"),
          .string("arn:aws:s3:::\(bucket)/\(team)/*"),
        ],
      ],
    ]
  }

  private func messages(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let region = stream.pick(plan.options.regions)
    return [
      [
        "Effect": "Allow",
        "Action": ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        "Resource": .string(account.arn("sqs", region, "\(team)-\(stream.label(6))")),
      ],
      [
        "Effect": "Allow", "Action": "sns:Publish",
        "Resource": .string(account.arn("sns", region, "\(team)-\(stream.label(6))")),
        "Condition": [
          "StringEquals": ["aws:SourceVpce": .string("vpce-0\(stream.hexadecimal(16))")]
        ],
      ],
    ]
  }

  private func guards(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let own = account.arn("lambda", "*", "function:\(team)-*")
    let shared = account.arn("lambda", "*", "function:\(stream.pick(Vocabulary.teams))-*")
    return [
      [
        "Sid": "OnlyTheseFunctions", "Effect": "Deny", "Action": "lambda:Update*",
        "NotResource": [.string(own), .string(shared)],
      ],
      [
        "Sid": "OnlyFromHere", "Effect": "Deny", "Action": "dynamodb:*", "Resource": "*",
        "Condition": [
          "StringNotEqualsIfExists": ["aws:SourceVpc": .string("vpc-0\(stream.hexadecimal(16))")],
          "ArnNotLike": ["lambda:SourceFunctionArn": .string(own)],
        ],
      ],
    ]
  }

  private func secrets(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let region = stream.pick(plan.options.regions)
    return [
      [
        "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
        "Resource": .string(
          account.arn("secretsmanager", region, "secret:\(team)-\(stream.label(8))")),
      ],
      [
        "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
        "Resource": .string(account.arn("kms", region, "key/\(stream.uuid())")),
        "Condition": [
          "StringEquals": [
            "kms:ViaService": .string("secretsmanager.\(region).amazonaws.com"),
            "kms:EncryptionContext:team": .string(team),
          ]
        ],
      ],
    ]
  }

  private func assume(_ stream: inout SplitMix64) -> [JSON] {
    let other = plan.neighbor(of: account, stream.below(1_000))
    return [
      [
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Resource": .string(plan.permanentRole(of: other, &stream).arn),
        "Condition": ["StringEquals": ["sts:ExternalId": .string(stream.uuid())]],
      ]
    ]
  }
}
