import AccessQueries
import AccessTests
import JSONText
import Testing

@Suite("A case that asks the registry")
struct RegistryCaseTests {
  @Test("expects a decision, either denial, or that it depends", arguments: expectations)
  func expectation(_ question: String, _ expected: String, _ isPassed: Bool) throws {
    let text = "{\"can\":{\(question)},\"expected\":\"\(expected)\"}"
    let result = try #require(try AskedOrganization().run(text).first)
    #expect(result.isPassed == isPassed)
    #expect((result.failure == nil) == isPassed)
  }

  @Test("says `request` as well as `can`, and takes the principals of inline cases")
  func forms() throws {
    let results = try AskedOrganization().run(
      """
      {"request":{\(invoke("app"))},"expected":"Allowed"}
      {"can":{\(call(#"{"Service":"s3.amazonaws.com"}"#))},"expected":"Denied"}
      {"can":{\(call(#"{"Federated":"cognito-identity.amazonaws.com"}"#))},"expected":"Denied"}
      {"can":{\(call("\"anonymous\""))},"expected":"Denied"}
      {"can":{\(call(#"{"Anonymous":true}"#))},"expected":"Denied"}
      """)
    #expect(results.map(\.isPassed) == [true, true, true, true, true])
  }

  @Test("must be decided by what `by` names", arguments: deciders)
  func decidedBy(_ question: String, _ name: String, _ isPassed: Bool) throws {
    let result = try AskedOrganization().run("{\"can\":{\(question)},\"by\":\"\(name)\"}")
    #expect(result.map(\.isPassed) == [isPassed])
  }

  @Test("says whatever was not known")
  func assumptions() throws {
    let question = """
      "principal":"app","action":"lambda:InvokeFunction",\
      "resource":"arn:aws:lambda:us-east-1:999900001111:function:f"
      """
    let result = try AskedOrganization().run("{\"can\":{\(question)}}").first
    #expect(result?.assumptions.map(\.code) == ["no-identities", "no-function-policies"])
  }

  @Test("is refused at its place where a name means nothing", arguments: unknownNames)
  func unknownName(_ question: String, _ message: String) throws {
    let organization = try AskedOrganization()
    let error = #expect(throws: InvalidScenario.self) {
      try organization.run("\n{\"can\":{\(question)}}")
    }
    #expect(error?.diagnostic.message == message)
    #expect(error?.diagnostic.position == SourcePosition(line: 2, column: 8))
  }
}

@Suite("A case that asks who can")
struct PrincipalsCaseTests {
  private func result(_ expected: String) throws -> CaseResult {
    let text = """
      {"whoCan":{"action":"lambda:InvokeFunction","resource":"orders"},"expected":\(expected)}
      """
    return try #require(try AskedOrganization().run(text).first)
  }

  private static let root = "arn:aws:iam::111122223333:root"
  private static let app = "arn:aws:iam::111122223333:role/app"

  @Test("lists everyone exactly, by name or ARN, in any order")
  func exact() throws {
    #expect(try result(#"["ada","app","\#(Self.root)"]"#).isPassed)
    #expect(try result(#"["\#(Self.root)","\#(Self.app)","ada"]"#).isPassed)
  }

  @Test("names whom the list lacks and whom it has too many")
  func differences() throws {
    let result = try result(
      #"["ada","bounded","\#(Self.root)","arn:aws:iam::444455556666:role/x"]"#)
    #expect(!result.isPassed)
    guard case .principals(let missing, let surplus)? = result.failure?.evidence else {
      Issue.record("no principals")
      return
    }
    #expect(
      missing == ["arn:aws:iam::111122223333:role/bounded", "arn:aws:iam::444455556666:role/x"])
    #expect(surplus.map(\.subject.name) == [Self.app])
  }

  @Test("that expects nobody fails where somebody can")
  func nobody() throws {
    #expect(try !result("[]").isPassed)
    #expect(try result("null").isPassed)
  }

  @Test("shows who can in the order of the answers")
  func decision() throws {
    let names = [Self.root, Self.app, "arn:aws:iam::111122223333:user/ada"]
    #expect(try result("null").decision == .principals(names))
  }
}

private func call(
  _ principal: String, _ action: String = "lambda:InvokeFunction", _ resource: String = "orders"
) -> String {
  "\"principal\":\(principal),\"action\":\"\(action)\",\"resource\":\"\(resource)\""
}

private func invoke(_ principal: String) -> String { call("\"\(principal)\"") }

private let payroll = call("\"reader\"", "lambda:GetFunction", "payroll")
private let vpc = call("\"app\"", "lambda:GetPolicy", "payroll")

private let expectations: [(String, String, Bool)] = [
  (invoke("app"), "Allowed", true), (invoke("app"), "Denied", false),
  (invoke("app"), "Conditional", false),
  (invoke("reader"), "ImplicitlyDenied", true), (invoke("reader"), "Denied", true),
  (invoke("reader"), "ExplicitlyDenied", false), (invoke("reader"), "Allowed", false),
  (payroll, "ExplicitlyDenied", true), (payroll, "Denied", true),
  (payroll, "ImplicitlyDenied", false),
  // A complete context lacks the key; an open one may have it; and it may be given.
  (vpc, "ImplicitlyDenied", true), (vpc, "Conditional", false),
  (vpc + #","completeContext":false"#, "Conditional", true),
  (vpc + #","completeContext":false"#, "Denied", false),
  (vpc + #","completeContext":false"#, "Allowed", false),
  (vpc + #","context":{"aws:SourceVpc":"vpc-1"}"#, "Allowed", true),
  (vpc + #","context":{"aws:SourceVpc":["vpc-2"]}"#, "ImplicitlyDenied", true),
]

private let deciders: [(String, String, Bool)] = [
  (invoke("app"), "Invoke", true), (invoke("app"), "identity", true),
  (invoke("app"), "resource", false), (invoke("ada"), "resource", true),
  (invoke("ada"), "ada", true), (invoke("bounded"), "boundary", true),
  (invoke("bounded"), "All", false), (payroll, "Never", true), (payroll, "Read", false),
  (call("\"app\"", "lambda:DeleteFunction"), "Keep", true),
  (call("\"app\"", "lambda:DeleteFunction"), "scp", true),
]

private let unknownNames: [(String, String)] = [
  (invoke("nobody"), "nothing in the registry is called `nobody`"),
  (call("\"app\"", "invoke"), "unknown action `invoke`"),
  (call("\"app\"", "lambda:InvokeFunction", "gone"), "there is no function `gone` in the registry"),
  (
    #""principal":"app","action":"lambda:InvokeFunction""#,
    "`lambda:InvokeFunction` needs a `resource`"
  ),
]
