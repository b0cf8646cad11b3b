/// What a role is for, which decides its name, its path and above all whom it trusts.
enum RoleKind: Int, CaseIterable, Sendable {
  /// `OrganizationAccountAccessRole`, trusted by the management account.
  case organizationAccess
  /// `org-break-glass`, exempt from most guards.
  case breakGlass
  /// Trusts Lambda.
  case lambda
  /// Trusts Lambda@Edge too.
  case lambdaAtEdge
  /// Trusts Lambda for its own account only.
  case lambdaGuarded
  /// Trusts EC2, and has an instance profile.
  case ec2
  /// Trusts one of many other services.
  case service
  /// Trusts an outside account that must present an external id.
  case vendor
  /// Trusts another account of the organization.
  case sibling
  /// Trusts a role of another account.
  case chained
  /// Trusts one session of a role.
  case session
  /// Trusts a user who signed in with MFA.
  case person
  /// IAM Identity Center.
  case singleSignOn
  /// A SAML provider of the account's own.
  case saml
  /// GitHub Actions.
  case pipeline
  /// A Kubernetes service account.
  case cluster
  /// Amazon Cognito identities.
  case cognito
  /// Deploys; trusts its own account.
  case deploy
  /// Belongs to a service, which alone can change it.
  case serviceLinked
  /// Trusts a role or user that has been deleted.
  case orphaned
  /// Trusts everybody in the organization under conditions.
  case everyone
  /// Trusts its account, with an explicit deny beside it.
  case denying

  /// How many of 64 consecutive roles are of each kind.
  private static let shares: [(kind: RoleKind, count: Int)] = [
    (.lambda, 22), (.lambdaAtEdge, 1), (.lambdaGuarded, 1), (.ec2, 6), (.service, 6), (.vendor, 3),
    (.sibling, 3), (.chained, 2), (.session, 1), (.person, 1), (.singleSignOn, 4), (.saml, 1),
    (.pipeline, 3), (.cluster, 2), (.cognito, 1), (.deploy, 2), (.serviceLinked, 2),
    (.orphaned, 1), (.everyone, 1), (.denying, 1),
  ]

  private static let cycle: [RoleKind] = shares.flatMap { share in
    [RoleKind](repeating: share.kind, count: share.count)
  }

  /// The roles with which every account begins; others may refer to them.
  private static let first: [RoleKind] = [.organizationAccess, .breakGlass, .lambda, .deploy]

  /// The kind of an account's role with this index. 37 and 64 have no factor in common, so that the
  /// kinds are mixed and each has its share of every 64 roles.
  static func at(_ index: Int) -> RoleKind {
    index < first.count ? first[index] : cycle[index * 37 % cycle.count]
  }

  /// Whether Lambda can run functions with the role.
  var isExecutionRole: Bool {
    self == .lambda || self == .lambdaAtEdge || self == .lambdaGuarded
  }

  /// Whether change never removes the role, so that others may refer to it.
  var isPermanent: Bool {
    isExecutionRole || self == .deploy || self == .breakGlass || self == .organizationAccess
  }
}
