import Evaluation
import PolicyLanguage
import Testing

@Suite("actions and resources of a statement")
struct ActionAndResourceTests {
  @Test(
    "an action matches whole and without regard to case",
    arguments: [
      ("lambda:InvokeFunction", true),
      ("LAMBDA:INVOKEFUNCTION", true),
      ("lambda:Invoke", false),
      ("lambda:InvokeFunctionUrl", false),
      ("lambda:Invoke*", true),
      ("lambda:invokefunctio?", true),
      ("lambda:InvokeFunction?", false),
      ("*:InvokeFunction", true),
      ("lamb?a:*", true),
      ("*", true),
      ("s3:*", false),
    ])
  func action(pattern: String, covers: Bool) {
    DecisionCase(
      pattern, covers ? .allowed : .implicitlyDenied, layers(identity: [.allow(pattern)])
    ).check()
    DecisionCase(
      "not \(pattern)", covers ? .implicitlyDenied : .allowed,
      layers(identity: [.allow(pattern).notAction])
    ).check()
  }

  @Test(
    "a resource matches whole and with regard to case",
    arguments: [
      (orders, true),
      ("arn:aws:lambda:us-east-1:111122223333:function:Orders", false),
      ("arn:aws:lambda:us-east-1:111122223333:function:order", false),
      ("arn:aws:lambda:us-east-1:111122223333:function:order*", true),
      ("arn:aws:lambda:us-east-1:111122223333:function:order?", true),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders?", false),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders:*", false),
      ("arn:aws:lambda:*", true),
      ("arn:aws:lambda:us-east-1:*", true),
      ("arn:aws:lambda:*:*:function:orders", true),
      ("arn:aws:lambda:us-*:function:orders", true),
      ("*", true),
    ])
  func resource(pattern: String, covers: Bool) {
    DecisionCase(
      pattern, covers ? .allowed : .implicitlyDenied, layers(identity: [.allow("*", on: [pattern])])
    ).check()
    DecisionCase(
      "not \(pattern)", covers ? .implicitlyDenied : .allowed,
      layers(identity: [.allow("*", on: [pattern]).notResource])
    ).check()
  }

  @Test("a character of several bytes is one character for ?")
  func scalars() {
    let resource = ResourceName("arn:aws:s3:::bucket/é", account: "111122223333")
    for (pattern, covers) in [("?", true), ("??", false)] {
      DecisionCase(
        pattern, covers ? .allowed : .implicitlyDenied, resource: resource,
        layers(identity: [.allow("*", on: ["arn:aws:s3:::bucket/" + pattern])])
      ).check()
    }
  }

  static let lists: [DecisionCase] = [
    DecisionCase(
      "several actions and resources are alternatives", .allowed,
      layers(identity: [.allow("s3:*", "lambda:*", on: ["arn:aws:s3:::b", orders])])),
    DecisionCase(
      "NotAction needs every entry to miss", .implicitlyDenied,
      layers(identity: [.allow("s3:*", "lambda:*").notAction])),
    DecisionCase(
      "Deny with NotAction denies what is not listed", .explicitlyDenied,
      layers(identity: [.allow("*"), .deny("s3:*").notAction])),
    DecisionCase(
      "a statement with an empty action list has no effect", .allowed,
      layers(identity: [.allow("*"), .deny()])),
    DecisionCase(
      "a statement with an empty resource list has no effect", .implicitlyDenied,
      layers(identity: [.allow("*", on: [])])),
    DecisionCase(
      "a statement without resource in a resource's policy means that resource", .allowed,
      layers(resource: [.allow("*", on: nil, to: [.alice])])),
  ]

  @Test("lists", arguments: lists)
  func list(example: DecisionCase) { example.check() }

  @Test(
    "an action that takes no resource is covered by * alone",
    arguments: [
      ("*", Verdict.allowed), ("?", .allowed), ("arn:aws:lambda:*", .implicitlyDenied),
      ("arn:*", .implicitlyDenied),
    ])
  func wildcardOnly(pattern: String, expected: Verdict) {
    let request = AuthorizationRequest(
      caller: .alice, action: "lambda:ListFunctions", resource: ResourceName(orders),
      context: .complete(), takesNoResource: true)
    let decision = Evaluator.evaluate(request, layers(identity: [.allow("*", on: [pattern])]))
    #expect(decision.verdict == expected)
  }
}
