import ReferenceEvaluator
import Testing

@Suite("A.3 to A.5: actions, resources and variables")
struct PatternTests {
  @Test(
    "an action pattern covers lambda:InvokeFunction",
    arguments: [
      ("lambda:InvokeFunction", true), ("LAMBDA:invokefunction", true), ("*", true),
      ("lambda:*", true), ("lambda:Invoke*", true), ("lambda:InvokeFunctio?", true),
      ("lam*:*Function", true), ("lambda:Invoke", false), ("lambda:InvokeFunction?", false),
      ("lambda:InvokeFunctionUrl", false), ("s3:*", false), ("lambda:*Url", false),
    ])
  func actions(pattern: String, covers: Bool) throws {
    let document = { (element: String) in
      Document.of(#"{"Effect":"Allow","\#(element)":["s3:Get*","\#(pattern)"],"Resource":"*"}"#)
    }
    try PolicyCase(
      name: pattern, policies: ["identity": document("Action")],
      verdict: covers ? .allowed : .implicitlyDenied
    ).check()
    try PolicyCase(
      name: "not \(pattern)", policies: ["identity": document("NotAction")],
      verdict: covers ? .implicitlyDenied : .allowed
    ).check()
  }

  @Test(
    "a resource pattern covers the function or its alias",
    arguments: [
      ("*", true, true), ("arn:aws:lambda:us-east-1:111122223333:function:orders", true, false),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders:*", false, true),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders*", true, true),
      ("arn:aws:lambda:us-east-1:111122223333:function:Orders", false, false),
      ("arn:aws:lambda:us-east-1:111122223333:function:order?", true, false),
      ("arn:aws:lambda:us-east-1:111122223333:function:ord", false, false),
      ("arn:aws:lambda:*", true, true), ("arn:aws:lambda:us-*:function:orders", true, false),
      ("arn:aws:lambda:*:*:function:o*s", true, false),
      ("arn:aws:lambda:us-east-1:111122223333:function:*d", false, true),
      ("arn:aws:lambda:us-east-1:111122223333:f*d", false, true),
    ])
  func resources(pattern: String, function: Bool, alias: Bool) throws {
    let alone = PolicyCase.orders
    for (resource, covers) in [(alone, function), (alone + ":prod", alias)] {
      try PolicyCase(
        name: pattern, resource: resource, policies: ["identity": allow("Resource", pattern)],
        verdict: covers ? .allowed : .implicitlyDenied
      ).check()
      try PolicyCase(
        name: "not \(pattern)", resource: resource,
        policies: ["identity": allow("NotResource", pattern)],
        verdict: covers ? .implicitlyDenied : .allowed
      ).check()
    }
  }

