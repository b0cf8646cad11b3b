/// Who asks for what, drawn first so that policies can be made to fit it often.
struct Situation {
  /// A caller, and how policies may name it.
  struct Caller {
    var principal: JSONValue
    var account: String?
    /// What AWS would put into the context.
    var principalARN: String?
    var userID: String?
    var userName: String?
    /// Principal elements that name the caller, at every level there is.
    var names: [JSONValue]
    var isFederatedUser = false
    var isRoleSession = false
    var isRoot = false
    var isProvider = false

    var hasIdentity: Bool { account != nil && !isRoot }
  }

  /// An action and a resource that it can be used on.
  struct Operation {
    var action: String
    /// The resource, with `#` where the owner's account stands.
    var resource: String
    var takesNoResource = false
    /// Other patterns that match the resource, or nearly.
    var patterns: [String] = []

    var isTrust: Bool { resource.startsWithText("arn:aws:iam:") && resource.containsText("role/") }
    var isKey: Bool { action.startsWithText("kms:") }
  }

  /// Who asks.
  var caller: Caller
  /// What for.
  var operation: Operation
  /// The account that owns the resource.
  var owner: String
  /// Whether each layer is drawn to be plain, as in the matrices of section C: it allows or denies
  /// the request, or is silent, without further conditions.
  var isPlain = false
  /// The context: each key with its values, in order.
  var context: [(key: ConditionKey, values: [String])] = []

  /// `text` with the owner's account put in for `#`.
  func place(_ text: String) -> String {
    text.parts("#").joined(separator: owner)
  }

  /// The request, as a scenario has it.
  var request: JSONValue {
    .object(
      of: ("principal", caller.principal), ("action", .string(operation.action)),
      ("resource", .string(place(operation.resource))),
      (
        "resourceAccount",
        operation.resource.startsWithText("arn:aws:s3:::") ? .string(owner) : nil
      ),
      ("wildcardOnlyAction", operation.takesNoResource ? .bool(true) : nil),
      (
        "context",
        .object(context.map { JSONValue.Member($0.key.name, .strings($0.values)) })
      ))
  }
}

extension Situation.Caller {
  private static func map(_ kind: String, _ name: String) -> JSONValue {
    .object(of: (kind, .string(name)))
  }

  private static func account(_ account: String) -> [JSONValue] {
    [map("AWS", account), map("AWS", "arn:aws:iam::\(account):root")]
  }

  private static func user(_ account: String, _ path: String, _ id: String) -> Self {
    let arn = "arn:aws:iam::\(account):user/\(path)"
    return Self(
      principal: .string(arn), account: account, principalARN: arn, userID: id,
      userName: path.parts("/").last,
      names: [map("AWS", arn), map("AWS", arn), map("AWS", id)] + self.account(account))
  }

  private static func session(
    _ account: String, _ rolePath: String, _ session: String, _ id: String
  ) -> Self {
    let role = "arn:aws:iam::\(account):role/\(rolePath)"
    let name = rolePath.parts("/").last ?? rolePath
    let arn = "arn:aws:sts::\(account):assumed-role/\(name)/\(session)"
    let both = JSONValue.object(of: ("AWS", .strings([role, arn])))
    return Self(
      principal: .string(arn), account: account, principalARN: role, userID: "\(id):\(session)",
      names: [map("AWS", role), map("AWS", role), map("AWS", arn), map("AWS", id), both]
        + self.account(account), isRoleSession: true)
  }

  private static func federatedUser(_ account: String, _ name: String) -> Self {
    let arn = "arn:aws:sts::\(account):federated-user/\(name)"
    let user = "arn:aws:iam::\(account):user/\(name)"
    return Self(
      principal: .string(arn), account: account, principalARN: arn, userID: "\(account):\(name)",
      names: [map("AWS", arn), map("AWS", user), map("AWS", user)] + self.account(account),
      isFederatedUser: true)
  }

  private static func root(_ account: String) -> Self {
    let arn = "arn:aws:iam::\(account):root"
    return Self(
      principal: .string(arn), account: account, principalARN: arn, userID: account,
      names: self.account(account), isRoot: true)
  }

  private static func service(_ name: String) -> Self {
    let pair = ["s3.amazonaws.com", "s3.us-east-1.amazonaws.com"].contains(name)
    let others = pair ? [map("Service", "s3.amazonaws.com")] : []
    return Self(
      principal: .object(of: ("Service", .string(name))),
      names: [map("Service", name), map("Service", name)] + others)
  }

  private static func provider(_ name: String) -> Self {
    Self(
      principal: .object(of: ("Federated", .string(name))),
      names: [map("Federated", name)], isProvider: true)
  }

  /// The callers that are drawn, the frequent ones several times.
  static func pool(_ home: String, _ other: String) -> [Self] {
    let alice = user(home, "alice", "AIDAALICE")
    let deployer = session(home, "team/deployer", "build-42", "AROADEPLOYER")
    var role = session(home, "team/deployer", "build-42", "AROADEPLOYER")
    role.principal = .string("arn:aws:iam::\(home):role/team/deployer")
    let linked = session(
      home, "aws-service-role/x.amazonaws.com/LinkedRole", "service", "AROALINKED")
    let anonymous = [JSONValue.string("anonymous"), .object(of: ("Anonymous", .bool(true)))].map {
      Self(principal: $0, userID: "anonymous", names: [])
    }
    return [
      alice, alice, alice, user(home, "team/bob", "AIDABOB"), user(other, "carol", "AIDACAROL"),
      deployer, deployer, deployer, deployer, role, linked,
      session(other, "partner", "run-7", "AROAPARTNER"),
      federatedUser(home, "alice"), federatedUser(home, "alice"), federatedUser(home, "alice"),
      federatedUser(other, "temp"),
      root(home), root(home), root(other), root(other),
      service("s3.amazonaws.com"), service("s3.us-east-1.amazonaws.com"),
      service("sns.amazonaws.com"),
      provider("arn:aws:iam::\(home):oidc-provider/id.example.com"),
      provider("accounts.google.com"),
    ] + anonymous
  }
}
