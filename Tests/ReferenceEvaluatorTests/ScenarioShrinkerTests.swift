import ReferenceEvaluator
import Testing

@Suite("shrinking")
struct ScenarioShrinkerTests {
  @Test("what does not matter is left out")
  func smallest() throws {
    let scenario = try PolicyCase(
      name: "large", context: #"{"k:a":["x","y"],"k:b":"z"}"#,
      policies: [
        "boundary": Document.allowAll, "scp": "[[\(Document.allowAll)],[\(Document.allowAll)]]",
        "identity": Document.of(
          #"{"Sid":"One","Effect":"Allow","Action":["s3:*","lambda:*"],"Resource":["*"]}"#,
          #"""
          {"Effect":"Deny","Action":["s3:*","lambda:Invoke*"],"Resource":"*",
           "Condition":{"ForAnyValue:StringEquals":{"k:a":["w","y"]},"Null":{"k:b":"false"}}}
          """#),
      ]
    ).scenario
    let shrunk = ScenarioShrinker.shrink(scenario) {
      try referenceDecision(of: $0).verdict == .explicitlyDenied
    }
    #expect(
      shrunk.json == #"""
        {"request":{"principal":"arn:aws:iam::111122223333:user/alice",\#
        "action":"lambda:InvokeFunction",\#
        "resource":"arn:aws:lambda:us-east-1:111122223333:function:orders"},\#
        "policies":{"identity":{"Statement":\#
        {"Effect":"Deny","Action":"lambda:Invoke*","Resource":"*"}}}}
        """#)
  }

  @Test("the result still fails, and shrinking it again changes nothing")
  func fixedPoint() throws {
    let fails = { (scenario: Scenario) in
      let decision = try referenceDecision(of: scenario)
      return decision.verdict == .explicitlyDenied && !decision.uncertain.isEmpty
    }
    var generator = ScenarioGenerator(seed: 5)
    let failing = try (0..<200).map { _ in generator.next() }.filter { try fails($0) }
    for scenario in try #require(failing.isEmpty ? nil : failing.prefix(3)) {
      let shrunk = ScenarioShrinker.shrink(scenario, while: fails)
      #expect(try fails(shrunk))
      #expect(shrunk.json.count < scenario.json.count / 2)
      #expect(ScenarioShrinker.shrink(shrunk, while: fails).json == shrunk.json)
    }
  }

  @Test("a scenario that does not fail is left as it is")
  func passing() throws {
    let scenario = try PolicyCase(name: "ordinary").scenario
    #expect(ScenarioShrinker.shrink(scenario) { _ in false }.json == scenario.json)
  }
}
