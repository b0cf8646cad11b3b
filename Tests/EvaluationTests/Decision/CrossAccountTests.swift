import Evaluation
import PolicyLanguage
import Testing

@Suite("requests across accounts, and callers without account")
struct CrossAccountTests {
  private static let all: [Statement] = [.allow("*")]

  static let cases: [DecisionCase] = [
    DecisionCase(
      "both sides allow", .allowed, caller: .bob,
      layers(identity: all, resource: [.allow("*", to: [.bob])])),
    DecisionCase(
      "the account may be named instead", .allowed, caller: .bob,
      layers(identity: all, resource: [.allow("*", to: [.partner])])),
    DecisionCase(
      "naming the user does not replace its identity policy", .implicitlyDenied, caller: .bob,
      layers(resource: [.allow("*", to: [.bob])])),
    DecisionCase(
      "naming everyone does not either", .implicitlyDenied, caller: .bob,
      layers(resource: [.allow("*", to: [.everyone])])),
    DecisionCase(
      "the identity policy alone is not enough", .implicitlyDenied, caller: .bob,
      layers(identity: all)),
    DecisionCase(
      "the boundary limits, whoever is named", .implicitlyDenied, caller: .bob,
      layers(identity: all, boundary: [.allow("s3:*")], resource: [.allow("*", to: [.bob])])),
    DecisionCase(
      "the other account's root user has what its account was granted", .allowed,
      caller: .rootUser(partnerAccount), layers(resource: [.allow("*", to: [.partner])])),
    DecisionCase(
      "the owner of a bucket is told with the request", .implicitlyDenied,
      action: "s3:GetObject", resource: ResourceName("arn:aws:s3:::b/k", account: "444455556666"),
      layers(identity: all)),
    DecisionCase(
      "an owner that is not told leaves a doubt", .implicitlyDenied,
      uncertain: .unknownResourceAccount, action: "s3:GetObject", resource: "arn:aws:s3:::b/k",
      layers(identity: all)),
    DecisionCase(
      "no doubt where both sides allow", .allowed, action: "s3:GetObject",
      resource: "arn:aws:s3:::b/k",
      layers(identity: all, resource: [.allow("*", to: [.alice])])),
    DecisionCase(
      "what AWS provides counts as the caller's own", .allowed, action: "iam:GetPolicy",
      resource: "arn:aws:iam::aws:policy/ReadOnlyAccess", layers(identity: all)),
  ]

  @Test("across accounts", arguments: cases)
  func across(example: DecisionCase) { example.check() }

  private static let s3 = Caller.service("s3.amazonaws.com")

  static let services: [DecisionCase] = [
    DecisionCase(
      "only the resource's policy counts for a service", .allowed, caller: s3,
      layers(
        identity: [.deny("*")], boundary: [.deny("*")],
        resource: [.allow("*", to: [.service("s3.amazonaws.com")])], scp: [[.deny("*")]])),
    DecisionCase(
      "everyone covers a service", .allowed, caller: s3,
      layers(resource: [.allow("*", to: [.everyone])])),
    DecisionCase("a service needs an Allow", .implicitlyDenied, caller: s3, layers()),
    DecisionCase(
      "the source of a service's call can be asked for", .implicitlyDenied, caller: s3,
      context: ["aws:SourceAccount": ["444455556666"]],
      layers(resource: [
        .allow(
          "*", to: [.service("s3.amazonaws.com")],
          when: when("StringEquals", "AWS:SourceAccount", "111122223333"))
      ])),
    DecisionCase(
      "a service has no organization", .explicitlyDenied, caller: s3,
      layers(resource: [
        .allow("*", to: [.service("s3.amazonaws.com")]),
        .deny("*", to: [.everyone], when: when("StringNotEquals", "aws:PrincipalOrgID", "o-1")),
      ])),
    DecisionCase(
      "an anonymous caller needs a grant to everyone", .implicitlyDenied, caller: .anonymous,
      layers(identity: all, resource: [.allow("*", to: [.home])])),
    DecisionCase(
      "a grant to everyone reaches an anonymous caller", .allowed, caller: .anonymous,
      context: ["lambda:FunctionUrlAuthType": ["NONE"]],
      layers(resource: [
        .allow(
          "*", to: [.everyone], when: when("StringEquals", "lambda:FunctionUrlAuthType", "NONE"))
      ])),
    DecisionCase(
      "a provider is asked for its audience", .allowed,
      caller: .identityProvider("accounts.google.com"), action: "sts:AssumeRoleWithWebIdentity",
      resource: "arn:aws:iam::111122223333:role/target",
      context: ["accounts.google.com:aud": ["app"]],
      layers(resource: [
        .allow(
          "sts:AssumeRoleWithWebIdentity", on: nil, to: [.federated("accounts.google.com")],
          when: when("StringEquals", "accounts.google.com:aud", "app"))
      ])),
  ]

  @Test("services, providers and anonymous callers", arguments: services)
  func service(example: DecisionCase) { example.check() }
}
