import JSONText

/// The customer managed policies that an account has to itself: they name its own resources, so no
/// two accounts share a document.
struct LocalPolicies {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan

  /// How many kinds of documents there are; every account has one policy of each kind at least.
  static let templateCount = 10

  /// The policy with this index, with every version that IAM still keeps.
  func policy(_ index: Int) -> ManagedPolicy {
    let generation = plan.history.generations(of: .managedPolicy, account.index, index).total
    var stream = plan.entropy.stream(.managedPolicy, account.index, index)
    // Before revision 0 a policy had up to three versions; each change adds one.
    let first = 1 + stream.below(3)
    let newest = first + generation
    // One in seven was set back to the version before. A change puts its own version in force.
    let isSetBack = generation == 0 && newest > 1 && index % 7 == 3
    let kept = stride(from: newest, to: max(0, newest - 5), by: -1)
    return ManagedPolicy(
      name: name(index), path: path(index), owner: account.id,
      versions: kept.map { .init(number: $0, document: document(index, version: $0)) },
      defaultVersion: isSetBack ? newest - 1 : newest)
  }

  /// How attachments name the policy with this index.
  func reference(_ index: Int) -> PolicyReference {
    PolicyReference(name: name(index), arn: account.iam("policy\(path(index))\(name(index))"))
  }

  private func team(_ index: Int) -> String {
    var stream = plan.entropy.stream(.managedPolicy, account.index, index, generation: -1)
    return stream.pick(Vocabulary.teams)
  }

  private func path(_ index: Int) -> String {
    index % 4 == 1 ? "/app/\(team(index))/" : "/"
  }

  private func name(_ index: Int) -> String {
    let kinds = [
      "invoke-exact", "invoke-prefix", "invoke-elsewhere", "data", "queues", "assume", "pass-role",
      "secrets", "deny-prod", "everything-but",
    ]
    return "\(team(index))-\(kinds[index % kinds.count])-\(Vocabulary.padded(index, 4))"
  }

  private func document(_ index: Int, version: Int) -> JSON {
    var stream = plan.entropy.stream(
      .policyDocument, account.index, index, generation: version)
    return Policy.document(statements(index, &stream))
  }
}

extension LocalPolicies {
  private func statements(_ index: Int, _ stream: inout SplitMix64) -> [JSON] {
    let team = team(index)
    switch index % Self.templateCount {
    case 0: return [invoke(functions(of: account, 2 + stream.below(4), &stream))]
    case 1:
      let prefix = "\(team)-\(stream.pick(Vocabulary.components))-*"
      return [invoke([account.arn("lambda", "*", "function:\(prefix)")])]
    case 2:
      let other = plan.neighbor(of: account, stream.below(1_000))
      return [invoke(functions(of: other, 1 + stream.below(2), &stream))]
    case 3: return data(team, &stream)
    case 4: return [queues(team, &stream)]
    case 5: return [assume(&stream)]
    case 6: return passRole(team, &stream)
    case 7: return [secrets(team, &stream)]
    case 8: return [denyProduction(&stream)]
    default: return everythingBut(team, &stream)
    }
  }

  /// ARNs of functions of an account, each without and with a qualifier.
  private func functions(
    of account: AccountPlan, _ count: Int, _ stream: inout SplitMix64
  ) -> [String] {
    (0..<count).flatMap { _ -> [String] in
      let index = stream.below(account.functionCount)
      let arn = FunctionIdentity(plan, account, index).arn
      return [arn, arn + ":*"]
    }
  }

  private func invoke(_ resources: [String]) -> JSON {
    [
      "Sid": "Invoke", "Effect": "Allow", "Action": "lambda:InvokeFunction",
      "Resource": .strings(resources),
    ]
  }

  private func data(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let bucket = ResourcePolicies.bucketName(plan, account, stream.below(account.resourceCount))
    let table = account.arn("dynamodb", plan.options.regions[0], "table/\(team)-\(stream.label(6))")
    return [
      [
        "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": .string("arn:aws:s3:::\(bucket)/${aws:PrincipalTag/team}/*"),
      ],
      [
        "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
        "Resource": [.string(table), .string("\(table)/index/*")],
        "Condition": [
          "ForAllValues:StringLike": ["dynamodb:LeadingKeys": ["${aws:PrincipalTag/team, '-'}*"]]
        ],
      ],
    ]
  }

  private func queues(_ team: String, _ stream: inout SplitMix64) -> JSON {
    let region = stream.pick(plan.options.regions)
    return [
      "Effect": "Allow", "Action": ["sqs:ReceiveMessage", "sqs:SendMessage", "sns:Publish"],
      "Resource": [
        .string(account.arn("sqs", region, "\(team)-\(stream.label(5))")),
        .string(account.arn("sns", region, "\(team)-*")),
      ],
    ]
  }

  private func assume(_ stream: inout SplitMix64) -> JSON {
    let roles = (0..<3).map { _ -> JSON in
      let other = plan.neighbor(of: account, stream.below(1_000))
      return .string(plan.permanentRole(of: other, &stream).arn)
    }
    return [
      "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
      "Resource": .array(roles),
    ]
  }

  private func passRole(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    let role = plan.executionRole(of: account, &stream).arn
    return [
      [
        "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": [.string(role), .string(account.iam("role/app/\(team)/*"))],
        "Condition": ["StringEqualsIfExists": ["iam:PassedToService": "lambda.amazonaws.com"]],
      ],
      [
        "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:UpdateFunction*"],
        "Resource": .string(account.arn("lambda", "*", "function:\(team)-*")),
      ],
    ]
  }

  private func secrets(_ team: String, _ stream: inout SplitMix64) -> JSON {
    [
      "Effect": "Allow", "Action": ["secretsmanager:GetSecretValue", "kms:Decrypt"],
      "Resource": [
        .string(account.arn("secretsmanager", "*", "secret:\(team)-\(stream.label(4))-??????")),
        .string(account.arn("kms", "*", "key/\(stream.uuid())")),
      ],
    ]
  }

  private func denyProduction(_ stream: inout SplitMix64) -> JSON {
    [
      "Sid": "NoProd", "Effect": "Deny", "Action": ["lambda:InvokeFunction", "lambda:Delete*"],
      "Resource": .string(account.arn("lambda", "*", "function:*-prod-*")),
      "Condition": [
        "StringNotLike": ["aws:PrincipalTag/Team": .strings([stream.pick(Vocabulary.teams), "p*"])]
      ],
    ]
  }

  private func everythingBut(_ team: String, _ stream: inout SplitMix64) -> [JSON] {
    [
      [
        "Sid": "ManyServices", "Effect": "Allow",
        "NotAction": ["iam:*", "organizations:*", "lambda:Invoke*", "sts:*", "kms:*"],
        "NotResource": .string("arn:aws:s3:::\(team)-\(stream.label(6))/*"),
        "Condition": ["StringEquals": ["aws:RequestedRegion": .strings(plan.options.regions)]],
      ]
    ]
  }
}
