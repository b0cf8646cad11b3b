import AccessQueries
import Evaluation
import Registry
import Testing

/// Source: Lambda developer guide, "Control access to Lambda function URLs".
@Suite("the call of a function's URL")
struct FunctionURLTests {
  private static let url = "lambda:InvokeFunctionUrl"
  private static let call = "lambda:InvokeFunction"
  private static let everyone = "\"*\""
  private static let ifNone = #"{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}"#
  private static let ifSigned = #"{"StringEquals":{"lambda:FunctionUrlAuthType":"AWS_IAM"}}"#
  private static let viaURL = #"{"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}"#

  private static func registry(
    _ authType: String?, identity: [String] = [], policy: [String] = [], qualifier: String = ""
  ) throws -> WrittenRegistry {
    try WrittenRegistry { writer in
      let target = function("f" + qualifier)
      try writer.put(function: function("f"))
      if let authType { try writer.put(FunctionURL(function: target, authType: authType)) }
      try writer.put(role: role("app"), identity)
      try writer.put(role: "arn:aws:iam::444455556666:role/guest", identity)
      if !policy.isEmpty { try writer.put(policyOf: target, policy) }
    }
  }

  private static let app = Subject.role(arn: role("app"))
  private static let guest = Subject.role(arn: "arn:aws:iam::444455556666:role/guest")

  /// Who holds which of the two grants where, and what comes of it for the owner's role.
  static let signed: [(identity: [String], policy: [String], app: Outcome, guest: Outcome)] = [
    ([url, call], [], .allowed, .denied),
    ([url], [], .denied, .denied),
    ([call], [], .denied, .denied),
    // Split over the two policies, which is enough at home.
    ([url], [call], .allowed, .denied),
    ([call], [url], .allowed, .denied),
    ([], [url, call], .allowed, .denied),
    ([url, call], [url, call], .allowed, .allowed),
    ([url, call], [url], .allowed, .denied),
  ]

  @Test("needs both actions where it is signed; across accounts on both sides", arguments: signed)
  func authIAM(row: (identity: [String], policy: [String], app: Outcome, guest: Outcome)) throws {
    let registry = try Self.registry(
      "AWS_IAM", identity: row.identity.map { allow($0, on: function("f")) },
      policy: row.policy.map { allow(Self.everyone, to: $0, on: function("f")) })
    let question = asking(Self.url, function("f"))
    for (subject, outcome) in [(Self.app, row.app), (Self.guest, row.guest)] {
      let answer = try registry.can(subject, question)
      #expect(answer.outcome == outcome)
      #expect(answer.needed.map(\.action) == [Self.call])
      let listed = try registry.ask { try $0.whoCan(question) }.map(\.subject)
      #expect(listed.contains(subject) == (outcome == .allowed))
      #expect(!listed.contains(.anonymous))
    }
    #expect(try registry.can(.anonymous, question).outcome == .denied)
  }

  @Test("each of the two is reported")
  func parts() throws {
    let registry = try Self.registry("AWS_IAM", identity: [allow(Self.url, on: function("f"))])
    let answer = try registry.can(Self.app, asking(Self.url, function("f")))
    #expect(answer.grants.count == 1)
    let second = try #require(answer.needed.first)
    #expect(second.need == .together)
    #expect(second.resource == function("f"))
    #expect(second.outcome == .denied)
    #expect(second.answer?.grants.isEmpty == true)
    #expect(answer.verdict == .implicitlyDenied)
  }

  /// Statements that let everyone in, and whether they do at a URL of the auth type `NONE`.
  static let open: [(url: String?, call: String?, outcome: Outcome)] = [
    (ifNone, viaURL, .allowed), (nil, nil, .allowed), (ifNone, nil, .allowed),
    (ifSigned, viaURL, .denied),
    // The function's own action does not have the key of the URL.
    (ifNone, ifNone, .denied),
  ]

