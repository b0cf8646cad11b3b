import JSONText

/// Makes the resource policies of buckets, queues, topics, keys and secrets.
struct ResourcePolicies {
  /// The organization of the resource.
  let plan: OrganizationPlan
  /// The account of the resource.
  let account: AccountPlan
  /// The region of the resource.
  let region: String

  /// A bucket's name: unique among all accounts of AWS, and in every account for itself.
  static func bucketName(_ plan: OrganizationPlan, _ account: AccountPlan, _ index: Int) -> String {
    let team = Vocabulary.teams[(index + account.index) % Vocabulary.teams.count]
    return "\(plan.id)-\(team)-\(account.index)-\(index)"
  }

  /// A bucket's policy; `nil` where it has none.
  ///
  /// Source: Amazon S3 User Guide, "Bucket policies".
  func bucket(_ name: String, _ index: Int, _ stream: inout SplitMix64) -> JSON? {
    let objects: JSON = [.string("arn:aws:s3:::\(name)"), .string("arn:aws:s3:::\(name)/*")]
    let transport: JSON = [
      "Sid": "TransportOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
      "Resource": objects, "Condition": ["Bool": ["aws:SecureTransport": "false"]],
    ]
    let other = plan.neighbor(of: account, stream.below(1_000))
    switch (index + account.index) % 5 {
    case 0: return nil
    case 1: return Policy.document([transport])
    case 2: return Policy.document([transport, shared(with: other, objects)])
    case 3: return Policy.document([exclusive(objects, &stream)])
    default:
      return [
        "Version": "2008-10-17", "Id": "PolicyForCloudFront",
        "Statement": [
          [
            "Sid": "1", "Effect": "Allow",
            "Principal": ["CanonicalUser": .string(stream.hexadecimal(64))],
            "Action": "s3:GetObject", "Resource": .string("arn:aws:s3:::\(name)/*"),
          ]
        ],
      ]
    }
  }

  private func shared(with other: AccountPlan, _ objects: JSON) -> JSON {
    [
      "Sid": "Shared", "Effect": "Allow",
      "Principal": ["AWS": [.string(other.iam("root")), .string(account.iam("root"))]],
      "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": objects,
      "Condition": ["StringEquals": ["aws:PrincipalOrgID": [.string(plan.id)]]],
    ]
  }

  private func exclusive(_ objects: JSON, _ stream: inout SplitMix64) -> JSON {
    let role = plan.permanentRole(of: account, &stream)
    return [
      "Sid": "NobodyElse", "Effect": "Deny",
      "NotPrincipal": ["AWS": [.string(role.arn), .string(account.iam("root"))]],
      "Action": "s3:*", "Resource": objects,
      "Condition": ["Null": ["aws:PrincipalIsAWSService": "true"]],
    ]
  }
}

extension ResourcePolicies {
  /// A queue's policy; `nil` where it has none.
  ///
  /// Source: Amazon SQS Developer Guide, "Basic examples of Amazon SQS policies".
  func queue(_ arn: String, _ index: Int) -> JSON? {
    switch index % 3 {
    case 0: return nil
    case 1:
      let topic = account.arn("sns", region, "*")
      return Policy.document(
        id: "__default_policy_ID",
        [
          [
            "Sid": "topics", "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"],
            "Action": "sqs:SendMessage", "Resource": .string(arn),
            "Condition": ["ArnLike": ["aws:SourceArn": .string(topic)]],
          ]
        ])
    default:
      // Old consoles wrote actions in capitals, and left the language version out.
      return [
        "Id": "Policy1600000000000",
        "Statement": [
          [
            "Sid": "Stmt1600000000000", "Effect": "Allow", "Principal": ["AWS": "*"],
            "Action": "SQS:SendMessage", "Resource": .string(arn),
            "Condition": ["StringEquals": ["aws:SourceAccount": .string(account.id)]],
          ]
        ],
      ]
    }
  }

  /// A topic's policy, which every topic has.
  ///
  /// Source: Amazon SNS Developer Guide, "Example cases for Amazon SNS access control".
  func topic(_ arn: String, _ index: Int) -> JSON {
    var statements: [JSON] = [
      [
        "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
        "Action": ["SNS:Publish", "SNS:Subscribe", "SNS:GetTopicAttributes"],
        "Resource": .string(arn),
        "Condition": ["StringEquals": ["AWS:SourceOwner": .string(account.id)]],
      ]
    ]
    if index % 2 == 1 {
      statements.append([
        "Sid": "functions", "Effect": "Allow",
        "Principal": ["Service": ["events.amazonaws.com", "cloudwatch.amazonaws.com"]],
        "Action": "sns:Publish", "Resource": .string(arn),
      ])
    }
    return ["Version": "2008-10-17", "Id": "__default_policy_ID", "Statement": .array(statements)]
  }

  /// A key's policy, which every key has. It speaks of the key as `*`.
  ///
  /// Source: AWS KMS Developer Guide, "Default key policy".
  func key(_ index: Int, _ stream: inout SplitMix64) -> JSON {
    var statements: [JSON] = [
      [
        "Sid": "Enable IAM User Permissions", "Effect": "Allow",
        "Principal": ["AWS": .string(account.iam("root"))], "Action": "kms:*", "Resource": "*",
      ]
    ]
    if index % 2 == 0 {
      let other = plan.neighbor(of: account, stream.below(1_000))
      statements.append([
        "Sid": "Allow use of the key", "Effect": "Allow",
        "Principal": ["AWS": .string(plan.permanentRole(of: other, &stream).arn)],
        "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*",
        "Condition": [
          "StringEquals": ["kms:ViaService": .string("lambda.\(region).amazonaws.com")],
          "Bool": ["kms:GrantIsForAWSResource": "false"],
        ],
      ])
    }
    return Policy.document(id: "key-default-1", statements)
  }

  /// A secret's policy; `nil` where it has none.
  ///
  /// Source: AWS Secrets Manager User Guide, "Resource-based policies".
  func secret(_ index: Int, _ stream: inout SplitMix64) -> JSON? {
    guard index % 2 == 1 else { return nil }
    let role = plan.permanentRole(of: account, &stream)
    return Policy.document([
      [
        "Effect": "Deny", "Principal": "*", "Action": "secretsmanager:GetSecretValue",
        "Resource": "*",
        "Condition": [
          "ArnNotEquals": ["aws:PrincipalArn": [.string(role.arn)]],
          "StringNotEquals": ["secretsmanager:VersionStage": "AWSPREVIOUS"],
        ],
      ]
    ])
  }
}
