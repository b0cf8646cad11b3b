/// Whether one principal entry names a caller.
struct PrincipalMatch {
  /// What the entry names of the caller.
  enum Link {
    case everyone
    /// The caller's account.
    case account
    /// The user, or the role of a session, or the user behind a federated session.
    case entity
    /// The session, by its name.
    case session
    /// The service, the identity provider or the root user: a caller that has no further links.
    case whole
  }

  let link: Link
  /// Whether it does; `nil` where that is not known.
  let truth: Truth?

  private static let none = PrincipalMatch(link: .whole, truth: .false)

  private init(link: Link, truth: Truth?) {
    self.link = link
    self.truth = truth
  }

  private init(_ link: Link, _ matches: Bool) {
    self.init(link: link, truth: Truth(matches))
  }

  /// Compares an entry with the caller of a request.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: Principal".
  init(_ entry: CompiledPrincipal, _ request: AuthorizationRequest) {
    switch entry {
    case .everyone: self.init(.everyone, true)
    case .account(let id, let partition):
      self.init(account: id, partition: partition, request.caller)
    case .user(let user): self.init(user: user, request.caller)
    case .role(let home, let name): self.init(.entity, request.caller.isRole(home, name))
    case .session(let home, let role, let name):
      self.init(session: name, of: request.caller.isRole(home, role), request)
    case .federatedUser(let home, let name):
      guard case .federatedUser(let session) = request.caller else {
        self = .none
        return
      }
      self.init(.session, session.home == home && session.name.hasSameBytes(as: name))
    case .uniqueID(let id): self.init(uniqueID: id, request)
    case .service(let name): self.init(service: name, request.caller)
    case .identityProvider(let provider):
      guard case .identityProvider(let caller) = request.caller else {
        self = .none
        return
      }
      self.init(.whole, caller.hasSameBytes(as: provider))
    case .canonicalUser:
      let isOfAccount = request.caller.home != nil
      self.init(link: .account, truth: isOfAccount ? .uncertain(.unknownCaller) : .false)
    case .nobody: self = .none
    }
  }

  private init(account id: String, partition: String?, _ caller: Caller) {
    guard let home = caller.home, home.account == id, home.partition == partition ?? home.partition
    else {
      self = .none
      return
    }
    if case .rootUser = caller { self.init(.whole, true) } else { self.init(.account, true) }
  }

  private init(user: Caller.UserIdentity, _ caller: Caller) {
    switch caller {
    case .iamUser(let calling): self.init(.entity, calling.isSame(as: user))
    case .federatedUser(let session) where session.home == user.home:
      self.init(link: .entity, truth: session.user.map { Truth($0.isSame(as: user)) })
    default: self = .none
    }
  }

  private init(session name: String, of isRole: Bool, _ request: AuthorizationRequest) {
    switch request.caller {
    case .roleSession(_, let caller) where isRole:
      self.init(.session, caller.hasSameBytes(as: name))
    case .role where isRole:
      self.init(link: .session, truth: request.context.isComplete ? .false : nil)
    default: self = .none
    }
  }

  /// AWS leaves a unique id where a named user or role was deleted, and such an entry names nobody
  /// but that very user or role.
  private init(uniqueID id: String, _ request: AuthorizationRequest) {
    switch request.caller {
    case .federatedUser(let session):
      let known = session.user?.uniqueID
      self.init(link: .entity, truth: known.map { Truth($0.hasSameBytes(as: id)) })
    case .iamUser, .role, .roleSession:
      switch request.context.state(of: .userID) {
      case .values(let values) where values.count == 1:
        self.init(
          .entity, values[0].bytes.prefix { $0 != UInt8(ascii: ":") }.elementsEqual(id.utf8))
      case .values: self.init(.entity, false)
      case .absent: self.init(.entity, request.caller.uniqueID?.hasSameBytes(as: id) ?? false)
      case .unknown:
        self.init(
          link: .entity, truth: request.caller.uniqueID.map { Truth($0.hasSameBytes(as: id)) })
      }
    case .rootUser, .service, .identityProvider, .anonymous: self = .none
    }
  }

  private init(service name: String, _ caller: Caller) {
    guard case .service(let calling) = caller else {
      self = .none
      return
    }
    if calling.hasSameBytes(as: name) {
      self.init(.whole, true)
    } else {
      let isSameService = ServicePrincipal.areOfOneService(calling, name)
      self.init(
        link: .whole, truth: isSameService ? .uncertain(.regionalServicePrincipal) : .false)
    }
  }
}

extension Caller {
  /// Whether the caller is a session of a role.
  fileprivate func isRole(_ home: AccountIdentity, _ name: String) -> Bool {
    switch self {
    case .role(let role), .roleSession(let role, _):
      role.home == home && role.name.hasSameBytes(as: name)
    default: false
    }
  }
}

/// The names of service principals.
enum ServicePrincipal {
  /// Whether two names differ at most in the Region that stands between the service and the domain,
  /// as in `s3.ap-east-1.amazonaws.com`.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: Principal", on opt-in Regions.
  static func areOfOneService(_ left: String, _ right: String) -> Bool {
    guard let left = global(left), let right = global(right) else { return false }
    return left == right
  }

  private static func global(_ name: String) -> [Substring]? {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 3 else { return nil }
    let isRegional = labels.count >= 4 && labels[1].contains("-")
    return isRegional ? [labels[0]] + labels[2...] : labels
  }
}
