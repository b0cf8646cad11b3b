import AccessTests
import JSONText
import Testing

@Suite("A file of cases in JSON")
struct CaseReadingTests {
  @Test("is JSON Lines, one object or an array, with blank lines and a byte order mark")
  func forms() throws {
    let allowed = invocation(policy: allowAll)
    let denied = invocation(policy: "")
    let both = ["Allowed", "ImplicitlyDenied"]
    #expect(try decisions("\(allowed)\n\(denied)\n") == both)
    #expect(try decisions("\n\(allowed)\r\n  \n\(denied)") == both)
    #expect(try decisions("[\(allowed),\n \(denied)]") == both)
    #expect(try decisions("  \(denied)  ") == ["ImplicitlyDenied"])
    #expect(try decisions("\u{FEFF}\(denied)") == ["ImplicitlyDenied"])
    #expect(try decisions("") == [])
    #expect(try decisions(" \n\n") == [])
  }

  @Test("carries members that the format does not know")
  func unknownMembers() throws {
    let text = invocation(policy: allowAll, rest: #","why":{"deep":[1,null]},"source":"here""#)
    #expect(try decisions(text) == ["Allowed"])
  }

  @Test("names its cases; a number is a name too, and a case needs none")
  func names() throws {
    let text = """
      {"id":"a","can":{"principal":"p","action":"a"}}
      {"id":7,"can":{"principal":"p","action":"a"}}
      {"can":{"principal":"p","action":"a"}}
      """
    #expect(try file(text).cases.map(\.id) == ["a", "7", ""])
    #expect(try file(text).cases.map(\.passage.position.line) == [1, 2, 3])
  }

  @Test("asks the registry where it has no policies; policies that are null are policies")
  func registryCases() throws {
    let request = """
      "request":{"principal":"arn:aws:iam::111122223333:user/ada","action":"s3:GetObject",\
      "resource":"arn:aws:s3:::b"}
      """
    let cases = try file("{\(request)}\n{\(request),\"policies\":null}").cases
    #expect(cases.map { $0.asksRegistry(SimulationInput()) } == [true, false])
  }

  @Test("is refused with the place of the fault", arguments: faults)
  func refused(_ text: String, _ expected: String) {
    #expect(fault(of: text) == expected)
  }
}

private let request =
  #""principal":"arn:aws:iam::111122223333:user/a","action":"a:b","resource":"*""#

private let faults: [(String, String)] = [
  (
    #"{"whoCan":{"action":"a"},"by":"x"}"#, "1:31 `by` belongs to a case about one principal"
  ),
  ("7", "1:1 expected a case, which is an object"),
  ("[1]", "1:2 expected a case, which is an object"),
  ("{}\n{}", "1:1 a case needs a `request`, a `can` or a `whoCan`"),
  (#"{"request":[],"policies":{}}"#, "1:1 a case needs a `request`, a `can` or a `whoCan`"),
  (#"{"request":{},"policies":{}}"#, "1:12 a request needs a `principal`"),
  (
    #"{"request":{"principal":"ada"},"policies":{}}"#, "1:25 `ada` is no principal's ARN"
  ),
  (
    #"{"request":{"principal":{}},"policies":{}}"#,
    "1:25 expected an ARN, a `Service`, a `Federated` or `anonymous`"
  ),
  (
    "{\"request\":{\(request)},\n \"policies\":{\"identity\":{}}}",
    "2:25 the policy has no `Statement`"
  ),
  (
    #"{"request":{\#(request)},"policies":{"scp":{}}}"#, "1:109 expected a list of levels"
  ),
  (
    #"{"request":{\#(request)},"policies":{},"expected":"Denied"}"#,
    "1:116 `expected` is Allowed, ImplicitlyDenied or ExplicitlyDenied"
  ),
  (
    #"{"request":{\#(request),"context":{"a:b":{}}},"policies":{}}"#,
    "1:107 a context value is text, a number or a Boolean"
  ),
  (#"{"can":{"principal":"p"}}"#, "1:8 a question needs an `action`"),
  (#"{"can":{"action":"a"}}"#, "1:8 a question needs a `principal`"),
  (#"{"can":7}"#, "1:8 a question is an object"),
  (
    #"{"can":{"principal":"p","action":"a","completeContext":1}}"#,
    "1:56 `completeContext` is true or false"
  ),
  (
    #"{"can":{"principal":"p","action":"a"},"expected":"allowed"}"#,
    "1:50 `expected` is one of Allowed, ImplicitlyDenied, ExplicitlyDenied, Denied, Conditional"
  ),
  (
    #"{"whoCan":{"action":"a"},"expected":"Allowed"}"#,
    "1:37 `expected` of a `whoCan` is a list of principals"
  ),
  (
    #"{"whoCan":{"action":"a"},"expected":["x",7.5,{}]}"#,
    "1:46 expected a name, a `Service`, a `Federated` or `anonymous`"
  ),
  (#"{"can":{"principal":"p","action":"a"},"by":[1]}"#, "1:45 expected a layer or a Sid"),
  (
    "{\"can\":{\"principal\":\"p\",\"action\":\"a\"}}\n{\"id\":}",
    "2:7 expected a value but found `}`"
  ),
  ("{\n \"id\": \"a\",\n \"can\" 7\n}", "3:8 expected `:` after the key but found `7`"),
  (#"{"id":1,"id":2}"#, "1:9 key `id` stands twice in one object, first on line 1, column 2"),
]
