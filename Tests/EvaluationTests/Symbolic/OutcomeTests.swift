import Evaluation
import PolicyLanguage
import Testing

@Suite("whether conditions can be met")
struct OutcomeTests {
  private func outcome(
    _ statements: [Statement], caller: Caller = .alice, context: RequestContext = .partial(),
    limit: Int = 20_000
  ) -> ConditionalOutcome {
    let request = AuthorizationRequest(
      caller: caller, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: context)
    return Evaluator.evaluateSymbolically(request, layers(identity: statements))
      .outcome(limit: limit)
  }

  static let contradictions: [[ConditionClause]] = [
    [when("StringEquals", "k", "a"), when("StringEqualsIgnoreCase", "k", "b")],
    [
      when("StringLike", "k", "a*"), when("StringLike", "K", "*b"),
      when("StringNotLike", "k", "a*b"),
    ],
    [
      when("StringLike", "k", "a?"), when("StringLike", "k", "a?*c"),
      when("StringNotEquals", "k", "ac"),
    ],
    [when("ArnLike", "k", "arn:aws:s3:::*"), when("ArnLike", "k", "arn:aws:sns:*:*:*")],
    [when("Null", "k", "true"), when("StringLike", "k", "*")],
    [when("NumericGreaterThan", "k", "5"), when("NumericLessThanEquals", "k", "5")],
    [when("NumericGreaterThan", "k", "20"), when("NumericLessThan", "k", "3", "10")],
    [when("DateLessThan", "k", "2026-01-01"), when("DateGreaterThan", "k", "2026-06-01")],
    [
      when("IpAddress", "k", "10.0.0.0/8"), when("IpAddress", "k", "192.0.2.0/24", "2001:db8::/32"),
    ],
    [when("IpAddress", "k", "10.0.0.0/9"), when("NotIpAddress", "k", "10.0.0.0/8")],
    [when("Bool", "k", "true"), when("Bool", "K", "false")],
    [when("ForAnyValue:StringEquals", "k", "a"), when("ForAllValues:StringEquals", "k", "b")],
    [
      when("StringEquals", "k", "${v}"), when("StringEquals", "v", "a"),
      when("StringEquals", "k", "b"),
    ],
    [
      when("DateLessThan", "aws:CurrentTime", "2026-01-01"),
      when("NumericGreaterThan", "aws:EpochTime", "1798761600"),
    ],
  ]

  @Test("clauses that contradict each other deny for good", arguments: contradictions)
  func contradiction(clauses: [ConditionClause]) {
    var statement = Statement.allow("*")
    statement.conditions = clauses
    guard case .denied(isExplicit: false) = outcome([statement]) else {
      Issue.record("not denied: \(outcome([statement]))")
      return
    }
  }

  static let possibilities: [[ConditionClause]] = [
    [
      when("StringLike", "k", "a*"), when("StringLike", "K", "*b"),
      when("StringNotEquals", "k", "ab"),
    ],
    [when("NumericGreaterThan", "k", "5"), when("NumericLessThan", "k", "5.1")],
    [when("DateGreaterThan", "k", "2026-01-01"), when("DateLessThan", "k", "2026-01-02")],
    [when("IpAddress", "k", "10.0.0.0/8"), when("NotIpAddress", "k", "10.0.0.0/9")],
    [when("ForAnyValue:StringEquals", "k", "a"), when("ForAnyValue:StringEquals", "k", "b")],
    [when("StringEquals", "k", "${v}"), when("StringNotEquals", "v", "a")],
    [when("ArnLike", "k", "arn:aws:s3:::a*"), when("ArnNotEquals", "k", "arn:aws:s3:::a")],
    [when("StringEqualsIgnoreCase", "k", "Ab"), when("StringNotEquals", "k", "Ab", "AB", "ab")],
  ]

