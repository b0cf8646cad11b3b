import JSONText

/// Makes the resource-based policies of functions, as AddPermission and PutResourcePolicy leave them.
///
/// Source: Lambda Developer Guide, "Using resource-based policies for Lambda".
struct FunctionPolicies {
  /// The organization of the function.
  let plan: OrganizationPlan
  /// The account of the function.
  let account: AccountPlan

  /// A function's policy; `nil` where it has none.
  func document(of function: FunctionContent) -> JSON? {
    let identity = function.identity
    var stream = plan.entropy.stream(.functionPolicy, account.index, identity.index)
    var statements = self.statements(of: identity, &stream)
    if function.policyGeneration > 0 {
      let rule = account.arn("events", identity.region, "rule/change-\(function.policyGeneration)")
      statements.append(
        grant(
          "change-\(function.policyGeneration)", service("events"), to: identity.arn,
          ["ArnLike": ["AWS:SourceArn": .string(rule)]]))
    }
    guard !statements.isEmpty else { return nil }
    return Policy.document(id: "default", statements)
  }

  /// The policy of a version or alias of a function.
  func document(of function: FunctionContent, qualifier: String) -> JSON {
    var stream = plan.entropy.stream(.qualifierPolicy, account.index, function.identity.index)
    let arn = "\(function.identity.arn):\(qualifier)"
    let other = plan.neighbor(of: account, stream.below(1_000))
    let rule = account.arn("events", function.identity.region, "rule/\(stream.label(6))")
    return Policy.document(
      id: "default",
      [
        grant(
          "events-\(qualifier)", service("events"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string(rule)]]),
        grant("account-\(qualifier)", aws(other.iam("root")), to: arn),
      ])
  }
}

extension FunctionPolicies {
  /// A statement in the order in which AddPermission writes its members.
  func grant(
    _ sid: String, _ principal: JSON, to resource: String, _ condition: JSON? = nil,
    action: JSON = "lambda:InvokeFunction"
  ) -> JSON {
    var statement: JSON = [
      "Sid": .string(sid), "Effect": "Allow", "Principal": principal, "Action": action,
      "Resource": .string(resource),
    ]
    if let condition { statement.append("Condition", condition) }
    return statement
  }

  /// A service principal.
  func service(_ name: String) -> JSON {
    ["Service": .string("\(name).amazonaws.com")]
  }

  /// A principal of AWS: an account, a user, a role, a session or a unique id.
  func aws(_ value: String) -> JSON {
    ["AWS": .string(value)]
  }

  private func statements(
    of function: FunctionIdentity, _ stream: inout SplitMix64
  ) -> [JSON] {
    switch function.grant {
    case .nobody: []
    case .organization, .unit, .network, .sourceAccount, .roleName, .everyone:
      [everyone(function, &stream)]
    case .sibling, .outsider, .role, .session, .user, .accountNumber:
      [principal(function, &stream)]
    case .storage, .schedule, .topic, .skill: [trigger(function, &stream)]
    case .gateway, .regionalService, .many: services(function, &stream)
    case .openURL, .signedURL: url(function, &stream)
    case .deleted, .denied, .denyOthers, .lists, .foreignResource: authored(function, &stream)
    }
  }

  private func everyone(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> JSON {
    let arn = function.arn
    switch function.grant {
    case .organization:
      return grant(
        "organization", "*", to: arn,
        ["StringEquals": ["aws:PrincipalOrgID": .string(plan.id)]])
    case .unit:
      let path = plan.path(of: .workloads)
      return grant(
        "unit", ["AWS": "*"], to: arn,
        ["ForAnyValue:StringLike": ["aws:PrincipalOrgPaths": [.string("\(path)*")]]])
    case .network:
      return grant(
        "network", "*", to: arn, ["IpAddress": ["aws:SourceIp": ["203.0.113.0/24"]]])
    case .sourceAccount:
      return grant(
        "wildcard", "*", to: arn,
        ["StringEquals": ["AWS:SourceAccount": .string(account.id)]])
    case .roleName:
      return grant(
        "deployers", ["AWS": ["*"]], to: arn,
        ["ArnLike": ["aws:PrincipalArn": .string(account.iam("role/ci/*"))]])
    default: return grant("everyone", "*", to: arn)
    }
  }

  private func principal(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> JSON {
    let other = plan.neighbor(of: account, stream.below(1_000))
    switch function.grant {
    case .outsider:
      let outsider = AccountPlan.outsider(stream.below(1_000), entropy: plan.entropy)
      return grant("partner", aws("arn:aws:iam::\(outsider):root"), to: function.arn)
    case .role:
      return grant("role", aws(plan.permanentRole(of: other, &stream).arn), to: function.arn)
    case .session:
      let name = plan.permanentRole(of: other, &stream).name
      return grant(
        "session", aws("arn:aws:sts::\(other.id):assumed-role/\(name)/nightly"), to: function.arn)
    case .user:
      return grant("user", aws(UserIdentity(plan, account, 0).arn), to: function.arn)
    case .accountNumber: return grant("number", aws(other.id), to: function.arn)
    default: return grant("sibling", aws(other.iam("root")), to: function.arn)
    }
  }

  private func trigger(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> JSON {
    let arn = function.arn
    switch function.grant {
    case .storage:
      let bucket = ResourcePolicies.bucketName(plan, account, stream.below(account.resourceCount))
      return grant(
        "s3", service("s3"), to: arn,
        [
          "StringEquals": ["AWS:SourceAccount": .string(account.id)],
          "ArnLike": ["AWS:SourceArn": .string("arn:aws:s3:::\(bucket)")],
        ])
    case .topic: return grant("sns", service("sns"), to: arn)
    case .skill:
      return grant(
        "alexaSkill", ["Service": "alexa-appkit.amazon.com"], to: arn,
        ["StringEquals": ["lambda:EventSourceToken": .string("amzn1.ask.skill.\(stream.uuid())")]])
    default:
      let rule = account.arn("events", function.region, "rule/\(function.team)-\(stream.label(6))")
      return grant(
        "events-\(stream.label(8))", service("events"), to: arn,
        ["ArnLike": ["AWS:SourceArn": .string(rule)]])
    }
  }
}
