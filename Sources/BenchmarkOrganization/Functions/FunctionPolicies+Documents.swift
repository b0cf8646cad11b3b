import JSONText

extension FunctionPolicies {
  /// Policies of several statements for services.
  func services(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> [JSON] {
    let arn = function.arn
    switch function.grant {
    case .gateway:
      let api = account.arn("execute-api", function.region, stream.label(10))
      return ["GET/\(function.team)", "POST/\(function.team)/*"].map { route in
        grant(
          stream.uuid(), service("apigateway"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string("\(api)/*/\(route)")]])
      }
    case .regionalService:
      let group = account.arn("logs", function.region, "log-group:/\(function.team)/*:*")
      let distribution = "arn:aws:cloudfront::\(account.id):distribution/\(stream.label(13))"
      return [
        grant(
          "logs", service("logs.\(function.region)"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string(group)]]),
        grant(
          "cloudfront", service("cloudfront"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string(distribution)]],
          action: "lambda:InvokeFunctionUrl"),
        grant(
          "cloudfrontInvoke", service("cloudfront"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string(distribution)]]),
      ]
    default:
      return (0..<12).map { number in
        let rule = account.arn("events", function.region, "rule/\(function.team)-\(number)")
        return grant(
          "rule-\(number)-\(stream.label(6))", service("events"), to: arn,
          ["ArnLike": ["AWS:SourceArn": .string(rule)]])
      }
    }
  }

  /// The two statements that a function URL needs since October 2025.
  ///
  /// Source: Lambda Developer Guide, "Control access to Lambda function URLs".
  func url(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> [JSON] {
    let isOpen = function.grant == .openURL
    let other = plan.neighbor(of: account, stream.below(1_000))
    let principal = isOpen ? "*" : aws(other.iam("root"))
    let prefix = isOpen ? "FunctionURLAllowPublicAccess" : "FunctionURLAllowAccount"
    return [
      grant(
        prefix, principal, to: function.arn,
        ["StringEquals": ["lambda:FunctionUrlAuthType": isOpen ? "NONE" : "AWS_IAM"]],
        action: "lambda:InvokeFunctionUrl"),
      grant(
        "\(prefix)Invoke", principal, to: function.arn,
        ["Bool": ["lambda:InvokedViaFunctionUrl": "true"]]),
    ]
  }

  /// Policies that only PutResourcePolicy, or the passing of time, can bring about.
  func authored(_ function: FunctionIdentity, _ stream: inout SplitMix64) -> [JSON] {
    let other = plan.neighbor(of: account, stream.below(1_000))
    let both: JSON = [.string(function.arn), .string("\(function.arn):*")]
    switch function.grant {
    case .deleted:
      return [
        grant("oldRole", aws(stream.uniqueID("AROA")), to: function.arn),
        grant("oldUser", aws(stream.uniqueID("AIDA")), to: function.arn),
      ]
    case .denied:
      return [
        grant("account", aws(other.iam("root")), to: function.arn), denyTeams(function, both),
      ]
    case .denyOthers: return denyOthers(function, both, &stream)
    case .lists:
      return [
        [
          "Sid": "allow-list", "Effect": "Allow",
          "Principal": [
            "AWS": [.string(other.iam("root")), .string(plan.management.id)],
            "Service": ["events.amazonaws.com", "scheduler.amazonaws.com"],
          ],
          "Action": ["lambda:InvokeFunction", "lambda:GetFunction*"], "Resource": both,
          "Condition": [
            "Bool": ["aws:SecureTransport": true],
            "StringEqualsIfExists": ["aws:PrincipalOrgID": .string(plan.id)],
          ],
        ]
      ]
    default:
      let elsewhere = other.arn("lambda", function.region, "function:\(function.name)")
      return [
        grant("here", service("events"), to: function.arn),
        grant("elsewhere", aws(other.iam("root")), to: elsewhere),
      ]
    }
  }

  private func denyTeams(_ function: FunctionIdentity, _ resources: JSON) -> JSON {
    [
      "Sid": "deny-other-teams", "Effect": "Deny", "Principal": "*", "Action": "lambda:Invoke*",
      "Resource": resources,
      "Condition": [
        "StringNotEquals": ["aws:PrincipalTag/team": [.string(function.team), "platform"]]
      ],
    ]
  }

  /// Everybody is denied but one role; its session and its account must be listed with it.
  private func denyOthers(
    _ function: FunctionIdentity, _ resources: JSON, _ stream: inout SplitMix64
  ) -> [JSON] {
    let role = plan.permanentRole(of: account, &stream)
    let session = "arn:aws:sts::\(account.id):assumed-role/\(role.name)/nightly"
    return [
      grant("role", aws(role.arn), to: function.arn),
      [
        "Sid": "deny-others", "Effect": "Deny",
        "NotPrincipal": [
          "AWS": [.string(account.iam("root")), .string(role.arn), .string(session)]
        ],
        "Action": "lambda:InvokeFunction", "Resource": resources,
      ],
    ]
  }
}
