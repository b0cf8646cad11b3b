import PolicyLanguage

/// One entry of a principal element, ready to match.
enum CompiledPrincipal: Hashable, Sendable {
  case everyone
  case account(id: String, partition: String?)
  case user(Caller.UserIdentity)
  case role(Caller.AccountIdentity, name: String)
  case session(Caller.AccountIdentity, role: String, name: String)
  case federatedUser(Caller.AccountIdentity, name: String)
  case uniqueID(String)
  case service(String)
  case identityProvider(String)
  /// An Amazon S3 canonical user id. Which account it stands for is not written anywhere.
  case canonicalUser
  /// An ARN that no principal has.
  case nobody

  init(_ pattern: PrincipalPattern) {
    switch pattern {
    case .everyone: self = .everyone
    case .account(let id, let partition): self = .account(id: id, partition: partition)
    case .arn(let text): self.init(arn: text)
    case .uniqueID(let id): self = .uniqueID(id)
    case .service(let name): self = .service(name)
    case .federated(let provider): self = .identityProvider(provider)
    case .canonicalUser: self = .canonicalUser
    }
  }

  private init(arn text: String) {
    switch Caller(arn: text) {
    case .rootUser(let home): self = .account(id: home.account, partition: home.partition)
    case .iamUser(let user): self = .user(user)
    case .role(let role): self = .role(role.home, name: role.name)
    case .roleSession(let role, let name):
      self = .session(role.home, role: role.name, name: name)
    case .federatedUser(let session): self = .federatedUser(session.home, name: session.name)
    case .service, .identityProvider, .anonymous, nil: self = .nobody
    }
  }
}

/// How narrowly a principal entry names a caller, which decides what else must allow the request.
///
/// Source: IAM User Guide, "Policy evaluation for requests within a single account".
package enum PrincipalMatchLevel: String, Sendable {
  /// The entry names the caller itself, or everyone.
  case direct
  /// The entry names the role of a session, or the user behind a federated session.
  case entity
  /// The entry names the caller's account, which hands the decision to the account's own policies.
  case account
}
