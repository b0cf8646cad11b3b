package import Evaluation
package import PolicyLanguage
package import Registry

/// What the policies say of one subject.
package struct AccessAnswer: Sendable {
  package let subject: Subject
  package internal(set) var outcome: Outcome
  /// The evaluator's verdict, doubts resolved against the caller.
  package internal(set) var verdict: Verdict
  /// The statements that grant, in the order of the layers.
  package let grants: [Citation]
  /// The statements that deny, or would under the conditions shown.
  package let denies: [Citation]
  /// The layers that alone keep the request from being allowed.
  package let obstacles: [Explanation.Obstacle]
  /// Allow statements that did not apply, nearest first; filled where a full explanation is asked.
  package let nearMisses: [Citation]
  /// What the answer rests on although it is not certain.
  package internal(set) var uncertain: [String]
  /// Policies that bear on the answer and are missing or not valid.
  package let unknownPolicies: [PolicyHolding]
  /// When the request is allowed; `nil` where nothing that is open bears on that.
  package var condition: AccessCondition?
  /// What the request needs beside. Of these, `outcome` counts those that AWS decides together with
  /// the action; see `overall` for the others.
  package internal(set) var needed: [NeededPermission] = []
}

/// What an answer comes to.
package enum Outcome: String, Sendable {
  case allowed
  /// It hangs on the condition shown, which some requests meet and others do not.
  case conditional
  /// It hangs on a policy that the registry does not have or cannot read, or the condition was not
  /// decided within the bound.
  case unknown
  case denied
}

/// Who is asked about.
package enum Subject: Hashable, Sendable {
  case user(arn: String)
  case role(arn: String)
  case session(arn: String)
  /// A function while it runs, by its ARN with or without a qualifier.
  case function(arn: String)
  case rootUser(account: String)
  /// An account of which no principal is known: whoever its own policies allow.
  case account(String)
  /// A principal that is not in the registry: if its own account's policies allow.
  case external(arn: String)
  case service(String)
  case identityProvider(String)
  /// Any principal of any AWS account, if its own account's policies allow.
  case anyPrincipal
  /// Anyone, without signing.
  case anonymous

  /// What kind of subject it is, as answers call it.
  package var type: String {
    switch self {
    case .user: "user"
    case .role: "role"
    case .session: "session"
    case .function: "function"
    case .rootUser: "root-user"
    case .account: "account"
    case .external: "external"
    case .service: "service"
    case .identityProvider: "identity-provider"
    case .anyPrincipal: "any-principal"
    case .anonymous: "anonymous"
    }
  }

  /// The name by which answers are read and sorted.
  package var name: String {
    switch self {
    case .user(let arn), .role(let arn), .session(let arn), .function(let arn),
      .external(let arn):
      arn
    case .rootUser(let account): "arn:aws:iam::\(account):root"
    case .account(let id): id
    case .service(let name), .identityProvider(let name): name
    case .anyPrincipal, .anonymous: "*"
    }
  }
}

/// A statement, where it stands, and what of it is not settled.
package struct Citation: Sendable {
  package let layer: LayerReference
  package let policy: PolicyHolding
  /// The index of the statement in its document.
  package let statement: Int
  package let sid: String?
  /// Where the statement starts in the document as it was written.
  package let line: Int
  package let column: Int
  /// The clauses that hang on keys nobody gave; for a near miss, those that do not hold.
  package let open: [ConditionClause]
  /// For a near miss, the parts other than conditions that do not match.
  package let failures: [String]
}