  @Test("of the type NONE is anonymous, and everyone must be let in twice", arguments: open)
  func authNone(row: (url: String?, call: String?, outcome: Outcome)) throws {
    let registry = try Self.registry(
      "NONE",
      policy: [
        allow(Self.everyone, to: Self.url, on: function("f"), when: row.url),
        allow(Self.everyone, to: Self.call, on: function("f"), when: row.call),
      ])
    let question = asking(Self.url, function("f"))
    for subject in [Subject.anonymous, Self.app, Self.guest] {
      #expect(try registry.can(subject, question).outcome == row.outcome)
    }
    let listed = try registry.ask { try $0.whoCan(question) }.map(\.subject)
    #expect(listed.contains(.anonymous) == (row.outcome == .allowed))
  }

  @Test("of the type NONE asks for no identity policy, and heeds none")
  func identityIsIgnored() throws {
    let allowing = try Self.registry("NONE", identity: [allow("lambda:*", on: "*")])
    #expect(try allowing.can(Self.app, asking(Self.url, function("f"))).outcome == .denied)
    let denying = try Self.registry(
      "NONE", identity: [deny("lambda:*", on: "*")],
      policy: [allow(Self.everyone, to: "lambda:*", on: function("f"))])
    #expect(try denying.can(Self.app, asking(Self.url, function("f"))).outcome == .allowed)
    #expect(try denying.can(Self.app, asking(Self.call, function("f"))).outcome == .denied)
  }

  @Test("grants that hold through the URL alone leave plain calls closed")
  func plainCalls() throws {
    let registry = try Self.registry(
      "AWS_IAM",
      identity: [
        allow(Self.url, on: function("f"), when: Self.ifSigned),
        allow(Self.call, on: function("f"), when: Self.viaURL),
      ])
    #expect(try registry.can(Self.app, asking(Self.url, function("f"))).outcome == .allowed)
    #expect(try registry.can(Self.app, asking(Self.call, function("f"))).outcome == .denied)
  }

  @Test("an alias has a URL of its own", arguments: [":live", ""])
  func aliases(qualifier: String) throws {
    let registry = try Self.registry(
      "AWS_IAM", identity: [allow("lambda:*", on: function("f*"), when: nil)],
      qualifier: qualifier)
    let codes = try registry.ask {
      try $0.assumptions(of: asking(Self.url, function("f:live"))).map(\.code)
    }
    #expect(codes.contains("no-function-url") == qualifier.isEmpty)
    #expect(try registry.can(Self.app, asking(Self.url, function("f:live"))).outcome == .allowed)
  }

  @Test("without a URL in the registry, its auth type is open and said to be")
  func unknownURL() throws {
    let registry = try Self.registry(
      nil,
      identity: [
        allow(Self.url, on: function("f"), when: Self.ifSigned), allow(Self.call, on: "*"),
      ], policy: [allow(Self.everyone, to: "lambda:*", on: function("g"))])
    let question = asking(Self.url, function("f"))
    #expect(try registry.can(Self.app, question).outcome == .conditional)
    let assumptions = try registry.ask { try $0.assumptions(of: question) }
    #expect(assumptions.map(\.code).contains("no-function-url"))
    let given = asking(Self.url, function("f"), ["lambda:FunctionUrlAuthType": ["AWS_IAM"]])
    #expect(try registry.can(Self.app, given).outcome == .allowed)
    let codes = try registry.ask { try $0.assumptions(of: given).map(\.code) }
    #expect(!codes.contains("no-function-url"))
  }

  @Test("nobody knows whether an unknown URL lets in who does not sign")
  func unknownAnonymous() throws {
    let registry = try Self.registry(
      nil, policy: [allow(Self.everyone, to: "lambda:*", on: function("f"))])
    let question = asking(Self.url, function("f"))
    #expect(try registry.can(.anonymous, question).outcome == .unknown)
    let open = asking(Self.url, function("f"), ["lambda:FunctionUrlAuthType": ["NONE"]])
    #expect(try registry.can(.anonymous, open).outcome == .allowed)
  }
}
