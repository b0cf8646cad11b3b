import JSONText

/// Makes the trust policies of roles: who may assume them.
///
/// Source: IAM User Guide, "How to use trust policies with IAM roles".
struct TrustPolicies {
  /// The organization of the roles.
  let plan: OrganizationPlan
  /// The account of the roles.
  let account: AccountPlan

  /// The trust policy of a role after so many changes to it.
  func document(of role: RoleIdentity, generation: Int) -> JSON {
    var stream = plan.entropy.stream(
      .roleTrust, account.index, role.index, generation: generation)
    var statements = self.statements(of: role, &stream)
    // Every other change takes away what the one before has added.
    if generation % 2 == 1 { statements.append(labeling(generation)) }
    return Policy.document(statements)
  }

  private func statements(of role: RoleIdentity, _ stream: inout SplitMix64) -> [JSON] {
    switch role.kind {
    case .lambda, .lambdaAtEdge, .lambdaGuarded, .ec2, .service, .serviceLinked:
      [service(of: role, &stream)]
    case .singleSignOn, .saml, .pipeline, .cluster, .cognito: [federation(of: role, &stream)]
    case .denying: [assume(account.iam("root")), denyOutsiders]
    default: [principal(of: role, &stream)]
    }
  }

  /// What a change adds: a tag that callers may set, so that no two generations are alike.
  private func labeling(_ generation: Int) -> JSON {
    [
      "Sid": "Labels", "Effect": "Allow", "Principal": ["AWS": .string(account.iam("root"))],
      "Action": "sts:TagSession",
      "Condition": [
        "ForAllValues:StringEquals": ["aws:TagKeys": ["release", .string("change-\(generation)")]]
      ],
    ]
  }

  private func assume(_ principal: String, _ condition: JSON? = nil) -> JSON {
    allow(["AWS": .string(principal)], "sts:AssumeRole", condition)
  }

  private func allow(
    _ principal: JSON, _ action: JSON, _ condition: JSON? = nil
  ) -> JSON {
    var statement: JSON = ["Effect": "Allow", "Principal": principal, "Action": action]
    if let condition { statement.append("Condition", condition) }
    return statement
  }

  private var denyOutsiders: JSON {
    [
      "Sid": "DenyOutsiders", "Effect": "Deny", "Principal": "*",
      "Action": "sts:AssumeRole",
      "Condition": ["StringNotEquals": ["aws:PrincipalOrgID": .string(plan.id)]],
    ]
  }
}

extension TrustPolicies {
  private func service(of role: RoleIdentity, _ stream: inout SplitMix64) -> JSON {
    let assume: JSON = "sts:AssumeRole"
    switch role.kind {
    case .lambdaAtEdge:
      return allow(["Service": ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]], assume)
    case .lambdaGuarded:
      return allow(
        ["Service": "lambda.amazonaws.com"], assume,
        ["StringEquals": ["aws:SourceAccount": .string(account.id)]])
    case .ec2: return allow(["Service": "ec2.amazonaws.com"], assume)
    case .serviceLinked: return allow(["Service": .string(role.serviceLink.service)], assume)
    case .service:
      let name = stream.pick([
        "events", "states", "apigateway", "codebuild", "ecs-tasks", "glue", "scheduler", "pipes",
      ])
      let region = plan.options.regions[0]
      let principal: JSON = ["Service": .string("\(name).amazonaws.com")]
      guard stream.chance(50) else { return allow(principal, assume) }
      return allow(
        principal, assume,
        [
          "StringEquals": ["aws:SourceAccount": .string(account.id)],
          "ArnLike": ["aws:SourceArn": .string(account.arn(name, region, "*"))],
        ])
    default: return allow(["Service": "lambda.amazonaws.com"], assume)
    }
  }

  private func federation(of role: RoleIdentity, _ stream: inout SplitMix64) -> JSON {
    let providers = IdentityProviders(plan: plan, account: account)
    switch role.kind {
    case .singleSignOn, .saml:
      let arn = role.kind == .saml ? providers.samlARN : providers.singleSignOnARN
      return allow(
        ["Federated": .string(arn)], ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        ["StringEquals": ["SAML:aud": "https://signin.aws.amazon.com/saml"]])
    case .pipeline:
      let host = IdentityProviders.pipelineHost
      let branch = stream.pick(["ref:refs/heads/main", "environment:production", "*"])
      return allow(
        ["Federated": .string(providers.pipelineARN)], "sts:AssumeRoleWithWebIdentity",
        [
          "StringEquals": ["\(host):aud": "sts.amazonaws.com"],
          "StringLike": ["\(host):sub": .string("repo:example-org/\(role.team):\(branch)")],
        ])
    case .cluster:
      let host = providers.clusterHost
      return allow(
        ["Federated": .string(providers.clusterARN)], "sts:AssumeRoleWithWebIdentity",
        [
          "StringEquals": [
            "\(host):aud": "sts.amazonaws.com",
            "\(host):sub": .string("system:serviceaccount:\(role.team):\(role.name)"),
          ]
        ])
    default:
      let pool = "\(plan.options.regions[0]):\(stream.uuid())"
      return allow(
        ["Federated": "cognito-identity.amazonaws.com"], "sts:AssumeRoleWithWebIdentity",
        [
          "StringEquals": ["cognito-identity.amazonaws.com:aud": .string(pool)],
          "ForAnyValue:StringLike": ["cognito-identity.amazonaws.com:amr": "authenticated"],
        ])
    }
  }

  private func principal(of role: RoleIdentity, _ stream: inout SplitMix64) -> JSON {
    let other = plan.neighbor(of: account, stream.below(1_000))
    switch role.kind {
    case .organizationAccess: return assume(plan.management.iam("root"))
    case .vendor:
      let vendor = AccountPlan.outsider(stream.below(1_000), entropy: plan.entropy)
      return assume(
        "arn:aws:iam::\(vendor):root",
        ["StringEquals": ["sts:ExternalId": .string(stream.uuid())]])
    case .sibling:
      let inside: JSON = ["StringEquals": ["aws:PrincipalOrgID": .string(plan.id)]]
      // Half name the account by its ARN, half by its number: they mean the same.
      return stream.chance(50) ? assume(other.iam("root"), inside) : assume(other.id, inside)
    case .chained: return assume(plan.permanentRole(of: other, &stream).arn)
    case .session:
      let name = plan.permanentRole(of: other, &stream).name
      return assume("arn:aws:sts::\(other.id):assumed-role/\(name)/nightly")
    case .person:
      return assume(
        UserIdentity(plan, account, 0).arn,
        [
          "Bool": ["aws:MultiFactorAuthPresent": "true"],
          "NumericLessThan": ["aws:MultiFactorAuthAge": "3600"],
        ])
    case .orphaned: return assume(stream.uniqueID(stream.chance(50) ? "AROA" : "AIDA"))
    case .everyone:
      return allow(
        "*", ["sts:AssumeRole", "sts:SetSourceIdentity"],
        [
          "StringEquals": ["aws:PrincipalOrgID": .string(plan.id)],
          "ArnLike": ["aws:PrincipalArn": "arn:aws:iam::*:role/ci/*-deploy-*"],
        ])
    default: return assume(account.iam("root"))
    }
  }
}
