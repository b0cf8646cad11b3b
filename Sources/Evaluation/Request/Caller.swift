/// Who makes a request.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", and "Policy variables", table
/// "Principal key values".
package indirect enum Caller: Hashable, Sendable {
  /// The root user of an account.
  case rootUser(AccountIdentity)
  case iamUser(UserIdentity)
  /// Some session of a role. With a complete context it is a fresh session, whose name is none that
  /// a policy spells out; with a partial one its name is open.
  case role(RoleIdentity)
  /// The session of a role with a certain name.
  case roleSession(RoleIdentity, name: String)
  /// A session made by `GetFederationToken`.
  case federatedUser(FederatedIdentity)
  /// An AWS service that calls as itself, by its service principal.
  case service(String)
  /// Somebody whom an identity provider vouches for, before a role is assumed.
  case identityProvider(String)
  /// Nobody signed the request.
  case anonymous

  /// An account, and the partition in which it lives.
  package struct AccountIdentity: Hashable, Sendable {
    package var partition: String
    package var account: String

    package init(partition: String = "aws", account: String) {
      self.partition = partition
      self.account = account
    }
  }

  /// An IAM user.
  package struct UserIdentity: Hashable, Sendable {
    package var home: AccountIdentity
    /// The path without its first slash, such as `team/`; empty for the path `/`.
    package var path: String
    package var name: String
    /// The unique id (`AIDA…`), where it is known.
    package var uniqueID: String?

    package init(
      _ home: AccountIdentity, name: String, path: String = "", uniqueID: String? = nil
    ) {
      self.home = home
      self.path = path
      self.name = name
      self.uniqueID = uniqueID
    }

    package var arn: String { "arn:\(home.partition):iam::\(home.account):user/\(path)\(name)" }
  }

  /// A role. A session's ARN tells the name alone, which is unique in its account whatever the path.
  package struct RoleIdentity: Hashable, Sendable {
    package var home: AccountIdentity
    /// The path without its first slash, such as `team/`; empty for the path `/`, and `nil` where it
    /// is not known.
    package var path: String?
    package var name: String
    /// The unique id (`AROA…`), where it is known.
    package var uniqueID: String?

    package init(
      _ home: AccountIdentity, name: String, path: String? = nil, uniqueID: String? = nil
    ) {
      self.home = home
      self.path = path
      self.name = name
      self.uniqueID = uniqueID
    }

    /// `nil` where the path is not known.
    package var arn: String? {
      path.map { "arn:\(home.partition):iam::\(home.account):role/\($0)\(name)" }
    }
  }

  /// A session of `GetFederationToken`. The caller of that operation chose its name.
  package struct FederatedIdentity: Hashable, Sendable {
    package var home: AccountIdentity
    package var name: String
    /// The user behind the session, where it is known.
    package var user: UserIdentity?

    package init(_ home: AccountIdentity, name: String, user: UserIdentity? = nil) {
      self.home = home
      self.name = name
      self.user = user
    }

    package var arn: String { "arn:\(home.partition):sts::\(home.account):federated-user/\(name)" }
  }
}

extension Caller {
  /// The account and partition of the caller; `nil` for services, identity providers and anonymous
  /// callers, which have none.
  package var home: AccountIdentity? {
    switch self {
    case .rootUser(let home): home
    case .iamUser(let user): user.home
    case .role(let role), .roleSession(let role, _): role.home
    case .federatedUser(let session): session.home
    case .service, .identityProvider, .anonymous: nil
    }
  }

  /// Whether the caller belongs to an account.
  var hasAccount: Bool {
    switch self {
    case .rootUser, .iamUser, .role, .roleSession, .federatedUser: true
    case .service, .identityProvider, .anonymous: false
    }
  }

  /// Whether the caller belongs to a certain account.
  func isOfAccount(_ account: String) -> Bool {
    switch self {
    case .rootUser(let home): home.account == account
    case .iamUser(let user): user.home.account == account
    case .role(let role), .roleSession(let role, _): role.home.account == account
    case .federatedUser(let session): session.home.account == account
    case .service, .identityProvider, .anonymous: false
    }
  }

  /// Whether the caller is a user with long-term identity, or the root user.
  var isUserOrRoot: Bool {
    switch self {
    case .rootUser, .iamUser: true
    default: false
    }
  }

  /// The unique id of the user or role, where the caller itself tells it.
  var uniqueID: String? {
    switch self {
    case .iamUser(let user): user.uniqueID
    case .role(let role), .roleSession(let role, _): role.uniqueID
    case .federatedUser(let session): session.user?.uniqueID
    default: nil
    }
  }

  /// Whether the caller is a user or a role, a session of either included.
  var hasIdentityPolicies: Bool {
    switch self {
    case .iamUser, .role, .roleSession, .federatedUser: true
    case .rootUser, .service, .identityProvider, .anonymous: false
    }
  }
}
