import Evaluation
import PolicyLanguage
import Testing

@Suite("principals")
struct PrincipalTests {
  private static func grant(_ principals: PrincipalPattern...) -> PolicyLayers {
    layers(resource: [.allow("*", to: principals)])
  }

  static let cases: [DecisionCase] = [
    DecisionCase("everyone covers a user", .allowed, grant(.everyone)),
    DecisionCase(
      "everyone covers an anonymous caller", .allowed, caller: .anonymous, grant(.everyone)),
    DecisionCase("a user's ARN covers the user", .allowed, grant(.alice)),
    DecisionCase(
      "a user's ARN counts with its path", .implicitlyDenied,
      grant(.arn("arn:aws:iam::111122223333:user/team/alice"))),
    DecisionCase(
      "a user's ARN counts with regard to case", .implicitlyDenied,
      grant(.arn("arn:aws:iam::111122223333:user/Alice"))),
    DecisionCase(
      "an ARN of another partition covers nobody here", .implicitlyDenied,
      grant(.arn("arn:aws-cn:iam::111122223333:user/alice"))),
    DecisionCase("entries are alternatives", .allowed, grant(.service("s3.amazonaws.com"), .alice)),
    DecisionCase("a role's ARN covers its sessions", .allowed, caller: .build, grant(.deployer)),
    DecisionCase(
      "a role's ARN covers its sessions whatever the path says", .allowed, caller: .build,
      grant(.arn("arn:aws:iam::111122223333:role/deployer"))),
    DecisionCase(
      "another role's ARN does not", .implicitlyDenied, caller: .build,
      grant(.arn("arn:aws:iam::111122223333:role/ci/deploy"))),
    DecisionCase("a session's ARN covers that session", .allowed, caller: .build, grant(.build)),
    DecisionCase(
      "a session's ARN does not cover another session", .implicitlyDenied,
      caller: .roleSession(Caller.deployerRole, name: "build-43"), grant(.build)),
    DecisionCase(
      "a session's ARN does not cover some session of the role", .implicitlyDenied,
      caller: .anyBuild, grant(.build)),
    DecisionCase(
      "a federated session's ARN covers it", .allowed, caller: .federated, grant(.guest)),
    DecisionCase(
      "a user's unique id covers the user that has it", .allowed,
      context: ["aws:userid": ["AIDAEXAMPLE"]], grant(.uniqueID("AIDAEXAMPLE"))),
    DecisionCase(
      "a role's unique id covers its sessions", .allowed, caller: .build,
      context: ["aws:userid": ["AROAEXAMPLE:build-42"]], grant(.uniqueID("AROAEXAMPLE"))),
    DecisionCase(
      "a unique id that nobody is known to have covers nobody", .implicitlyDenied,
      grant(.uniqueID("AIDAEXAMPLE"))),
    DecisionCase(
      "the caller itself may tell its unique id", .allowed,
      caller: .iamUser(.init(ownAccount, name: "alice", uniqueID: "AIDAEXAMPLE")),
      grant(.uniqueID("AIDAEXAMPLE"))),
    DecisionCase(
      "a service covers itself", .allowed, caller: .service("s3.amazonaws.com"),
      grant(.service("s3.amazonaws.com"))),
    DecisionCase(
      "a service does not cover another", .implicitlyDenied, caller: .service("sns.amazonaws.com"),
      grant(.service("s3.amazonaws.com"))),
    DecisionCase(
      "an account does not cover a service", .implicitlyDenied,
      caller: .service("s3.amazonaws.com"), grant(.home)),
    DecisionCase(
      "a provider covers whom it vouches for", .allowed,
      caller: .identityProvider("accounts.google.com"), grant(.federated("accounts.google.com"))),
    DecisionCase("an empty list covers nobody", .implicitlyDenied, grant()),
  ]

  @Test("who is covered", arguments: cases)
  func covers(example: DecisionCase) { example.check() }

  private static func denying(_ principals: PrincipalPattern...) -> PolicyLayers {
    layers(
      identity: [.allow("*")], resource: [.deny("*", to: principals).notPrincipal])
  }

  static let exemptions: [DecisionCase] = [
    DecisionCase("a user with its account is exempt", .allowed, denying(.alice, .home)),
    DecisionCase("a user that is not listed is denied", .explicitlyDenied, denying(.bob, .home)),
    DecisionCase(
      "the account alone does not exempt its users", .explicitlyDenied, denying(.home)),
    DecisionCase(
      "a user without its account is denied in doubt", .explicitlyDenied,
      uncertain: .partialNotPrincipal, denying(.alice)),
    DecisionCase(
      "a session with its role and account is exempt", .allowed, caller: .build,
      denying(.build, .deployer, .home)),
    DecisionCase(
      "a role without the session is denied in doubt", .explicitlyDenied,
      uncertain: .partialNotPrincipal, caller: .build, denying(.deployer, .home)),
    DecisionCase(
      "a federated session with its user and account is exempt", .allowed, caller: .federated,
      {
        var layers = denying(.guest, .alice, .home)
        layers.session = PolicyLayer([policy([.allow("*")])])
        return layers
      }()),
    DecisionCase("the account exempts its root user", .allowed, caller: .root, denying(.home)),
    DecisionCase(
      "a listed service is exempt", .allowed, caller: .service("s3.amazonaws.com"),
      layers(resource: [
        .allow("*", to: [.everyone]),
        .deny("*", to: [.service("s3.amazonaws.com")]).notPrincipal,
      ])),
    DecisionCase(
      "a caller with a boundary is denied although listed", .explicitlyDenied,
      {
        var layers = denying(.alice, .home)
        layers.boundary = PolicyLayer([policy([.allow("*")])])
        return layers
      }()),
  ]

  @Test("whom NotPrincipal exempts from a Deny", arguments: exemptions)
  func exempts(example: DecisionCase) { example.check() }

  @Test(
    "Allow with NotPrincipal opens the resource to those not listed",
    arguments: [
      DecisionCase(
        "anonymous callers", .allowed, caller: .anonymous,
        layers(resource: [.allow("*", to: [.bob]).notPrincipal])),
      DecisionCase(
        "but not to a user whose account is listed", .implicitlyDenied,
        uncertain: .partialNotPrincipal, layers(resource: [.allow("*", to: [.home]).notPrincipal])),
    ])
  func allowNotPrincipal(example: DecisionCase) { example.check() }
}
