import ReferenceEvaluator
import Testing

@Suite("C.1 to C.4: how the layers combine")
struct DecisionTests {
  private static let user = #"{"AWS":"arn:aws:iam::111122223333:user/alice"}"#
  private static let role = #"{"AWS":"arn:aws:iam::111122223333:role/deployer"}"#
  private static let session =
    #"{"AWS":"arn:aws:sts::111122223333:assumed-role/deployer/build-42"}"#
  private static let federated =
    #"{"AWS":"arn:aws:sts::111122223333:federated-user/alice"}"#
  private static let account = #"{"AWS":"111122223333"}"#
  private static let everyone = #""*""#

  /// A row of C.3: the resource policy grants, the identity policy is silent.
  struct Row: Sendable, CustomTestStringConvertible {
    var named: String
    var caller: String
    /// With the boundary silent, the session policy silent, and both allowing. Nil where the
    /// caller cannot have the layer.
    var boundary: Verdict?
    var session: Verdict?
    var both: Verdict

    var testDescription: String { "\(named) for \(caller)" }
  }

  @Test(
    "C.3: the resource policy grants and the identity policy is silent",
    arguments: [
      Row(named: user, caller: PolicyCase.alice, boundary: .allowed, both: .allowed),
      Row(
        named: role, caller: PolicyCase.session, boundary: .implicitlyDenied,
        session: .implicitlyDenied, both: .allowed),
      Row(
        named: session, caller: PolicyCase.session, boundary: .allowed, session: .allowed,
        both: .allowed),
      Row(
        named: everyone, caller: PolicyCase.session, boundary: .allowed, session: .allowed,
        both: .allowed),
      Row(
        named: user, caller: PolicyCase.federatedAlice, boundary: .implicitlyDenied,
        session: .implicitlyDenied, both: .allowed),
      Row(
        named: federated, caller: PolicyCase.federatedAlice, boundary: .allowed,
        session: .allowed, both: .allowed),
      Row(
        named: account, caller: PolicyCase.session, boundary: .implicitlyDenied,
        session: .implicitlyDenied, both: .implicitlyDenied),
      Row(
        named: account, caller: PolicyCase.alice, boundary: .implicitlyDenied,
        both: .implicitlyDenied),
      Row(named: account, caller: #""arn:aws:iam::111122223333:root""#, both: .allowed),
    ])
  func matrix(_ row: Row) throws {
    let hasSession = row.session != nil
    let allow = hasSession ? ["session": Document.allowAll] : [:]
    let layers = ["identity": Document.silent, "resource": Document.naming(row.named)]
    let columns: [(Verdict?, [String: String])] = [
      (row.boundary, allow.merging(["boundary": Document.silent]) { $1 }),
      (row.session, ["session": Document.silent]),
      (row.both, allow.merging(row.boundary == nil ? [:] : ["boundary": Document.allowAll]) { $1 }),
    ]
    for case (let verdict?, let limits) in columns {
      try PolicyCase(
        name: "\(row.named) \(limits.keys.sorted())", principal: row.caller,
        policies: layers.merging(limits) { $1 }, verdict: verdict
      ).check()
    }
  }

  @Test(
    "an explicit deny in any layer wins",
    arguments: ["identity", "boundary", "session", "resource", "scp", "rcp", "vpcEndpoint"])
  func explicitDeny(layer: String) throws {
    let deny = #"{"Effect":"Deny","Action":"sqs:*","Resource":"*"}"#
    let denyEveryone = #"{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"}"#
    var layers = [
      "identity": [Document.allowAll], "boundary": [Document.allowAll],
      "session": [Document.allowAll], "resource": [Document.naming(Self.session)],
      "scp": [Document.allowAll], "rcp": [Document.allowEveryone],
      "vpcEndpoint": [Document.allowEveryone],
    ]
    try Self.queueCase("no deny", layers, .allowed).check()
    let hasPrincipal = ["resource", "rcp", "vpcEndpoint"].contains(layer)
    layers[layer, default: []].append(Document.of(hasPrincipal ? denyEveryone : deny))
    try Self.queueCase(layer, layers, .explicitlyDenied).check()
  }

  /// A role session that sends to a queue; control policies stand at one level.
  private static func queueCase(
    _ name: String, _ layers: [String: [String]], _ verdict: Verdict
  ) -> PolicyCase {
    var policies = layers.mapValues { "[\($0.joined(separator: ","))]" }
    for level in ["scp", "rcp"] { policies[level] = policies[level].map { "[\($0)]" } }
    return PolicyCase(
      name: name, principal: PolicyCase.session, action: "sqs:SendMessage",
      resource: "arn:aws:sqs:us-east-1:111122223333:orders", policies: policies, verdict: verdict)
  }

  @Test(
    "C.7: identity policies within their limits",
    arguments: [
      PolicyCase(name: "nothing", verdict: .implicitlyDenied),
      PolicyCase(name: "identity", policies: ["identity": Document.allowAll]),
      PolicyCase(
        name: "C7.1: a boundary grants nothing", policies: ["boundary": Document.allowAll],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "C7.1: a silent boundary blocks",
        policies: ["identity": Document.allowAll, "boundary": Document.silent],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "null and empty layers do not apply",
        policies: ["identity": Document.allowAll, "boundary": "null", "session": "[]"]),
      PolicyCase(
        name: "C7.3: session policies are a union", principal: PolicyCase.session,
        policies: [
          "identity": Document.allowAll, "session": "[\(Document.silent),\(Document.allowAll)]",
        ]),
      PolicyCase(
        name: "C7.3: a silent session policy blocks", principal: PolicyCase.session,
        policies: ["identity": Document.allowAll, "session": Document.silent],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "C7.4: a federated user has nothing without a session policy",
        principal: PolicyCase.federatedAlice, policies: ["identity": Document.allowAll],
        verdict: .implicitlyDenied),
      PolicyCase(
        name: "C7.4: and the user's permissions with one", principal: PolicyCase.federatedAlice,
        policies: ["identity": Document.allowAll, "session": Document.allowAll]),
      PolicyCase(
        name: "C.13: a root user has everything of its account",
        principal: #""arn:aws:iam::111122223333:root""#),
      PolicyCase(
        name: "C.15: an endpoint policy must allow",
        policies: [
          "identity": Document.allowAll,
          "vpcEndpoint": Document.of(
            #"{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}"#),
        ], verdict: .implicitlyDenied),
      PolicyCase(
        name: "C.15: and grants nothing", policies: ["vpcEndpoint": Document.allowEveryone],
        verdict: .implicitlyDenied),
    ])
  func limits(_ policyCase: PolicyCase) throws {
    try policyCase.check()
  }

  @Test(
    "C.4: across accounts both sides must allow",
    arguments: [
      (#"{"AWS":"arn:aws:iam::444455556666:user/bob"}"#, true, Verdict.allowed),
      (#"{"AWS":"arn:aws:iam::444455556666:user/bob"}"#, false, .implicitlyDenied),
      (#"{"AWS":"444455556666"}"#, true, .allowed), (#""*""#, true, .allowed),
      (#""*""#, false, .implicitlyDenied), (#"{"AWS":"111122223333"}"#, true, .implicitlyDenied),
    ])
  func crossAccount(named: String, identityAllows: Bool, verdict: Verdict) throws {
    try PolicyCase(
      name: named, principal: #""arn:aws:iam::444455556666:user/bob""#,
      policies: [
        "identity": identityAllows ? Document.allowAll : Document.silent,
        "resource": Document.naming(named),
      ], verdict: verdict
    ).check()
    // C4.4: a root user needs no identity policy.
    try PolicyCase(
      name: named, principal: #""arn:aws:iam::444455556666:root""#,
      policies: ["resource": Document.naming(named)],
      verdict: named.contains("1111") || named.contains("bob") ? .implicitlyDenied : .allowed
    ).check()
  }

  @Test("C2.5: resourceAccount tells the owner where the ARN does not")
  func resourceAccount() throws {
    for (owner, verdict) in [
      ("111122223333", Verdict.allowed), ("444455556666", .implicitlyDenied),
    ] {
      try PolicyCase(
        name: owner, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/a",
        request: #","resourceAccount":"\#(owner)""#, policies: ["identity": Document.allowAll],
        verdict: verdict
      ).check()
    }
  }

  @Test("the answer names an open rule only where the verdict rests on it")
  func restingRules() throws {
    let open = Document.of(
      #"""
      {"Effect":"Allow","Action":"*","Resource":"*",
       "Condition":{"StringEquals":{"k:a":"x"}}}
      """#)
    let context = #"{"k:a":["x","y"]}"#
    let rule: Set<OpenRule> = [.severalValuesWithoutSetOperator]
    let table: [([String: String], Verdict, Set<OpenRule>)] = [
      (["identity": open], .implicitlyDenied, rule),
      (["identity": "[\(open),\(Document.allowAll)]"], .allowed, []),
      (["identity": open, "boundary": Document.silent], .implicitlyDenied, []),
      (["identity": "[\(open),\(Document.denyAll)]"], .explicitlyDenied, []),
      (["identity": Document.allowAll, "boundary": open], .implicitlyDenied, rule),
    ]
    for (layers, verdict, uncertain) in table {
      try PolicyCase(
        name: "\(layers)", context: context, policies: layers, verdict: verdict,
        uncertain: uncertain
      ).check()
    }
  }

  @Test("a reading that stands decides over one that nothing but the effect decides")
  func standingReading() throws {
    let deny = { (value: String) in
      Document.of(
        #"""
        {"Effect":"Deny","Action":"*","Resource":"*",
         "Condition":{"stringequals":{"k:b":"\#(value)"},"StringEquals":{"k:a":"x"}}}
        """#)
    }
    for (value, verdict) in [("y", Verdict.explicitlyDenied), ("z", .allowed)] {
      try PolicyCase(
        name: value, context: #"{"k:a":["x","y"],"k:b":"y"}"#,
        policies: ["identity": "[\(Document.allowAll),\(deny(value))]"], verdict: verdict,
        uncertain: [.operatorLetterCase, .severalValuesWithoutSetOperator]
      ).check()
    }
  }
}
