import ReferenceEvaluator
import Testing

@Suite("C.5 to C.13: control policies, anchored resources, special callers")
struct SpecialCaseTests {
  private static let queue = "arn:aws:sqs:us-east-1:111122223333:orders"
  private static let key = "arn:aws:kms:us-east-1:111122223333:key/1"
  private static let target = "arn:aws:iam::111122223333:role/target"
  private static let root = #""arn:aws:iam::111122223333:root""#
  private static let account = #"{"AWS":"111122223333"}"#
  private static let linked = #"{"aws:PrincipalArn":"arn:aws:iam::1:role/aws-service-role/x/R"}"#
  private static let denyQueues = Document.of(
    #"{"Effect":"Deny","Principal":"*","Action":["sqs:*","lambda:*","ec2:*","kms:*"],"Resource":"*"}"#
  )

  @Test(
    "C.5: service control policies",
    arguments: [
      PolicyCase(
        name: "every level must allow",
        policies: [
          "identity": Document.allowAll, "scp": "[[\(Document.allowAll)],[\(Document.silent)]]",
        ], verdict: .implicitlyDenied),
      PolicyCase(
        name: "a level without documents allows nothing",
        policies: ["identity": Document.allowAll, "scp": "[[\(Document.allowAll)],[]]"],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "within a level they are a union",
        policies: [
          "identity": Document.allowAll, "scp": "[[\(Document.silent),\(Document.allowAll)]]",
        ]),
      PolicyCase(
        name: "they bind root users", principal: root, policies: ["scp": "[[\(Document.silent)]]"],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "they bind direct grants", principal: PolicyCase.session,
        policies: ["resource": Document.naming(#""*""#), "scp": "[[\(Document.silent)]]"],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "they do not bind service-linked roles", principal: PolicyCase.session,
        context: linked,
        policies: ["identity": Document.allowAll, "scp": "[[\(Document.denyAll)]]"]),
      PolicyCase(
        name: "they do not bind services", principal: #"{"Service":"s3.amazonaws.com"}"#,
        policies: ["resource": Document.naming(#""*""#), "scp": "[[\(Document.denyAll)]]"]),
      PolicyCase(
        name: "they grant nothing", policies: ["scp": "[[\(Document.allowAll)]]"],
        verdict: .implicitlyDenied),
    ])
  func serviceControl(_ policyCase: PolicyCase) throws {
    try policyCase.check()
  }

  @Test(
    "C.6: resource control policies bind every caller, for the services on the list",
    arguments: [
      ("sqs:SendMessage", queue, PolicyCase.alice, Verdict.explicitlyDenied, false),
      ("sqs:SendMessage", queue, root, .explicitlyDenied, false),
      ("sqs:SendMessage", queue, #"{"Service":"s3.amazonaws.com"}"#, .explicitlyDenied, false),
      ("sqs:SendMessage", queue, #""anonymous""#, .explicitlyDenied, false),
      ("lambda:InvokeFunction", PolicyCase.orders, PolicyCase.alice, .allowed, false),
      ("kms:Decrypt", key, PolicyCase.alice, .explicitlyDenied, false),
      ("kms:RetireGrant", key, PolicyCase.alice, .allowed, false),
      (
        "ec2:StartInstances", "arn:aws:ec2:us-east-1:111122223333:instance/i", PolicyCase.alice,
        .explicitlyDenied, true
      ),
    ])
  func resourceControl(
    action: String, resource: String, caller: String, verdict: Verdict, isOpen: Bool
  ) throws {
    let policies = [
      "identity": Document.allowAll, "resource": Document.naming(#""*""#),
      "rcp": "[[\(Document.allowEveryone),\(Self.denyQueues)]]",
    ]
    try PolicyCase(
      name: action, principal: caller, action: action, resource: resource, policies: policies,
      verdict: verdict, uncertain: isOpen ? [.resourceControlService] : []
    ).check()
    try PolicyCase(
      name: "service-linked role", principal: PolicyCase.session, action: action,
      resource: resource, context: Self.linked, policies: policies
    ).check()
  }

  @Test(
    "C.8 and C.9: roles and keys need an Allow of their own policy",
    arguments: [
      (#"{"AWS":"arn:aws:iam::111122223333:user/alice"}"#, false, Verdict.allowed),
      (account, false, .implicitlyDenied), (account, true, .allowed),
      (#"{"AWS":"arn:aws:iam::111122223333:user/bob"}"#, true, .implicitlyDenied),
    ])
  func anchored(named: String, identityAllows: Bool, verdict: Verdict) throws {
    let policies = [
      "identity": identityAllows ? Document.allowAll : Document.silent,
      "resource": Document.of(
        #"{"Effect":"Allow","Principal":\#(named),"Action":["kms:*","sts:*"]}"#),
    ]
    for (action, resource) in [
      ("kms:Decrypt", Self.key), ("sts:AssumeRole", Self.target), ("sts:TagSession", Self.target),
      ("sts:SetSourceIdentity", Self.target),
    ] {
      try PolicyCase(
        name: action, action: action, resource: resource, policies: policies, verdict: verdict
      ).check()
    }
  }

  @Test("C9.3: not even the root user reaches a key whose policy does not name the account")
  func keyOfNobody() throws {
    try PolicyCase(
      name: "none", principal: Self.root, action: "kms:Decrypt", resource: Self.key,
      verdict: .implicitlyDenied
    ).check()
    try PolicyCase(
      name: "account", principal: Self.root, action: "kms:Decrypt", resource: Self.key,
      policies: ["resource": Document.naming(Self.account)]
    ).check()
  }

  @Test("C8.4: a trust policy alone decides for an identity provider")
  func identityProvider() throws {
    let provider = #"{"Federated":"accounts.google.com"}"#
    for (named, verdict) in [
      (provider, Verdict.allowed), (Self.account, .implicitlyDenied),
    ] {
      try PolicyCase(
        name: named, principal: provider, action: "sts:AssumeRoleWithWebIdentity",
        resource: Self.target, policies: ["resource": Document.naming(named)], verdict: verdict
      ).check()
    }
  }

  @Test(
    "C8.8: calls that need no Allow",
    arguments: [
      PolicyCase(
        name: "GetCallerIdentity, denied", action: "sts:getcalleridentity", resource: "*",
        policies: ["identity": Document.denyAll, "scp": "[[\(Document.silent)]]"]),
      PolicyCase(
        name: "GetSessionToken", action: "sts:GetSessionToken", resource: "*",
        policies: ["scp": "[[\(Document.silent)]]"]),
      PolicyCase(
        name: "GetSessionToken, denied", action: "sts:GetSessionToken", resource: "*",
        policies: ["identity": Document.denyAll], verdict: .explicitlyDenied,
        uncertain: [.denyOnGetSessionToken]),
      PolicyCase(
        name: "GetSessionToken by a role", principal: PolicyCase.session,
        action: "sts:GetSessionToken", resource: "*", verdict: .implicitlyDenied),
    ])
  func freeCalls(_ policyCase: PolicyCase) throws {
    try policyCase.check()
  }

  @Test("U14 and U18: keys whose presence is open are evaluated as given, and marked")
  func markedKeys() throws {
    let document = { (principal: String, key: String) in
      Document.of(
        #"""
        {"Effect":"Allow","Principal":\#(principal),"Action":"*",
         "Condition":{"StringLike":{"\#(key)":"*"}}}
        """#)
    }
    let service = #"{"Service":"s3.amazonaws.com"}"#
    try PolicyCase(
      name: "U14", principal: service, context: #"{"aws:PrincipalType":"Service"}"#,
      policies: ["resource": document(service, "aws:principaltype")],
      uncertain: [.principalKeyOfService]
    ).check()
    let function = #"{"lambda:SourceFunctionArn":"arn:aws:lambda:r:1:function:f"}"#
    let resource = document(#""*""#, "lambda:SourceFunctionArn")
    try PolicyCase(
      name: "U18", principal: service, context: function, policies: ["resource": resource],
      uncertain: [.sourceFunctionInResourcePolicy]
    ).check()
    try PolicyCase(
      name: "U18, absent", principal: service, policies: ["resource": resource],
      verdict: .implicitlyDenied, uncertain: [.sourceFunctionInResourcePolicy]
    ).check()
  }
}
