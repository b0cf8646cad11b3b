import AccessTests
import Evaluation
import JSONText
import PolicyLanguage
import Testing

@Suite("A case with its own policies")
struct InlineCaseTests {
  private func result(_ text: String) throws -> CaseResult {
    try CaseRunner(registry: nil).run(try #require(try file(text).cases.first))
  }

  @Test("passes where the decision is the expected one, or nothing is expected")
  func passes() throws {
    #expect(try result(invocation(policy: allowAll, expected: "\"Allowed\"")).isPassed)
    #expect(try !result(invocation(policy: "", expected: "\"Allowed\"")).isPassed)
    #expect(try !result(invocation(policy: "", expected: "\"ExplicitlyDenied\"")).isPassed)
    let open = try result(invocation(policy: allowAll))
    #expect(open.isPassed && open.expected == nil && open.decision == .decision("Allowed"))
  }

  @Test("explains a denial by the places of the case's own text")
  func denial() throws {
    let policy = """
      {"Version":"2012-10-17","Statement":[\
      {"Effect":"Allow","Action":"*","Resource":"*"},\
      {"Sid":"No","Effect":"Deny","Action":"lambda:Invoke*","Resource":"*"}]}
      """
    let evidence = try reasons(invocation(policy: policy, expected: "\"Allowed\""))
    #expect(evidence.denies.map(\.sid) == ["No"])
    #expect(evidence.denies.map(\.position.line) == [1])
    #expect(evidence.denies.map(\.file) == ["cases.jsonl"])
    #expect(evidence.obstacles == [.init(layer: .init(.identity), reason: .deny)])
  }

  @Test("tells of an Allow that came near which parts did not match")
  func nearMisses() throws {
    let policy = """
      {"Version":"2012-10-17","Statement":[\
      {"Effect":"Allow","Action":"s3:*","Resource":"*"},\
      {"Sid":"Else","Effect":"Allow","Action":"lambda:*","Resource":"arn:aws:lambda:*:*:function:g",\
      "Condition":{"Null":{"aws:SourceVpc":"true"}}},\
      {"Sid":"Secure","Effect":"Allow","Action":"lambda:*","Resource":"*",\
      "Condition":{"Bool":{"aws:SecureTransport":"true"},"StringLike":{"aws:username":"a*"}}}]}
      """
    let misses = try reasons(invocation(policy: policy, expected: "\"Allowed\"")).nearMisses
    #expect(misses.map(\.sid) == ["Else", "Secure"])
    #expect(misses.map(\.failures) == [["resource"], []])
    #expect(misses.map { $0.clauses.map(\.key) } == [[], ["aws:SecureTransport", "aws:username"]])
  }

  @Test("must be decided by what `by` names: a Sid, a layer, or all of a list", arguments: deciders)
  func decidedBy(_ name: String, _ isPassed: Bool) throws {
    let text = """
      {"request":{"principal":"arn:aws:iam::111122223333:user/ada","action":"s3:GetObject",\
      "resource":"arn:aws:s3:::b","resourceAccount":"111122223333"},\
      "policies":{"identity":\(allowAll),"scp":[[\(allowAll)],[]]},\
      "expected":"ImplicitlyDenied","by":\(name)}
      """
    let result = try result(text)
    #expect(result.isPassed == isPassed)
    #expect((result.failure?.idleDeciders ?? []).isEmpty == isPassed)
    if !isPassed { #expect(result.failure?.isDecisionExpected == true) }
  }

  @Test("is explained by the documents of every layer", arguments: layers)
  func everyLayer(_ member: String, _ policies: String, _ kind: LayerKind) throws {
    let text = """
      {"request":{"principal":"arn:aws:iam::111122223333:user/ada","action":"s3:GetObject",\
      "resource":"arn:aws:s3:::b","resourceAccount":"111122223333"},\
      "policies":{"identity":\(allowAll),"\(member)":\(policies)},"expected":"Allowed","by":"Stop"}
      """
    let denies = try reasons(text).denies
    #expect(denies.map(\.sid) == ["Stop"])
    #expect(denies.map(\.reference.layer.kind) == [kind])
  }

  @Test("cannot be asked of a registry that is not there")
  func missingRegistry() throws {
    #expect(throws: InvalidScenario.self) {
      try result(#"{"can":{"principal":"ada","action":"s3:GetObject"}}"#)
    }
  }

  private func reasons(_ text: String) throws -> InlineReasons {
    guard case .inline(let reasons)? = try result(text).failure?.evidence else {
      throw Unexpected()
    }
    return reasons
  }
}

private struct Unexpected: Error {}

private let deciders: [(String, Bool)] = [
  ("\"serviceControl\"", true), ("\"scp\"", true), ("[\"scp\"]", true), ("[]", true),
  ("\"All\"", false), ("\"identity\"", false), ("[\"scp\",\"identity\"]", false),
]

private let stop =
  #"{"Version":"2012-10-17","Statement":{"Sid":"Stop","Effect":"Deny","Action":"*","Resource":"*"}}"#
private let stopAll =
  #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Sid":"Stop","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"#

private let layers: [(String, String, LayerKind)] = [
  ("boundary", stop, .boundary), ("session", "[\(allowAll),\(stop)]", .session),
  ("scp", "[[\(allowAll)],[\(allowAll),\(stop)]]", .serviceControl),
  ("rcp", "[\(stopAll)]", .resourceControl), ("resource", stopAll, .resource),
  ("vpcEndpoint", "[\(stopAll)]", .vpcEndpoint),
]
