import ReferenceEvaluator
import Testing

@Suite("A.1 and A.2: documents and statements")
struct DocumentTests {
  @Test(
    "what a document may say",
    arguments: [
      PolicyCase(
        name: "A1.5: without a version, a variable is text", context: #"{"aws:username":"orders"}"#,
        policies: ["identity": named("", "function:${aws:username}")], verdict: .implicitlyDenied),
      PolicyCase(
        name: "A1.5: under 2008-10-17, a variable is text", context: #"{"aws:username":"orders"}"#,
        policies: [
          "identity": named(#""Version":"2008-10-17","#, "function:${aws:username}")
        ], verdict: .implicitlyDenied),
      PolicyCase(
        name: "A1.5: under 2012-10-17, it is replaced", context: #"{"aws:username":"orders"}"#,
        policies: ["identity": named(#""Version":"2012-10-17","#, "function:${aws:username}")]),
      PolicyCase(
        name: "A1.5: wildcards work in every version",
        policies: ["identity": named(#""Version":"2008-10-17","#, "function:ord*")]),
      PolicyCase(
        name: "A1.8: one statement may stand without an array",
        policies: ["identity": #"{"Statement":\#(allow)}"#]),
      PolicyCase(
        name: "A1.8: an empty array of statements says nothing",
        policies: ["identity": #"{"Statement":[]}"#], verdict: .implicitlyDenied),
      PolicyCase(
        name: "A2.5: without a resource, a resource policy means its own",
        policies: ["resource": Document.naming(#"{"AWS":"111122223333"}"#)],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "A2.7: no action, no effect",
        policies: [
          "identity": #"[\#(Document.allowAll),\#(without("Action"))]"#
        ]),
      PolicyCase(
        name: "A2.7: no resource, no effect",
        policies: [
          "identity": #"[\#(Document.allowAll),\#(without("Resource"))]"#
        ]),
      PolicyCase(
        name: "A2.7: no principal, no effect",
        policies: [
          "identity": Document.allowAll,
          "resource": Document.naming(#"{"AWS":[]}"#, effect: "Deny"),
        ]),
      PolicyCase(
        name: "A2.7: a principal map without members, no effect",
        policies: [
          "identity": Document.allowAll, "resource": Document.naming("{}", effect: "Deny"),
        ]),
      PolicyCase(
        name: "A2.7: an empty condition block constrains nothing",
        policies: [
          "identity": Document.of(
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{}}}"#)
        ]),
    ])
  func documents(_ policyCase: PolicyCase) throws {
    try policyCase.check()
  }

  @Test(
    "a document that breaks the grammar is refused",
    arguments: [
      ("identity", #"{"Version":"2012-10-17"}"#, "A1.8"),
      ("identity", #"{"Version":"2015-01-01","Statement":[]}"#, "A1.4"),
      ("identity", #"{"Statement":[],"Statement":[]}"#, "A1.2"),
      ("identity", #"{"Statements":[],"Statement":[]}"#, "A1.3"),
      ("identity", #"{"Id":"x","Statement":[]}"#, "A1.7"),
      ("scp", #"[{"Statement":[]}]"#, "A1.6"),
      ("identity", statement(#""Effect":"allow","Action":"*","Resource":"*""#), "A2.3"),
      ("identity", statement(#""Effect":"Allow","Resource":"*""#), "A2.1"),
      (
        "identity",
        statement(#""Effect":"Allow","Action":"*","NotAction":"s3:*","Resource":"*""#), "A2.1"
      ),
      (
        "identity",
        statement(#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*""#), "A2.4"
      ),
      ("resource", statement(#""Effect":"Allow","Action":"*""#), "A2.4"),
      ("identity", statement(#""Effect":"Allow","Action":"*""#), "A2.5"),
      ("identity", statement(#""Effect":"Allow","NotAction":[],"Resource":"*""#), "U16"),
      ("resource", Document.naming(#""arn:aws:iam::111122223333:root""#), "A.6"),
      ("resource", Document.naming(#"{"AWS":"arn:aws:iam::111122223333:role/*"}"#), "A6.1"),
      (
        "identity",
        statement(
          #""Effect":"Allow","Action":"*","Resource":"*","Condition":{"NullIfExists":{"a:b":"true"}}"#
        ), "B.9"
      ),
      (
        "identity",
        statement(
          #""Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":"true","A:B":"true"}}"#
        ), "A1.2"
      ),
      (
        "identity",
        statement(#""Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${aws:username""#),
        "A5.3"
      ),
    ])
  func refusals(layer: String, document: String, rule: String) throws {
    let scenario = try PolicyCase(name: rule, policies: [layer: document]).scenario
    let error = #expect(throws: InvalidScenario.self) { try referenceDecision(of: scenario) }
    #expect(error?.description.hasPrefix(rule) == true, "\(error?.description ?? "")")
  }

  private static let allow = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

  /// An identity policy for one resource of the function's account.
  private static func named(_ version: String, _ resource: String) -> String {
    let arn = "arn:aws:lambda:us-east-1:111122223333:" + resource
    return #"{\#(version)"Statement":{"Effect":"Allow","Action":"*","Resource":"\#(arn)"}}"#
  }

  /// A Deny whose `element` is an empty list.
  private static func without(_ element: String) -> String {
    let other = element == "Action" ? "Resource" : "Action"
    return Document.of(#"{"Effect":"Deny","\#(element)":[],"\#(other)":"*"}"#)
  }

  private static func statement(_ elements: String) -> String {
    Document.of("{\(elements)}")
  }
}
