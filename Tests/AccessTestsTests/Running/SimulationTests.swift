import AccessTests
import JSONText
import Testing

@Suite("A saved simulation")
struct SimulationTests {
  private static let function = "arn:aws:lambda:us-east-1:111122223333:function:orders"

  private func simulated(
    _ action: String, _ decision: String, resource: String = function, rest: String = "",
    root: String = ""
  ) -> String {
    """
    {"EvaluationResults":[{"EvalActionName":"\(action)","EvalResourceName":"\(resource)",\
    "EvalDecision":"\(decision)"\(rest)}]\(root)}
    """
  }

  private func ask(_ text: String, principal: String? = "app") throws -> CaseResult {
    let results = try AskedOrganization().run(
      text, name: "simulated.json", simulation: SimulationInput(principal: principal))
    return try #require(results.first)
  }

  @Test("agrees where the registry decides alike")
  func agreement() throws {
    #expect(try ask(simulated("lambda:InvokeFunction", "allowed")).isPassed)
    #expect(try ask(simulated("lambda:GetFunction", "implicitDeny")).isPassed)
    let result = try ask(simulated("lambda:InvokeFunction", "explicitDeny"))
    #expect(!result.isPassed)
    #expect(result.decision == .decision("Allowed"))
    #expect(result.expected == .decision("ExplicitlyDenied"))
    #expect(result.failure?.simulatorNotes == [])
  }

  @Test("that AWS made blind to a kind of policy is told so", arguments: gaps)
  func gap(_ gap: Gap) throws {
    let text = simulated(gap.action, gap.decision, resource: gap.resource, rest: gap.rest)
    let notes = try ask(text, principal: gap.principal).failure?.simulatorNotes
    #expect(notes == [gap.note])
  }

  struct Gap: Sendable {
    var principal = "app"
    let action: String
    var resource = SimulationTests.function
    let decision: String
    var rest = ""
    let note: String
  }

  static let gaps = [
    Gap(
      principal: "ada", action: "lambda:InvokeFunction", decision: "implicitDeny",
      note: "it sees a resource-based policy only where one is given, and only for users"),
    Gap(
      action: "sqs:SendMessage", resource: "arn:aws:sqs:us-east-1:111122223333:jobs",
      decision: "allowed", note: "it does not see resource control policies"),
    Gap(
      action: "lambda:DeleteFunction", decision: "allowed",
      note: "it did not count a service control policy; those with conditions it leaves out"),
    Gap(
      action: "lambda:InvokeFunction", decision: "implicitDeny",
      rest: #","MissingContextValues":["aws:SourceVpc"]"#, note: "it was not given aws:SourceVpc"),
    Gap(
      action: "lambda:InvokeFunction", decision: "implicitDeny",
      rest: #","OrganizationsDecisionDetail":{"AllowedByOrganizations":false}"#,
      note: "it counted a service control policy that the registry does not apply here"),
    Gap(
      action: "lambda:InvokeFunction", decision: "implicitDeny",
      rest: #","PermissionsBoundaryDecisionDetail":{"AllowedByPermissionsBoundary":false}"#,
      note: "it counted a permissions boundary that the registry does not apply here"),
  ]

  @Test("takes principal and context from the file where they were saved with it")
  func saved() throws {
    let context = """
      ,"PolicySourceArn":"app","ContextEntries":[{"ContextKeyName":"aws:SourceVpc",\
      "ContextKeyValues":["vpc-1"],"ContextKeyType":"string"}]
      """
    #expect(
      try ask(simulated("lambda:GetPolicy", "allowed", root: context), principal: nil).isPassed)
    #expect(throws: InvalidScenario.self) {
      try ask(simulated("lambda:GetPolicy", "allowed"), principal: nil)
    }
  }

  @Test("takes the caller for the owner of a resource whose ARN tells none")
  func owner() throws {
    let bucket = "arn:aws:s3:::bucket/key"
    var input = SimulationInput()
    try input.add(policy: Array(allowAll.utf8), name: "policy.json")
    let runner = CaseRunner(registry: nil, simulation: input)
    for (root, decision) in [
      ("", "Allowed"), (#","ResourceOwner":"arn:aws:iam::444455556666:root""#, "ImplicitlyDenied"),
    ] {
      let text = simulated("s3:GetObject", "allowed", resource: bucket, root: root)
      let result = try runner.run(try #require(try file(text, name: "s.json").cases.first))
      #expect(result.decision == .decision(decision))
    }
  }

  @Test("of custom policies is judged by the policies alone, for a user of the resource's account")
  func custom() throws {
    var input = SimulationInput()
    try input.add(policy: Array(allowAll.utf8), name: "policy.json")
    let runner = CaseRunner(registry: nil, simulation: input)
    let text = simulated("lambda:InvokeFunction", "implicitDeny")
    let result = try runner.run(try #require(try file(text, name: "s.json").cases.first))
    #expect(result.decision == .decision("Allowed"))
    guard case .inline(let reasons)? = result.failure?.evidence else {
      Issue.record("no reasons")
      return
    }
    #expect(reasons.allows.map(\.file) == ["policy.json"])
    #expect(reasons.allows.map(\.sid) == ["All"])
  }

  @Test("refuses a custom policy that is none, with its place")
  func invalidPolicy() {
    var input = SimulationInput()
    let error = #expect(throws: InvalidScenario.self) {
      try input.add(policy: Array("{\n  \"Statement\": 7\n}".utf8), name: "policy.json")
    }
    #expect(error?.diagnostic.file == "policy.json")
    #expect(error?.diagnostic.position?.line == 2)
  }
}
