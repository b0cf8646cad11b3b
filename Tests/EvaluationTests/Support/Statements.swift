import Evaluation
import PolicyLanguage

extension Statement {
  /// A statement that allows. Without `on` it has no resource element, without `to` no principal.
  static func allow(
    _ actions: String..., on resources: [String]? = ["*"], to principals: [PrincipalPattern]? = nil,
    when conditions: ConditionClause...
  ) -> Statement {
    Statement(
      effect: .allow, principal: principals.map { PrincipalElement($0) },
      action: ActionElement(actions), resource: resources.map { ResourceElement($0) },
      conditions: conditions)
  }

  /// The same with the effect Deny.
  static func deny(
    _ actions: String..., on resources: [String]? = ["*"], to principals: [PrincipalPattern]? = nil,
    when conditions: ConditionClause...
  ) -> Statement {
    Statement(
      effect: .deny, principal: principals.map { PrincipalElement($0) },
      action: ActionElement(actions), resource: resources.map { ResourceElement($0) },
      conditions: conditions)
  }

  /// The statement with its action element negated.
  var notAction: Statement {
    var copy = self
    copy.action.isNegated = true
    return copy
  }

  /// The statement with its resource element negated.
  var notResource: Statement {
    var copy = self
    copy.resource?.isNegated = true
    return copy
  }

  /// The statement with its principal element negated.
  var notPrincipal: Statement {
    var copy = self
    copy.principal?.isNegated = true
    return copy
  }
}

/// A clause of a condition block.
func when(_ name: String, _ key: String, _ values: String...) -> ConditionClause {
  guard let `operator` = ConditionOperator(name) else {
    preconditionFailure("no operator is called \(name)")
  }
  return ConditionClause(`operator`, key: key, values: values)
}

/// A compiled document of the current version.
func policy(
  _ statements: [Statement], version: PolicyVersion? = .v2012
) -> CompiledPolicy {
  CompiledPolicy(PolicyDocument(version: version, statements: statements))
}

/// Layers with one document each. A level of organization policies is a list of statements.
func layers(
  identity: [Statement] = [], boundary: [Statement]? = nil, session: [Statement]? = nil,
  resource: [Statement]? = nil, scp: [[Statement]] = [], rcp: [[Statement]] = [],
  endpoint: [Statement]? = nil
) -> PolicyLayers {
  let layer = { (statements: [Statement]) in PolicyLayer([policy(statements)]) }
  var layers = PolicyLayers(
    identity: layer(identity), resource: resource.map(layer), boundary: boundary.map(layer))
  layers.session = session.map(layer)
  layers.serviceControl = scp.map(layer)
  layers.resourceControl = rcp.map(layer)
  layers.vpcEndpoint = endpoint.map(layer)
  return layers
}

let ownAccount = Caller.AccountIdentity(account: "111122223333")
let partnerAccount = Caller.AccountIdentity(account: "444455556666")
let orders = "arn:aws:lambda:us-east-1:111122223333:function:orders"

extension Caller {
  static let alice = Caller.iamUser(.init(ownAccount, name: "alice"))
  static let bob = Caller.iamUser(.init(partnerAccount, name: "bob"))
  static let root = Caller.rootUser(ownAccount)
  static let deployerRole = Caller.RoleIdentity(ownAccount, name: "deployer", path: "ci/")
  static let build = Caller.roleSession(deployerRole, name: "build-42")
  static let anyBuild = Caller.role(deployerRole)
  static let federated = Caller.federatedUser(
    .init(ownAccount, name: "guest", user: .init(ownAccount, name: "alice")))
}

extension PrincipalPattern {
  static let home = PrincipalPattern.account(id: "111122223333", partition: nil)
  static let partner = PrincipalPattern.account(id: "444455556666", partition: nil)
  static let alice = PrincipalPattern.arn("arn:aws:iam::111122223333:user/alice")
  static let bob = PrincipalPattern.arn("arn:aws:iam::444455556666:user/bob")
  static let deployer = PrincipalPattern.arn("arn:aws:iam::111122223333:role/ci/deployer")
  static let build = PrincipalPattern.arn(
    "arn:aws:sts::111122223333:assumed-role/deployer/build-42")
  static let guest = PrincipalPattern.arn("arn:aws:sts::111122223333:federated-user/guest")
}
