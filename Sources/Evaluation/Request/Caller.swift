/// Who makes a request.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", and "Policy variables", table
/// "Principal key values".
package enum Caller: Hashable, Sendable {
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

  /// The id of the caller's account.
  package var account: String? {
    switch self {
    case .rootUser(let home): home.account
    case .iamUser(let user): user.home.account
    case .role(let role), .roleSession(let role, _): role.home.account
    case .federatedUser(let session): session.home.account
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

  /// Whether the caller is a user or a role, a session of either included.
  var hasIdentityPolicies: Bool {
    switch self {
    case .iamUser, .role, .roleSession, .federatedUser: true
    case .rootUser, .service, .identityProvider, .anonymous: false
    }
  }

  /// Whether the caller is an IAM user or the root user.
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
}
