import Evaluation
import PolicyLanguage
import Testing

@Suite("what AWS leaves open")
struct OpenRuleTests {
  /// A statement whose answer is open, given once as an Allow and once as a Deny.
  struct Row: Sendable, CustomTestStringConvertible {
    let rule: UncertainRules
    let code: String
    var caller: Caller = .alice
    var resource: ResourceName = ResourceName(orders)
    var context: [String: [String]] = [:]
    let allow: Statement
    let deny: Statement

    var testDescription: String { code }
  }

  private static func row(
    _ rule: UncertainRules, _ code: String, context: [String: [String]] = [:],
    _ clause: ConditionClause
  ) -> Row {
    Row(
      rule: rule, code: code, context: context, allow: .allow("*", when: clause),
      deny: .deny("*", when: clause))
  }

  static let rows: [Row] = [
    row(
      .forAllValuesNegatedMissing, "U01", when("ForAllValues:StringNotEquals", "aws:TagKeys", "a")),
    row(
      .multivaluedWithoutSetOperator, "U02", context: ["aws:TagKeys": ["a", "b"]],
      when("StringEquals", "aws:TagKeys", "a")),
    row(
      .invalidValueNegated, "U03", context: ["aws:SourceIp": ["10.0.0.1"]],
      when("NotIpAddress", "aws:SourceIp", "everywhere")),
    row(
      .invalidValueNegated, "U03", context: ["aws:MultiFactorAuthAge": ["long"]],
      when("NumericNotEquals", "aws:MultiFactorAuthAge", "5")),
    row(.emptyValueList, "U04", when("StringNotEquals", "aws:PrincipalTag/team")),
    Row(
      rule: .notResourceWithoutVariable, code: "U05",
      allow: Statement.allow(
        "*", on: ["arn:aws:lambda:us-east-1:111122223333:function:${aws:username}"]
      )
      .notResource,
      deny: Statement.deny(
        "*", on: ["arn:aws:lambda:us-east-1:111122223333:function:${aws:username}"]
      ).notResource),
    row(
      .wildcardInVariable, "U06",
      context: ["aws:PrincipalTag/team": ["b*"], "aws:ResourceTag/team": ["blue"]],
      when("StringLike", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")),
    Row(
      rule: .wildcardAcrossFields, code: "U07",
      allow: .allow("*", on: ["arn:aws:l*-1:111122223333:function:orders"]),
      deny: .deny("*", on: ["arn:aws:l*-1:111122223333:function:orders"])),
    row(
      .unusualValueForm, "U12", context: ["aws:SourceIp": ["2001:db8::1"]],
      when("IpAddress", "aws:SourceIp", "2001:db8::1")),
    row(
      .unusualValueForm, "U12", context: ["aws:CurrentTime": ["2026-01-15T00:00:00Z"]],
      when("DateGreaterThan", "aws:CurrentTime", "2026-01")),
    row(
      .unusualValueForm, "U12", context: ["aws:CurrentTime": ["1999-01-15T00:00:00Z"]],
      when("DateGreaterThan", "aws:CurrentTime", "2026")),
    row(
      .unusualValueForm, "U12", context: ["aws:PrincipalTag/team": ["BLÉ"]],
      when("StringEqualsIgnoreCase", "aws:PrincipalTag/team", "blé")),
    row(
      .forAnyValueIfExistsMissing, "U13",
      when("ForAnyValue:StringEqualsIfExists", "aws:TagKeys", "a")),
    Row(
      rule: .emptyNegatedList, code: "U16", allow: Statement.allow().notAction,
      deny: Statement.deny().notAction),
    Row(
      rule: .emptyNegatedList, code: "U16", allow: Statement.allow("*", on: []).notResource,
      deny: Statement.deny("*", on: []).notResource),
  ]

  @Test("does not help an Allow, does help a Deny, and is named", arguments: rows)
  func resolution(row: Row) {
    DecisionCase(
      "allow", .implicitlyDenied, uncertain: row.rule, context: row.context,
      layers(identity: [row.allow])
    ).check()
    DecisionCase(
      "deny", .explicitlyDenied, uncertain: row.rule, context: row.context,
      layers(identity: [.allow("*"), row.deny])
    ).check()
    #expect(row.rule.codes == [row.code])
  }

  @Test("is not named where the answer does not rest on it", arguments: rows)
  func idle(row: Row) {
    DecisionCase(
      "allowed anyway", .allowed, context: row.context,
      layers(identity: [row.allow, .allow("*")])
    ).check()
    DecisionCase(
      "denied anyway", .explicitlyDenied, context: row.context,
      layers(identity: [.allow("*"), row.deny, .deny("*")])
    ).check()
  }

  @Test(
    "U07 is idle where the wildcard stays in its field",
    arguments: [
      "arn:aws:l*a:us-*-1:111122223333:function:orders", "arn:aws:lambda:us-*:function:ord*s",
      "arn:aws:lambda:us-east-1:*:function:orders", "arn:aws:l*a:*",
    ])
  func innerWildcard(pattern: String) {
    DecisionCase(pattern, .allowed, layers(identity: [.allow("*", on: [pattern])])).check()
  }

  static let principals: [DecisionCase] = [
    DecisionCase(
      "U09: a role and one of its sessions, under a silent boundary", .implicitlyDenied,
      uncertain: .roleAndSession, caller: .build,
      layers(boundary: [.allow("s3:*")], resource: [.allow("*", to: [.deployer, .build])])),
    DecisionCase(
      "U09 is idle without a limit", .allowed, caller: .build,
      layers(resource: [.allow("*", to: [.deployer, .build])])),
    DecisionCase(
      "U11: a Regional name against the global one", .implicitlyDenied,
      uncertain: .regionalServicePrincipal, caller: .service("s3.ap-east-1.amazonaws.com"),
      layers(resource: [.allow("*", to: [.service("s3.amazonaws.com")])])),
    DecisionCase(
      "U11 is idle where the name is the same", .allowed,
      caller: .service("s3.ap-east-1.amazonaws.com"),
      layers(resource: [.allow("*", to: [.service("s3.ap-east-1.amazonaws.com")])])),
    DecisionCase(
      "U14: the principal's ARN, and a service calls", .implicitlyDenied,
      uncertain: .principalKeysOfService, caller: .service("s3.amazonaws.com"),
      layers(resource: [
        .allow(
          "*", to: [.everyone], when: when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::1:*"))
      ])),
    DecisionCase(
      "U14: whether it is there at all", .explicitlyDenied, uncertain: .principalKeysOfService,
      caller: .service("s3.amazonaws.com"),
      layers(resource: [
        .allow("*", to: [.everyone]),
        .deny("*", to: [.everyone], when: when("Null", "aws:PrincipalType", "false")),
      ])),
    DecisionCase(
      "U18: lambda:SourceFunctionArn in a resource's policy is evaluated and marked", .allowed,
      uncertain: .sourceFunctionInResourcePolicy, context: ["lambda:SourceFunctionArn": [orders]],
      layers(resource: [
        .allow("*", to: [.alice], when: when("ArnEquals", "lambda:SourceFunctionArn", orders))
      ])),
    DecisionCase(
      "U18 does not concern an identity policy", .allowed,
      context: ["lambda:SourceFunctionArn": [orders]],
      layers(identity: [.allow("*", when: when("ArnEquals", "lambda:SourceFunctionArn", orders))])),
    DecisionCase(
      "nobody knows whose the canonical id is", .implicitlyDenied, uncertain: .unknownCaller,
      caller: .bob,
      layers(
        identity: [.allow("*")], resource: [.allow("*", to: [.canonicalUser("79a59df900b949e5")])])),
    DecisionCase(
      "nor who is behind a federated session", .explicitlyDenied, uncertain: .unknownCaller,
      caller: .federatedUser(.init(ownAccount, name: "guest")),
      layers(
        identity: [.allow("*")], session: [.allow("*")],
        resource: [.deny("*", to: [.alice])])),
  ]

  @Test("about principals", arguments: principals)
  func principal(example: DecisionCase) { example.check() }

  private static func unknown(_ kind: LayerKind) -> PolicyLayers {
    var result = layers(identity: [.allow("*")], resource: [.allow("s3:*", to: [.alice])])
    let missing = PolicyLayer([], unknownDocuments: 1)
    switch kind {
    case .identity: result.identity = missing
    case .boundary: result.boundary = missing
    case .session: result.session = missing
    case .resource: result.resource = missing
    case .serviceControl: result.serviceControl = [missing]
    case .resourceControl: result.resourceControl = [missing]
    case .vpcEndpoint: result.vpcEndpoint = missing
    }
    return result
  }

  @Test("a missing document might deny anything", arguments: LayerKind.allCases)
  func unknownDocument(kind: LayerKind) {
    DecisionCase(
      kind.rawValue, .explicitlyDenied, uncertain: .unknownDocument, action: "sqs:SendMessage",
      resource: "arn:aws:sqs:us-east-1:111122223333:jobs", Self.unknown(kind)
    ).check()
  }

  @Test("a Deny that is certain does not rest on a missing document")
  func unknownDocumentIdle() {
    var layers = Self.unknown(.boundary)
    layers.identity = PolicyLayer([policy([.deny("*")])])
    DecisionCase("denied anyway", .explicitlyDenied, layers).check()
  }
}
