import Evaluation
import PolicyLanguage
import Testing

@Suite("what single services have of their own")
struct ServiceRuleTests {
  private static let all: [Statement] = [.allow("*")]
  private static let role: ResourceName = "arn:aws:iam::111122223333:role/target"
  private static let key: ResourceName = "arn:aws:kms:us-east-1:111122223333:key/1234"

  private static func trust(_ principals: PrincipalPattern...) -> [Statement] {
    [.allow("sts:AssumeRole", "sts:TagSession", on: nil, to: principals)]
  }

  static let roles: [DecisionCase] = [
    DecisionCase(
      "a trust policy that names the user is enough", .allowed, action: "sts:AssumeRole",
      resource: role, layers(resource: trust(.alice))),
    DecisionCase(
      "a trust policy that names the account needs the identity policy", .implicitlyDenied,
      action: "sts:AssumeRole", resource: role, layers(resource: trust(.home))),
    DecisionCase(
      "the account and the identity policy", .allowed, action: "sts:AssumeRole", resource: role,
      layers(identity: all, resource: trust(.home))),
    DecisionCase(
      "without trust the identity policy is nothing", .implicitlyDenied, action: "sts:AssumeRole",
      resource: role, layers(identity: all, resource: trust(.bob))),
    DecisionCase(
      "not even the root user can do without trust", .implicitlyDenied, caller: .root,
      action: "sts:AssumeRole", resource: role, layers(resource: trust(.bob))),
    DecisionCase(
      "tagging the session is a permission of its own", .implicitlyDenied,
      action: "sts:TagSession", resource: role,
      layers(identity: all, resource: [.allow("sts:AssumeRole", on: nil, to: [.alice])])),
    DecisionCase(
      "across accounts trust and identity policy must both allow", .implicitlyDenied,
      caller: .bob, action: "sts:AssumeRole", resource: role, layers(resource: trust(.bob))),
  ]

  @Test("assuming a role", arguments: roles)
  func role(example: DecisionCase) { example.check() }

  static let keys: [DecisionCase] = [
    DecisionCase(
      "the identity policy counts if the key policy names the account", .allowed,
      action: "kms:Decrypt", resource: key,
      layers(identity: all, resource: [.allow("kms:*", to: [.home])])),
    DecisionCase(
      "and not otherwise", .implicitlyDenied, action: "kms:Decrypt", resource: key,
      layers(identity: all, resource: [.allow("kms:*", to: [.bob])])),
    DecisionCase(
      "a key policy that names the user is enough", .allowed, action: "kms:Decrypt", resource: key,
      layers(resource: [.allow("kms:Decrypt", to: [.alice])])),
    DecisionCase(
      "the root user needs the key policy", .implicitlyDenied, caller: .root,
      action: "kms:Decrypt", resource: key, layers(resource: [.allow("kms:*", to: [.alice])])),
    DecisionCase(
      "an action on no key is like any other", .allowed, action: "kms:ListKeys", resource: "*",
      layers(identity: all)),
  ]

  @Test("using a KMS key", arguments: keys)
  func key(example: DecisionCase) { example.check() }

  static let tokens: [DecisionCase] = [
    DecisionCase(
      "GetCallerIdentity is allowed against a Deny", .allowed, action: "sts:GetCallerIdentity",
      resource: "*", layers(identity: [.deny("*")], scp: [[.deny("*")]])),
    DecisionCase(
      "GetSessionToken needs no Allow from a user", .allowed, action: "sts:GetSessionToken",
      resource: "*", layers()),
    DecisionCase(
      "a Deny on GetSessionToken is honoured in doubt", .explicitlyDenied,
      uncertain: .denyOnSessionToken, action: "sts:GetSessionToken", resource: "*",
      layers(identity: [.deny("*")])),
    DecisionCase(
      "a role session has no such right", .implicitlyDenied, caller: .build,
      action: "sts:GetSessionToken", resource: "*", layers()),
  ]

  @Test("asking for tokens", arguments: tokens)
  func token(example: DecisionCase) { example.check() }
}