  @Test("clauses that can be met come with an example of each verdict", arguments: possibilities)
  func possibility(clauses: [ConditionClause]) {
    var statement = Statement.allow("*")
    statement.conditions = clauses
    let layers = layers(identity: [statement])
    guard case .conditional(let allowed, let denied) = outcome([statement]) else {
      Issue.record("not conditional: \(outcome([statement]))")
      return
    }
    #expect(Evaluator.evaluate(allowed.request, layers).verdict == .allowed)
    #expect(Evaluator.evaluate(denied.request, layers).verdict != .allowed)
    #expect(allowed.request.context.isComplete)
  }

  @Test(
    "conditions that always hold allow for good",
    arguments: [
      [
        Statement.allow("*", when: when("StringEquals", "k", "a")),
        .allow("*", when: when("StringNotLike", "k", "a")),
      ],
      [
        .allow("*", when: when("Bool", "aws:SecureTransport", "true")),
        .allow("*", when: when("Bool", "aws:SecureTransport", "false")),
      ],
      [
        .allow("*", when: when("NumericLessThanIfExists", "k", "5")),
        .allow("*", when: when("NumericGreaterThanEqualsIfExists", "k", "5")),
      ],
    ])
  func tautology(statements: [Statement]) {
    guard case .allowed = outcome(statements) else {
      Issue.record("not allowed: \(outcome(statements))")
      return
    }
  }

  @Test("a Deny that always applies is told apart")
  func explicit() {
    guard case .denied(isExplicit: true) = outcome([.allow("*"), .deny("*")]) else {
      Issue.record("not denied explicitly")
      return
    }
    let sometimes = outcome([.deny("*", when: when("Bool", "k", "true"))])
    guard case .denied(isExplicit: nil) = sometimes else {
      Issue.record("not denied in both ways: \(sometimes)")
      return
    }
  }

  @Test("an example names the session")
  func session() throws {
    let request = AuthorizationRequest(
      caller: .anyBuild, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .partial())
    let layers = layers(resource: [.allow("*", to: [.build])])
    let outcome = Evaluator.evaluateSymbolically(request, layers).outcome()
    guard case .conditional(let allowed, _) = outcome else {
      Issue.record("not conditional: \(outcome)")
      return
    }
    #expect(allowed.request.caller == .build)
  }

  @Test("an example says what it assumes of a missing document")
  func assumptions() {
    let request = AuthorizationRequest(
      caller: .alice, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .partial())
    var all = layers(identity: [.allow("*")])
    all.boundary = PolicyLayer([], unknownDocuments: 1)
    guard case .conditional(let allowed, _) = Evaluator.evaluateSymbolically(request, all).outcome()
    else {
      Issue.record("not conditional")
      return
    }
    #expect(allowed.assumptions.map(\.answer) == [true, false])
  }

  @Test("beyond the bound nothing is claimed")
  func bound() {
    let statement = Statement.allow("*", when: when("Bool", "a", "true"), when("Bool", "b", "true"))
    guard case .undecided(nil, nil) = outcome([statement], limit: 0) else {
      Issue.record("decided without a look")
      return
    }
  }

  @Test("a key that is read with and without a set operator is not claimed to be decided")
  func readInTwoWays() {
    let result = outcome([
      .allow("*"),
      .deny(
        "*", when: when("ForAllValues:StringNotLike", "k", "a"), when("StringEquals", "k", "a")),
    ])
    guard case .undecided(.some, nil) = result else {
      Issue.record("decided although several values leave a doubt: \(result)")
      return
    }
  }

  @Test("keys that are known to be absent stay absent")
  func knownAbsent() {
    var context = RequestContext.partial()
    context.caller.close(family: "aws:PrincipalTag")
    let statement = Statement.allow("*", when: when("StringLike", "aws:PrincipalTag/team", "*"))
    guard case .denied = outcome([statement], context: context) else {
      Issue.record("an absent tag was assumed")
      return
    }
  }
}
