extension Caller {
  /// The condition keys that follow from the caller itself, those that such a caller never has
  /// included. Evaluation does not add them by itself: a request's context says what it says.
  ///
  /// Source: IAM User Guide, "Policy variables", table "Principal key values", and "AWS global
  /// condition context keys", the availability of each key.
  ///
  /// - Parameter isComplete: Whether the request's context is complete, so that some session of a
  ///   role is a fresh one. Otherwise its name is open, and with it the value of `aws:userid`.
  package func derivedContext(isComplete: Bool) -> ContextSection {
    var section = ContextSection()
    for key in absentKeys {
      section[key] = .absent
    }
    for (key, text) in presentKeys {
      section[key] = .value(text)
    }
    if case .role = self, !isComplete { section[.userID] = nil }
    return section
  }

  private var presentKeys: [(ContextKey, String)] {
    switch self {
    case .rootUser(let home):
      let arn = "arn:\(home.partition):iam::\(home.account):root"
      return account(home) + [
        (.principalARN, arn), (.userID, home.account), (.principalType, "Account"),
      ]
    case .iamUser(let user):
      let id = user.uniqueID.map { [(ContextKey.userID, $0)] } ?? []
      return account(user.home) + id
        + [
          (.principalARN, user.arn), (.userName, user.name),
          (.principalType, "User"),
        ]
    case .role(let role):
      return roleKeys(role, session: Caller.freshSessionName)
    case .roleSession(let role, let name):
      return roleKeys(role, session: name)
    case .federatedUser(let session):
      return account(session.home) + [
        (.principalARN, session.arn), (.userID, session.home.account + ":" + session.name),
        (.principalType, "FederatedUser"),
      ]
    case .service(let name):
      return [(.principalIsAWSService, "true"), (.principalServiceName, name)]
    case .identityProvider: return []
    case .anonymous:
      return [
        (.principalAccount, "anonymous"), (.userID, "anonymous"), (.principalType, "Anonymous"),
      ]
    }
  }

  private func account(_ home: AccountIdentity) -> [(ContextKey, String)] {
    [(.principalAccount, home.account), (.principalIsAWSService, "false")]
  }

  private func roleKeys(_ role: RoleIdentity, session: String) -> [(ContextKey, String)] {
    var keys = account(role.home) + [(.principalType, "AssumedRole")]
    if let arn = role.arn { keys.append((.principalARN, arn)) }
    if let id = role.uniqueID { keys.append((.userID, id + ":" + session)) }
    return keys
  }

  private var absentKeys: [ContextKey] {
    switch self {
    case .iamUser: ContextKey.onlyOfServices
    case .rootUser, .role, .roleSession, .federatedUser: [.userName] + ContextKey.onlyOfServices
    case .service, .identityProvider: [.userName]
    case .anonymous:
      [.userName, .principalARN, .principalOrgID, .principalOrgPaths] + ContextKey.onlyOfServices
    }
  }

  /// The name of a session that no policy spells out. Session names hold neither `(` nor a space.
  static let freshSessionName = "(any session)"
}

/// Keys that the evaluator itself reads, or that follow from the caller.
extension ContextKey {
  package static let principalARN = ContextKey("aws:PrincipalArn")
  package static let principalAccount = ContextKey("aws:PrincipalAccount")
  package static let principalType = ContextKey("aws:PrincipalType")
  package static let principalOrgID = ContextKey("aws:PrincipalOrgID")
  package static let principalOrgPaths = ContextKey("aws:PrincipalOrgPaths")
  package static let principalIsAWSService = ContextKey("aws:PrincipalIsAWSService")
  package static let principalServiceName = ContextKey("aws:PrincipalServiceName")
  package static let principalServiceNames = ContextKey("aws:PrincipalServiceNamesList")
  package static let userID = ContextKey("aws:userid")
  package static let userName = ContextKey("aws:username")
  package static let sourceFunctionARN = ContextKey("lambda:SourceFunctionArn")

  /// Keys that only direct calls by a service have.
  fileprivate static let onlyOfServices: [ContextKey] = [
    .principalServiceName, .principalServiceNames, ContextKey("aws:SourceArn"),
    ContextKey("aws:SourceAccount"), ContextKey("aws:SourceOrgID"),
    ContextKey("aws:SourceOrgPaths"),
  ]
}
