import Evaluation
import PolicyLanguage
import Testing

@Suite("policy variables")
struct VariableTests {
  private static func onBucket(_ pattern: String) -> PolicyLayers {
    layers(identity: [.allow("s3:*", on: ["arn:aws:s3:::home/" + pattern])])
  }

  private static func file(_ path: String) -> ResourceName {
    ResourceName("arn:aws:s3:::home/" + path, account: "111122223333")
  }

  static let resources: [DecisionCase] = [
    DecisionCase(
      "the value stands in the resource", .allowed, action: "s3:GetObject",
      resource: file("alice/a"), context: ["aws:username": ["alice"]],
      onBucket("${aws:username}/*")),
    DecisionCase(
      "another value does not match", .implicitlyDenied, action: "s3:GetObject",
      resource: file("alice/a"), context: ["aws:username": ["bob"]],
      onBucket("${aws:username}/*")),
    DecisionCase(
      "the key's letter case does not matter", .allowed, action: "s3:GetObject",
      resource: file("alice/a"), context: ["AWS:UserName": ["alice"]],
      onBucket("${aws:username}/*")),
    DecisionCase(
      "a variable without value matches nothing", .implicitlyDenied, action: "s3:GetObject",
      resource: file("/a"), onBucket("${aws:username}/*")),
    DecisionCase(
      "a key with several values gives none", .implicitlyDenied, action: "s3:GetObject",
      resource: file("alice/a"), context: ["aws:username": ["alice", "bob"]],
      onBucket("${aws:username}/*")),
    DecisionCase(
      "the default stands in for an absent key", .allowed, action: "s3:GetObject",
      resource: file("all users/a"), onBucket("${aws:username, 'all users'}/*")),
    DecisionCase(
      "the default does not stand in for another value", .implicitlyDenied, action: "s3:GetObject",
      resource: file("all users/a"), context: ["aws:username": ["alice"]],
      onBucket("${aws:username, 'all users'}/*")),
    DecisionCase(
      "a wildcard before the variable", .allowed, action: "s3:GetObject",
      resource: file("2026/alice/a"), context: ["aws:username": ["alice"]],
      onBucket("*/${aws:username}/*")),
    DecisionCase(
      "${*} is an ordinary star", .implicitlyDenied, action: "s3:GetObject",
      resource: file("alice"), onBucket("${*}")),
    DecisionCase(
      "${*}, ${?} and ${$} match themselves", .allowed, action: "s3:GetObject",
      resource: file("*?$"), onBucket("${*}${?}${$}")),
    DecisionCase(
      "before the resource part a variable is ordinary text", .implicitlyDenied,
      context: ["aws:PrincipalAccount": ["111122223333"]],
      layers(identity: [
        .allow(
          "*", on: ["arn:aws:lambda:us-east-1:${aws:PrincipalAccount}:function:orders"])
      ])),
  ]

  @Test("in resources", arguments: resources)
  func resource(example: DecisionCase) { example.check() }

  @Test(
    "only documents of version 2012-10-17 process them",
    arguments: [
      (PolicyVersion?.some(.v2012), Verdict.allowed), (.v2008, .implicitlyDenied),
      (nil, .implicitlyDenied),
    ])
  func version(version: PolicyVersion?, expected: Verdict) {
    let statement = Statement.allow("*", on: ["arn:aws:s3:::home/${aws:username}"])
    let layers = PolicyLayers(identity: PolicyLayer([policy([statement], version: version)]))
    DecisionCase(
      "version", expected, action: "s3:GetObject", resource: Self.file("alice"),
      context: ["aws:username": ["alice"]], layers
    ).check()
  }

  @Test("${*} is literal text in a document without version")
  func escapeWithoutVersion() {
    let statement = Statement.allow("*", on: ["arn:aws:s3:::home/${*}"])
    let layers = PolicyLayers(identity: PolicyLayer([policy([statement], version: nil)]))
    DecisionCase(
      "the star is a wildcard between braces", .allowed, action: "s3:GetObject",
      resource: Self.file("${abc}"), layers
    ).check()
  }

  private static let sameTeam = when(
    "StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")
  private static let otherTeam = when(
    "StringNotEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")

  static let conditions: [DecisionCase] = [
    DecisionCase(
      "two keys with the same value", .allowed,
      context: ["aws:ResourceTag/team": ["blue"], "aws:PrincipalTag/team": ["blue"]],
      layers(identity: [.allow("*", when: sameTeam)])),
    DecisionCase(
      "two keys with different values", .implicitlyDenied,
      context: ["aws:ResourceTag/team": ["blue"], "aws:PrincipalTag/team": ["red"]],
      layers(identity: [.allow("*", when: sameTeam)])),
    DecisionCase(
      "a positive operator does not hold without the variable's value", .implicitlyDenied,
      context: ["aws:ResourceTag/team": ["blue"]],
      layers(identity: [.allow("*", when: sameTeam)])),
    DecisionCase(
      "a negated operator holds without the variable's value", .explicitlyDenied,
      context: ["aws:ResourceTag/team": ["blue"]],
      layers(identity: [.allow("*"), .deny("*", when: otherTeam)])),
    DecisionCase(
      "a negated operator holds where both keys are absent", .explicitlyDenied,
      layers(identity: [.allow("*"), .deny("*", when: otherTeam)])),
    DecisionCase(
      "numeric operators take no variables", .implicitlyDenied,
      context: ["aws:MultiFactorAuthAge": ["5"], "example:Limit": ["5"]],
      layers(identity: [
        .allow("*", when: when("NumericEquals", "aws:MultiFactorAuthAge", "${example:Limit}"))
      ])),
    DecisionCase(
      "an ARN operator takes a variable in any field", .allowed,
      context: ["aws:SourceArn": ["arn:aws:sns:us-east-1:1:t"], "example:Account": ["1"]],
      layers(identity: [
        .allow("*", when: when("ArnLike", "aws:SourceArn", "arn:aws:sns:*:${example:Account}:*"))
      ])),
  ]

  @Test("in conditions", arguments: conditions)
  func condition(example: DecisionCase) { example.check() }
}