  @Test(
    "A3.5: an action without a resource needs a pattern that covers the star",
    arguments: [("*", true), ("?", true), ("arn:aws:lambda:*", false), ("arn:*", false)])
  func starOnly(pattern: String, covers: Bool) throws {
    for (resource, request) in [("*", ""), (PolicyCase.orders, #","wildcardOnlyAction":true"#)] {
      try PolicyCase(
        name: pattern, action: "lambda:ListFunctions", resource: resource, request: request,
        policies: ["identity": allow("Resource", pattern)],
        verdict: covers ? .allowed : .implicitlyDenied
      ).check()
    }
  }

  @Test("A4.3: a star with text after it in an early field is open across a colon")
  func starAcrossColon() throws {
    let pattern = "arn:aws:la*1:111122223333:function:orders"
    try PolicyCase(
      name: "allow", policies: ["identity": allow("Resource", pattern)],
      verdict: .implicitlyDenied, uncertain: [.wildcardAcrossColon]
    ).check()
    let deny = Document.of(#"{"Effect":"Deny","Action":"*","Resource":"\#(pattern)"}"#)
    try PolicyCase(
      name: "deny", policies: ["identity": "[\(Document.allowAll),\(deny)]"],
      verdict: .explicitlyDenied, uncertain: [.wildcardAcrossColon]
    ).check()
    try PolicyCase(
      name: "within the field",
      policies: [
        "identity": allow("Resource", "arn:aws:lambda:us*1:111122223333:function:orders")
      ]
    ).check()
  }

  @Test(
    "a variable in the resource part",
    arguments: [
      ("${aws:username}", #"{"aws:username":"orders"}"#, true),
      ("${AWS:UserName}", #"{"aws:username":"orders"}"#, true),
      ("ord${aws:PrincipalTag/t}", #"{"aws:PrincipalTag/t":"ers"}"#, true),
      ("${aws:username}", "{}", false),
      ("${aws:username}", #"{"aws:username":["orders","x"]}"#, false),
      ("${aws:username, 'orders'}", "{}", true),
      ("${aws:username, 'orders'}", #"{"aws:username":"bob"}"#, false),
      ("${aws:username, 'orders'}", #"{"aws:username":["orders","x"]}"#, false),
      ("${aws:username}", #"{"aws:username":"${aws:userid}","aws:userid":"orders"}"#, false),
      ("ord${*}", "{}", false), ("orders${aws:username}", #"{"aws:username":""}"#, true),
    ])
  func variables(name: String, context: String, covers: Bool) throws {
    let pattern = "arn:aws:lambda:us-east-1:111122223333:function:\(name)"
    try PolicyCase(
      name: name, context: context, policies: ["identity": allow("Resource", pattern)],
      verdict: covers ? .allowed : .implicitlyDenied
    ).check()
  }

  @Test(
    "A5.4: an escaped character is itself",
    arguments: [("a*", "a${*}"), ("a?", "a${?}"), ("a$", "a${$}"), ("${*}", "${$}{${*}}")])
  func escapes(object: String, pattern: String) throws {
    for (key, covers) in [(object, true), (object + "x", false), ("ab", false)] {
      try PolicyCase(
        name: pattern, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/\(key)",
        request: #","resourceAccount":"111122223333""#,
        policies: ["identity": allow("Resource", "arn:aws:s3:::bucket/\(pattern)")],
        verdict: covers ? .allowed : .implicitlyDenied
      ).check()
    }
  }

  @Test("A5.1: before the resource part, a variable is text")
  func earlyField() throws {
    try PolicyCase(
      name: "account", context: #"{"aws:PrincipalAccount":"111122223333"}"#,
      policies: [
        "identity": allow(
          "Resource", "arn:aws:lambda:us-east-1:${aws:PrincipalAccount}:function:orders")
      ], verdict: .implicitlyDenied
    ).check()
  }

  @Test("A5.6: in NotResource, a variable without value is open")
  func notResource() throws {
    let pattern = "arn:aws:lambda:us-east-1:111122223333:function:${aws:username}"
    try PolicyCase(
      name: "allow", policies: ["identity": allow("NotResource", pattern)],
      verdict: .implicitlyDenied, uncertain: [.notResourceWithoutValue]
    ).check()
    let deny = Document.of(#"{"Effect":"Deny","Action":"*","NotResource":["\#(pattern)","*"]}"#)
    try PolicyCase(
      name: "another entry matches for certain",
      policies: ["identity": "[\(Document.allowAll),\(deny)]"]
    ).check()
  }

  @Test("A5.7: a wildcard that comes with a value is open")
  func wildcardInValue() throws {
    let pattern = "arn:aws:lambda:us-east-1:111122223333:function:${aws:username}"
    try PolicyCase(
      name: "allow", context: #"{"aws:username":"ord*"}"#,
      policies: ["identity": allow("Resource", pattern)], verdict: .implicitlyDenied,
      uncertain: [.wildcardInSubstitutedText]
    ).check()
    try PolicyCase(
      name: "no match under either reading", context: #"{"aws:username":"pay*"}"#,
      policies: ["identity": allow("Resource", pattern)], verdict: .implicitlyDenied
    ).check()
  }

  private func allow(_ element: String, _ pattern: String) -> String {
    Document.of(#"{"Effect":"Allow","Action":"*","\#(element)":"\#(pattern)"}"#)
  }
}
