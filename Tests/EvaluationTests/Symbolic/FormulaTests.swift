import Evaluation
import PolicyLanguage
import Testing

@Suite("conditional decisions")
struct FormulaTests {
  private func formula(
    _ layers: PolicyLayers, caller: Caller = .alice, context: [String: [String]] = [:],
    resource: ResourceName = ResourceName(orders)
  ) -> String {
    let request = AuthorizationRequest(
      caller: caller, action: "lambda:InvokeFunction", resource: resource,
      context: .partial(context))
    return Evaluator.evaluateSymbolically(request, layers).allowed.description
  }

  private func identity(_ statements: Statement...) -> String {
    formula(layers(identity: statements))
  }

  private static let office = when("IpAddress", "aws:SourceIp", "10.0.0.0/8")
  private static let mfa = when("Bool", "aws:MultiFactorAuthPresent", "true")
  private static let blue = when("StringEquals", "aws:PrincipalTag/team", "blue")

  @Test("constants are words")
  func constants() {
    #expect(identity(.allow("*")) == "always")
    #expect(identity() == "never")
    #expect(identity(.allow("*", when: Self.office), .deny("*")) == "never")
  }

  @Test("clauses of one statement are joined by and, statements by or")
  func joins() {
    #expect(
      identity(.allow("*", when: Self.office, Self.mfa))
        == "aws:SourceIp in 10.0.0.0/8 and aws:MultiFactorAuthPresent")
    #expect(
      identity(.allow("*", when: Self.office), .allow("*", when: Self.mfa))
        == "aws:SourceIp in 10.0.0.0/8 or aws:MultiFactorAuthPresent")
    #expect(
      identity(.allow("*", when: Self.office), .deny("*", when: Self.mfa))
        == "aws:SourceIp in 10.0.0.0/8 and not aws:MultiFactorAuthPresent")
  }

  @Test("what a neighbour decides is not repeated")
  func simplification() {
    let formula = identity(
      .allow("*", when: Self.office), .allow("*", when: Self.office, Self.mfa))
    #expect(formula == "aws:SourceIp in 10.0.0.0/8")
    #expect(
      identity(
        .allow("*", when: Self.blue),
        .deny("*", when: when("StringNotEquals", "AWS:principaltag/team", "blue"))
      ) == "aws:PrincipalTag/team = blue")
    #expect(
      identity(.allow("*", when: Self.blue), .deny("*", when: Self.blue, Self.mfa))
        == "aws:PrincipalTag/team = blue and not aws:MultiFactorAuthPresent")
    #expect(identity(.allow("*", when: Self.blue), .deny("*", when: Self.blue)) == "never")
  }

  @Test("equal questions are one question, however they are put")
  func canonical() {
    let like = when("StringLike", "aws:PrincipalTag/team", "blue")
    #expect(
      identity(.allow("*", when: Self.blue), .allow("*", when: like))
        == "aws:PrincipalTag/team = blue")
    #expect(
      identity(
        .allow("*", when: when("ArnEquals", "aws:SourceArn", "arn:aws:s3:::b", "arn:aws:s3:::a")),
        .deny("*", when: when("ArnNotLike", "aws:SourceArn", "arn:aws:s3:::a", "arn:aws:s3:::b")))
        == "aws:SourceArn like (arn:aws:s3:::a, arn:aws:s3:::b)")
  }

  @Test(
    "operators whose words could mislead keep their names",
    arguments: [
      ("StringEqualsIfExists", "k StringEqualsIfExists a"),
      ("ForAnyValue:StringEquals", "k ForAnyValue:StringEquals a"),
      ("StringNotLike", "not k = a"), ("NumericNotEquals", "k NumericNotEquals a"),
      ("NumericLessThan", "k < a"), ("DateGreaterThanEquals", "k >= a"),
      ("NotIpAddress", "k NotIpAddress a"), ("BinaryEquals", "k BinaryEquals a"),
    ])
  func words(name: String, expected: String) {
    #expect(identity(.allow("*", when: when(name, "k", "a"))) == expected)
  }

  @Test("known keys are decided, and known variables filled in")
  func known() {
    let sameTeam = when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}")
    let all = layers(identity: [.allow("*", when: sameTeam)])
    #expect(
      formula(all, context: ["aws:PrincipalTag/team": ["blue"]])
        == "aws:ResourceTag/team = blue")
    #expect(
      formula(all, context: ["aws:ResourceTag/team": ["blue"]])
        == "aws:ResourceTag/team = ${aws:PrincipalTag/team}")
    #expect(
      formula(
        all, context: ["aws:ResourceTag/team": ["blue"], "aws:PrincipalTag/team": ["blue"]])
        == "always")
  }

  @Test("a resource with an unknown variable is a condition, unless nothing could match")
  func resources() {
    let pattern = "arn:aws:lambda:us-east-1:111122223333:function:${aws:username}"
    let own = layers(identity: [.allow("*", on: [pattern])])
    #expect(formula(own) == "resource matches \(pattern)")
    #expect(formula(own, resource: "arn:aws:lambda:us-east-1:111122223333:layer:x") == "never")
  }

  @Test("the name of a session is a condition on the role")
  func sessions() {
    let named = layers(resource: [.allow("*", to: [.build])])
    #expect(formula(named, caller: .anyBuild) == "session name = build-42")
    #expect(formula(named, caller: .build) == "always")
  }

  @Test("a unique id is a condition where it is not known")
  func uniqueIDs() {
    let orphan = layers(resource: [.allow("*", to: [.uniqueID("AIDAEXAMPLE")])])
    #expect(formula(orphan) == "unique id = AIDAEXAMPLE")
  }

  @Test("a missing document is a condition for its Allow and its Deny")
  func documents() {
    var all = layers(identity: [.allow("*")])
    all.boundary = PolicyLayer([], unknownDocuments: 1)
    #expect(
      formula(all)
        == "an unknown boundary policy allows it and not an unknown boundary policy denies it")
  }

  @Test("the formula for an explicit denial is kept apart")
  func denial() {
    let request = AuthorizationRequest(
      caller: .alice, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .partial())
    let decision = Evaluator.evaluateSymbolically(
      request, layers(identity: [.allow("*"), .deny("*", when: Self.mfa)]))
    #expect(decision.explicitlyDenied.description == "aws:MultiFactorAuthPresent")
    #expect(
      decision.verdict(under: .complete(["aws:MultiFactorAuthPresent": ["true"]]))
        == .explicitlyDenied)
    #expect(decision.verdict(under: .complete()) == .allowed)
    #expect(decision.verdict(under: .partial()) == nil)
  }

  @Test("each statement shows under which conditions it applies")
  func statements() {
    let request = AuthorizationRequest(
      caller: .alice, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .partial())
    let explanation = Evaluator.explainSymbolically(
      request, layers(identity: [.allow("s3:*"), .allow("*", when: Self.mfa)]))
    #expect(
      explanation.statements.map(\.applies.certain.description)
        == ["never", "aws:MultiFactorAuthPresent"])
  }
}
