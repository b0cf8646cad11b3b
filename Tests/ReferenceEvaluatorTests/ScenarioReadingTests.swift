import ReferenceEvaluator
import Testing

@Suite("reading scenarios")
struct ScenarioReadingTests {
  @Test(
    "JSON keeps order, repeated members and the text of numbers",
    arguments: [
      #"{"b":1.50,"a":[true,false,null],"b":-0}"#, #"{"a":"\u0000\"\\"}"#, "[]", "{}",
      "[1e5,12E+3]", "\"\u{1F600}e\u{301}\"",
    ])
  func json(text: String) throws {
    #expect(try Scenario(json: text).json == text)
  }

  @Test("escapes and space are read")
  func escapes() throws {
    let text = " [ \"\\u00e9\\ud83d\\ude00\\n\" , 1 ] "
    #expect(try Scenario(json: text).json == "[\"\u{E9}\u{1F600}\\u000a\",1]")
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "01", "1.", "\"\n\"", "\"\\x\"", "\"\\ud800\"", "tru", "[] []",
      String(repeating: "[", count: 200),
    ])
  func notJSON(text: String) {
    #expect(throws: InvalidScenario.self) { try Scenario(json: text) }
  }

  @Test(
    "a request that cannot be evaluated is refused",
    arguments: [
      #""principal":"arn:aws:iam::1:group/g","action":"a:B","resource":"*""#,
      #""principal":{"Anonymous":false},"action":"a:B","resource":"*""#,
      #""principal":"anonymous","action":"a","resource":"*""#,
      #""principal":"anonymous","action":"a:B","resource":"bucket""#,
      #""principal":"anonymous","action":"a:B","resource":"*","context":{"a:b":"1","A:B":"2"}"#,
      #""principal":"anonymous","action":"a:B","resource":"*","context":{"a:b":null}"#,
      #""action":"a:B","resource":"*""#,
    ])
  func requests(members: String) throws {
    let scenario = try Scenario(json: #"{"request":{\#(members)},"policies":{}}"#)
    #expect(throws: InvalidScenario.self) { try referenceDecision(of: scenario) }
  }

  @Test("a case tells its id and what it expects, if anything")
  func expectation() throws {
    let scenario = try Scenario(json: #"{"id":"x1","expected":"ImplicitlyDenied"}"#)
    #expect(scenario.id == "x1")
    #expect(scenario.expected == .implicitlyDenied)
    #expect(try Scenario(json: "{}").expected == nil)
  }
}
