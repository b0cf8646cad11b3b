// A.6: whom a statement names.

/// How closely an entry names the caller; it decides which other policies an Allow needs (C.2).
enum MatchLevel {
  case direct
  case entity
  case account
}

/// For each level, whether an entry of a principal element matches at it.
struct MatchLevels {
  /// Grants alone, in the caller's own account.
  var direct: Truth
  /// Grants within boundary and session policy.
  var entity: Truth
  /// Leaves it to the account's own policies.
  var account: Truth

  /// No entry matches.
  static let none = MatchLevels(
    direct: .certain(false), entity: .certain(false), account: .certain(false))

  /// Whether anything matches, at whatever level.
  var any: Truth { .any([direct, entity, account]) }

  /// What matches in either.
  func or(_ other: MatchLevels) -> MatchLevels {
    MatchLevels(
      direct: .any([direct, other.direct]), entity: .any([entity, other.entity]),
      account: .any([account, other.account]))
  }

  /// What matches if `truth` holds too.
  func and(_ truth: Truth) -> MatchLevels {
    MatchLevels(
      direct: .all([direct, truth]), entity: .all([entity, truth]),
      account: .all([account, truth]))
  }
}

extension Evaluation {
  /// One entry that names the caller.
  struct Match {
    var level: MatchLevel
    var truth: Truth = .certain(true)
    /// Whether the entry is the ARN of the caller's own role session (U09).
    var isSession = false
  }

  /// The levels at which `Principal` names the caller.
  func matchLevels(_ entries: [PrincipalEntry]) -> MatchLevels {
    cite(.emptyPrincipal, if: entries.isEmpty)  // A2.7: no entry, no effect
    let matches = entries.compactMap { match($0) }
    let namesRole = matches.contains { $0.level == .entity }
    return matches.reduce(.none) { levels, match in
      var truth = match.truth
      // C.3: a role and its session in one statement.
      if match.isSession && namesRole { truth = open(.roleAndSessionTogether, truth) }
      return levels.or(MatchLevels(match.level, truth))
    }
  }

  /// Whether and how `entry` names the caller.
  func match(_ entry: PrincipalEntry) -> Match? {
    let caller = request.caller
    switch entry {
    case .everyone(let inMap):
      cite(inMap ? .everyoneInMap : .everyone)
      return Match(level: .direct)
    case .account(let id, let partition):
      return match(account: id, partition: partition)
    case .arn(let arn):
      return match(arn: arn)
    case .uniqueID(let id):
      return match(uniqueID: id)
    case .service(let name):
      return match(service: name)
    case .federated(let provider):
      guard caller.kind == .identityProvider, provider.isSameText(as: caller.name) else {
        return nil
      }
      cite(.identityProvider)
      return Match(level: .direct)
    case .canonicalUser:
      // Nothing offline tells which account a canonical id stands for.
      cite(.canonicalUser)
      return nil
    }
  }

  private func match(account: String, partition: String?) -> Match? {
    let caller = request.caller
    guard let own = caller.account, own.isSameText(as: account) else { return nil }
    guard partition?.isSameText(as: caller.partition) ?? true else {
      cite(.otherPartition)
      return nil
    }
    cite(partition == nil ? .accountID : .accountRoot)
    return Match(level: caller.kind == .rootUser ? .direct : .account)
  }

  private func match(arn: String) -> Match? {
    let caller = request.caller
    let isCallerItself = arn.isSameText(as: caller.name)
    switch caller.kind {
    case .user where isCallerItself:
      cite(.userARN)
      return Match(level: .direct)
    case .roleSession(_, .some) where isCallerItself:
      cite(.sessionARN)
      return Match(level: .direct, isSession: true)
    case .roleSession(_, nil):
      // The scenario names the role itself, path and all.
      return isCallerItself ? Match(level: .entity) : nil
    case .roleSession(let role, .some) where names(arn, "role", role):
      cite(.roleARN)
      cite(.roleWithPath, if: arn.parts("/").count > 2)
      return Match(level: .entity)
    case .federatedUser where isCallerItself:
      cite(.federatedUserARN)
      return Match(level: .direct)
    case .federatedUser(let name) where names(arn, "user", name):
      // Decision: a scenario has no other way to say which user is behind the session than to
      // give both the same name.
      cite(.userOfFederatedUser)
      return Match(level: .entity)
    default:
      return nil
    }
  }

  /// A6.4: whether `arn` is that of a user or role of the caller's account with that name,
  /// whatever its path, for a session's ARN does not tell the path.
  private func names(_ arn: String, _ type: String, _ name: String) -> Bool {
    let fields = arn.parts(":", maximum: 6)
    let path = fields[5].parts("/")
    return fields[1].isSameText(as: request.caller.partition) && fields[2] == "iam"
      && fields[4].isSameText(as: request.caller.account ?? "") && path[0] == type
      && path.count > 1 && path[path.count - 1].isSameText(as: name)
  }

  /// A6.2: the part of `aws:userid` before the colon.
  private func match(uniqueID: String) -> Match? {
    let values = request.values(of: "aws:userid") ?? []
    guard values.count == 1, values[0].parts(":")[0].isSameText(as: uniqueID) else {
      cite(.orphanedID)
      return nil
    }
    switch request.caller.kind {
    case .user:
      cite(.userID)
      return Match(level: .direct)
    case .roleSession:
      cite(.roleID)
      return Match(level: .entity)
    default:
      return nil
    }
  }

  /// C10.1: the exact name. C10.2 leaves open whether a Regional name is the global one too.
  private func match(service name: String) -> Match? {
    let caller = request.caller
    guard caller.kind == .service else { return nil }
    if name.isSameText(as: caller.name) {
      cite(.servicePrincipal)
      return Match(level: .direct)
    }
    let isPair =
      isRegional(caller.name, formOf: name) || isRegional(name, formOf: caller.name)
    guard isPair else { return nil }
    return Match(level: .direct, truth: open(.regionalServiceName, reading: nil))
  }

  /// Whether `regional` is `service.region.amazonaws.com` and `global` `service.amazonaws.com`.
  private func isRegional(_ regional: String, formOf global: String) -> Bool {
    var labels = regional.parts(".")
    guard labels.count == 4, labels[1].parts("-").count >= 3 else { return false }
    labels.remove(at: 1)
    return labels.joined(separator: ".").isSameText(as: global)
  }
}

extension MatchLevels {
  /// One match at one level.
  init(_ level: MatchLevel, _ truth: Truth) {
    self = .none
    switch level {
    case .direct: direct = truth
    case .entity: entity = truth
    case .account: account = truth
    }
  }
}
