/// The name of a role and what follows from it: what others need to refer to the role.
struct RoleIdentity: Sendable {
  /// Its place among the account's roles.
  let index: Int
  /// What it is for.
  let kind: RoleKind
  /// The team that owns it.
  let team: String
  /// `/`, or a path that begins and ends with `/`.
  let path: String
  /// The name without its path; unique in the account whatever the letter case.
  let name: String
  /// The full ARN, with the path.
  let arn: String

  /// The role with this index of an account. The cost does not depend on either.
  init(_ plan: OrganizationPlan, _ account: AccountPlan, _ index: Int) {
    var stream = plan.entropy.stream(.role, account.index, index)
    let kind = RoleKind.at(index)
    let team = stream.pick(Vocabulary.teams)
    self.index = index
    self.kind = kind
    self.team = team
    (path, name) = Self.pathAndName(kind, team: team, index: index, stream: &stream)
    arn = account.iam("role\(path)\(name)")
  }

  /// An execution role with a name of its own.
  init(_ account: AccountPlan, _ index: Int, path: String, name: String) {
    self.index = index
    kind = .lambda
    team = "crowd"
    self.path = path
    self.name = name
    arn = account.iam("role\(path)\(name)")
  }

  /// The services that service-linked roles of the account belong to, and the roles' names.
  static let serviceLinked: [(service: String, name: String)] = [
    ("lambda.amazonaws.com", "AWSServiceRoleForLambda"),
    ("replicator.lambda.amazonaws.com", "AWSServiceRoleForLambdaReplicator"),
    ("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling"),
    ("organizations.amazonaws.com", "AWSServiceRoleForOrganizations"),
    ("sso.amazonaws.com", "AWSServiceRoleForSSO"),
    ("support.amazonaws.com", "AWSServiceRoleForSupport"),
    ("trustedadvisor.amazonaws.com", "AWSServiceRoleForTrustedAdvisor"),
    ("ecs.amazonaws.com", "AWSServiceRoleForECS"),
    ("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing"),
    ("rds.amazonaws.com", "AWSServiceRoleForRDS"),
  ]

  /// The service of a service-linked role, and its name without the suffix of further ones.
  ///
  /// Only some services give out a second role of theirs, with a suffix; to have more of them than
  /// services, the generator pretends that all do.
  var serviceLink: (service: String, name: String) {
    Self.serviceLinked[Self.ordinal(index) % Self.serviceLinked.count]
  }

  private static func ordinal(_ index: Int) -> Int {
    (0..<index % 64).count { RoleKind.at(64 + $0) == .serviceLinked } + index / 64 * 2
  }

  private static func pathAndName(
    _ kind: RoleKind, team: String, index: Int, stream: inout SplitMix64
  ) -> (path: String, name: String) {
    let number = Vocabulary.padded(index, 5)
    let component = stream.pick(Vocabulary.components)
    switch kind {
    case .organizationAccess: return ("/", "OrganizationAccountAccessRole")
    case .breakGlass: return ("/", "org-break-glass")
    case .lambda, .lambdaAtEdge, .lambdaGuarded:
      let paths = ["/", "/", "/service-role/", "/app/\(team)/"]
      return (stream.pick(paths), "\(team)-\(component)-lambda-\(number)")
    case .singleSignOn:
      let set = stream.pick(["AdministratorAccess", "Developer", "ReadOnly", "Operator"])
      let suffix = stream.hexadecimal(11) + number
      return ("/aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_\(set)_\(suffix)")
    case .serviceLinked:
      let ordinal = ordinal(index)
      let link = serviceLinked[ordinal % serviceLinked.count]
      let suffix = ordinal < serviceLinked.count ? "" : "_\(number)"
      return ("/aws-service-role/\(link.service)/", link.name + suffix)
    case .pipeline: return ("/ci/", "\(team)-\(component)-pipeline-\(number)")
    case .deploy: return ("/ci/", "\(team)-deploy-\(number)")
    case .cluster: return ("/app/\(team)/", "\(team)-\(component)-cluster-\(number)")
    case .service: return ("/service-role/", "\(team)-\(component)-service-\(number)")
    default: return ("/", "\(team)-\(component)-\(kind)-\(number)")
    }
  }
}

extension OrganizationPlan {
  /// A role that Lambda can run functions with, and that change never removes.
  func executionRole(of account: AccountPlan, _ stream: inout SplitMix64) -> RoleIdentity {
    permanentRole(of: account, fallback: 2, &stream) { $0.isExecutionRole }
  }

  /// A role that change never removes, for others to name.
  func permanentRole(of account: AccountPlan, _ stream: inout SplitMix64) -> RoleIdentity {
    permanentRole(of: account, fallback: 3, &stream) { $0.isPermanent }
  }

  private func permanentRole(
    of account: AccountPlan, fallback: Int, _ stream: inout SplitMix64,
    where matches: (RoleKind) -> Bool
  ) -> RoleIdentity {
    let start = stream.below(account.roleCount)
    let near = (start..<min(start + 16, account.roleCount)).first { matches(RoleKind.at($0)) }
    return RoleIdentity(self, account, near ?? fallback)
  }
}
