/// Who makes the request, as far as its `principal` member says.
struct Caller {
  /// What kind of principal it is, with what only that kind has.
  enum Kind: Equatable {
    case rootUser
    case user
    /// A session of a role. The session's name is nil where the scenario names the role itself:
    /// some fresh session, which no policy names.
    case roleSession(role: String, session: String?)
    /// A `GetFederationToken` session.
    case federatedUser(name: String)
    case service
    case identityProvider
    case anonymous
  }

  /// Which of the kinds of principal.
  var kind: Kind
  /// The ARN, the service's name, the provider, or nothing for an anonymous caller.
  var name: String
  /// The partition of the ARN, empty for callers without one.
  var partition: String
  /// The account id, or nil for services, providers and anonymous callers.
  var account: String?

  /// Reads the `principal` member of a request.
  init(_ value: JSONValue?) throws(InvalidScenario) {
    switch value {
    case .string(let text)? where text.isSameText(as: "anonymous"):
      self.init(kind: .anonymous, name: "")
    case .string(let arn)?:
      try self.init(arn: arn)
    case .object(let members)? where members.count == 1:
      try self.init(members[0])
    default:
      throw InvalidScenario("the request's `principal` is neither an ARN nor a one-member object")
    }
  }

  private init(kind: Kind, name: String, partition: String = "", account: String? = nil) {
    self.kind = kind
    self.name = name
    self.partition = partition
    self.account = account
  }

  private init(_ member: JSONValue.Member) throws(InvalidScenario) {
    switch (member.name, member.value) {
    case ("Service", .string(let name)): self.init(kind: .service, name: name)
    case ("Federated", .string(let name)): self.init(kind: .identityProvider, name: name)
    case ("Anonymous", .bool(true)): self.init(kind: .anonymous, name: "")
    default: throw InvalidScenario("the request's `principal` has an unknown form")
    }
  }

  private init(arn: String) throws(InvalidScenario) {
    let fields = arn.parts(":", maximum: 6)
    guard fields.count == 6, fields[0] == "arn", let kind = Caller.kind(of: fields) else {
      throw InvalidScenario("`\(arn)` is not the ARN of a caller")
    }
    self.init(kind: kind, name: arn, partition: fields[1], account: fields[4])
  }

  private static func kind(of fields: [String]) -> Kind? {
    let path = fields[5].parts("/")
    switch (fields[2], path[0], path.count) {
    case ("iam", "root", 1): return .rootUser
    case ("iam", "user", 2...): return .user
    // The plan of the command line: a role ARN asks for any session of the role.
    case ("iam", "role", 2...): return .roleSession(role: path[path.count - 1], session: nil)
    case ("sts", "assumed-role", 3): return .roleSession(role: path[1], session: path[2])
    case ("sts", "federated-user", 2): return .federatedUser(name: path[1])
    default: return nil
    }
  }
}

extension Caller {
  /// Whether the caller has identity policies, and may have a boundary and session policies.
  var hasIdentityPolicies: Bool {
    switch kind {
    case .user, .roleSession, .federatedUser: true
    case .rootUser, .service, .identityProvider, .anonymous: false
    }
  }

  /// Whether the caller belongs to an account.
  var hasAccount: Bool { account != nil }
}
