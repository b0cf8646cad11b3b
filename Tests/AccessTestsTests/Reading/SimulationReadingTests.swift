import AccessTests
import JSONText
import Testing

@Suite("What AWS's policy simulator printed")
struct SimulationReadingTests {
  @Test("gives a case for each resource, and one for a result that lists none")
  func cases() throws {
    let text = """
      {"EvaluationResults": [
        {"EvalActionName": "s3:GetObject", "EvalResourceName": "*", "EvalDecision": "explicitDeny",
         "ResourceSpecificResults": [
           {"EvalResourceName": "arn:aws:s3:::a", "EvalResourceDecision": "allowed"},
           {"EvalResourceName": "arn:aws:s3:::b", "EvalResourceDecision": "explicitDeny"}]},
        {"EvalActionName": "iam:ListUsers", "EvalResourceName": "*", "EvalDecision": "allowed"},
        {"EvalActionName": "iam:ListRoles", "EvalDecision": "allowed", "ResourceSpecificResults": []}
      ], "IsTruncated": false}
      """
    let cases = try file(text, name: "simulated.json").cases
    #expect(
      cases.map(\.id) == [
        "s3:GetObject arn:aws:s3:::a", "s3:GetObject arn:aws:s3:::b", "iam:ListUsers *",
        "iam:ListRoles *",
      ])
    #expect(cases.map(\.passage.position.line) == [4, 5, 6, 7])
    #expect(cases.map(\.isSimulation) == [true, true, true, true])
  }

  @Test("may stand in YAML, as the AWS CLI prints it too")
  func yaml() throws {
    let text = """
      EvaluationResults:
      - EvalActionName: iam:ListUsers
        EvalDecision: implicitDeny
        EvalResourceName: '*'
      """
    #expect(try file(text, name: "simulated.yaml").cases.map(\.id) == ["iam:ListUsers *"])
  }

  @Test("is refused with the place of the fault", arguments: faults)
  func refused(_ results: String, _ expected: String) {
    #expect(fault(of: "{\"EvaluationResults\":\(results)}", name: "simulated.json") == expected)
  }
}

private let faults: [(String, String)] = [
  ("{}", "1:22 `EvaluationResults` is a list"),
  ("[{}]", "1:23 a result needs an `EvalActionName`"),
  ("[1]", "1:23 a result needs an `EvalActionName`"),
  (
    #"[{"EvalActionName":"a:b"}]"#, "1:23 a decision is allowed, implicitDeny or explicitDeny"
  ),
  (
    #"[{"EvalActionName":"a:b","EvalDecision":"Allowed"}]"#,
    "1:62 a decision is allowed, implicitDeny or explicitDeny"
  ),
  (
    #"[{"EvalActionName":"a:b","EvalDecision":"allowed","EvalResourceName":[]}]"#,
    "1:91 `EvalResourceName` is text"
  ),
]
