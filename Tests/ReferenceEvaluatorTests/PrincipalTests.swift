import ReferenceEvaluator
import Testing

/// How closely a principal element names a caller, as the verdicts show it.
enum ObservedLevel {
  /// Grants past a silent boundary.
  case direct
  /// Grants, but not past a silent boundary.
  case entity
  /// Grants nothing alone, but denies.
  case account
  case none

  /// In an Allow without boundary, in one with a silent boundary, and in a Deny.
  var verdicts: [Verdict] {
    switch self {
    case .direct: [.allowed, .allowed, .explicitlyDenied]
    case .entity: [.allowed, .implicitlyDenied, .explicitlyDenied]
    case .account: [.implicitlyDenied, .implicitlyDenied, .explicitlyDenied]
    case .none: [.implicitlyDenied, .implicitlyDenied, .implicitlyDenied]
    }
  }
}

@Suite("A.6: principals")
struct PrincipalTests {
  private static let user = PolicyCase.alice
  private static let session = PolicyCase.session
  private static let federated = PolicyCase.federatedAlice
  private static let ids = #"{"aws:userid":"AIDAALICE"}"#
  private static let roleIDs = #"{"aws:userid":"AROADEPLOYER:build-42"}"#

  @Test(
    "a principal element names a caller at a level",
    arguments: [
      (#""*""#, user, ObservedLevel.direct), (#"{"AWS":"*"}"#, session, .direct),
      (#"{"AWS":["*"]}"#, federated, .direct),
      (#"{"AWS":"111122223333"}"#, user, .account),
      (#"{"AWS":"111122223333"}"#, session, .account),
      (#"{"AWS":"111122223333"}"#, federated, .account),
      (#"{"AWS":"arn:aws:iam::111122223333:root"}"#, user, .account),
      (#"{"AWS":"arn:aws-cn:iam::111122223333:root"}"#, user, .none),
      (#"{"AWS":"444455556666"}"#, user, .none),
      (#"{"AWS":"arn:aws:iam::111122223333:user/alice"}"#, user, .direct),
      (#"{"AWS":"arn:aws:iam::111122223333:user/Alice"}"#, user, .none),
      (#"{"AWS":"arn:aws:iam::111122223333:user/team/alice"}"#, user, .none),
      (#"{"AWS":"arn:aws:iam::111122223333:role/deployer"}"#, session, .entity),
      (#"{"AWS":"arn:aws:iam::111122223333:role/team/deployer"}"#, session, .entity),
      (#"{"AWS":"arn:aws:iam::111122223333:role/deployer2"}"#, session, .none),
      (#"{"AWS":"arn:aws:iam::444455556666:role/deployer"}"#, session, .none),
      (#"{"AWS":"arn:aws-cn:iam::111122223333:role/deployer"}"#, session, .none),
      (#"{"AWS":"arn:aws:iam::111122223333:user/deployer"}"#, session, .none),
      (
        #"{"AWS":"arn:aws:sts::111122223333:assumed-role/deployer/build-42"}"#, session, .direct
      ),
      (#"{"AWS":"arn:aws:sts::111122223333:assumed-role/deployer/other"}"#, session, .none),
      (
        #"{"AWS":"arn:aws:iam::111122223333:role/team/deployer"}"#,
        #""arn:aws:iam::111122223333:role/team/deployer""#, .entity
      ),
      (
        #"{"AWS":"arn:aws:iam::111122223333:role/deployer"}"#,
        #""arn:aws:iam::111122223333:role/team/deployer""#, .none
      ),
      (#"{"AWS":"arn:aws:sts::111122223333:federated-user/alice"}"#, federated, .direct),
      (#"{"AWS":"arn:aws:sts::111122223333:federated-user/bob"}"#, federated, .none),
      (#"{"AWS":"arn:aws:iam::111122223333:user/alice"}"#, federated, .entity),
      (#"{"AWS":"arn:aws:iam::111122223333:user/bob"}"#, federated, .none),
      (
        #"{"AWS":["arn:aws:iam::111122223333:user/bob"],"Service":"s3.amazonaws.com"}"#, user,
        .none
      ),
      (
        #"{"Service":"s3.amazonaws.com","AWS":["arn:aws:iam::111122223333:user/alice"]}"#, user,
        .direct
      ),
      (#"{"CanonicalUser":"79a59df900b949e55d96a1e698fbaced"}"#, user, .none),
      (#"{"Federated":"accounts.google.com"}"#, user, .none),
    ])
  func levels(element: String, caller: String, level: ObservedLevel) throws {
    try check(element, caller, "{}", level)
  }

  @Test(
    "A6.2: a unique id names whom aws:userid names",
    arguments: [
      (#"{"AWS":"AIDAALICE"}"#, user, ids, ObservedLevel.direct),
      (#"{"AWS":"AIDAGONE"}"#, user, ids, .none), (#"{"AWS":"AIDAALICE"}"#, user, "{}", .none),
      (#"{"AWS":"AIDAALICE"}"#, user, #"{"aws:userid":["AIDAALICE","x"]}"#, .none),
      (#"{"AWS":"AROADEPLOYER"}"#, session, roleIDs, .entity),
      (#"{"AWS":"AROAOTHER"}"#, session, roleIDs, .none),
    ])
  func uniqueIDs(element: String, caller: String, context: String, level: ObservedLevel) throws {
    try check(element, caller, context, level)
  }

  /// A federated user's session has no permissions without a session policy, so all get one.
  private func check(
    _ element: String, _ caller: String, _ context: String, _ level: ObservedLevel
  ) throws {
    let allow = Document.naming(element)
    let layers = [
      ["resource": allow], ["resource": allow, "boundary": Document.silent],
      ["resource": Document.naming(element, effect: "Deny")],
    ]
    for (layers, verdict) in zip(layers, level.verdicts) {
      try PolicyCase(
        name: "\(element) for \(caller)", principal: caller, context: context,
        policies: layers.merging(["session": Document.allowAll]) { old, _ in old },
        verdict: verdict
      ).check()
    }
  }

  @Test(
    "callers without an account are named by their own kind of entry or by the star",
    arguments: [
      (#"{"Service":"sns.amazonaws.com"}"#, #"{"Service":"sns.amazonaws.com"}"#, true),
      (#"{"Service":["s3.amazonaws.com"]}"#, #"{"Service":"sns.amazonaws.com"}"#, false),
      (#""*""#, #"{"Service":"sns.amazonaws.com"}"#, true),
      (#"{"AWS":"111122223333"}"#, #"{"Service":"sns.amazonaws.com"}"#, false),
      (
        #"{"Service":"s3.eu-west-1.amazonaws.com"}"#, #"{"Service":"s3.us-east-1.amazonaws.com"}"#,
        false
      ),
      (#"{"Federated":"accounts.google.com"}"#, #"{"Federated":"accounts.google.com"}"#, true),
      (#"{"Federated":"www.amazon.com"}"#, #"{"Federated":"accounts.google.com"}"#, false),
      (#"{"AWS":"*"}"#, #""anonymous""#, true), (#""*""#, #"{"Anonymous":true}"#, true),
      (#"{"AWS":"111122223333"}"#, #""anonymous""#, false),
    ])
  func withoutAccount(element: String, caller: String, matches: Bool) throws {
    try PolicyCase(
      name: element, principal: caller, policies: ["resource": Document.naming(element)],
      verdict: matches ? .allowed : .implicitlyDenied
    ).check()
  }

  @Test("U11: a Regional and a global name of a service may be the same")
  func regionalService() throws {
    let names = ["s3.us-east-1.amazonaws.com", "s3.amazonaws.com"]
    for (caller, entry) in [(names[0], names[1]), (names[1], names[0])] {
      for (effect, verdict) in [("Allow", Verdict.implicitlyDenied), ("Deny", .explicitlyDenied)] {
        try PolicyCase(
          name: effect, principal: #"{"Service":"\#(caller)"}"#,
          policies: ["resource": Document.naming(#"{"Service":"\#(entry)"}"#, effect: effect)],
          verdict: verdict, uncertain: [.regionalServiceName]
        ).check()
      }
    }
  }

  @Test("U09: a role and its session in one statement")
  func roleAndSession() throws {
    let both = """
      {"AWS":["arn:aws:iam::111122223333:role/deployer",\
      "arn:aws:sts::111122223333:assumed-role/deployer/build-42"]}
      """
    try PolicyCase(
      name: "the role alone grants", principal: Self.session,
      policies: ["resource": Document.naming(both)]
    ).check()
    try PolicyCase(
      name: "past a boundary only the session would", principal: Self.session,
      policies: ["resource": Document.naming(both), "boundary": Document.silent],
      verdict: .implicitlyDenied, uncertain: [.roleAndSessionTogether]
    ).check()
  }
}

@Suite("A6.6 to A6.10: NotPrincipal")
struct NotPrincipalTests {
  private static let account = "arn:aws:iam::111122223333:root"
  private static let user = "arn:aws:iam::111122223333:user/alice"
  private static let role = "arn:aws:iam::111122223333:role/deployer"
  private static let session = "arn:aws:sts::111122223333:assumed-role/deployer/build-42"

  @Test(
    "a Deny spares only whose whole chain is listed",
    arguments: [
      (PolicyCase.alice, [user, account], Verdict.allowed, false),
      (PolicyCase.alice, ["AIDAALICE", "111122223333"], .allowed, false),
      (PolicyCase.alice, [account], .explicitlyDenied, false),
      (PolicyCase.alice, [user], .explicitlyDenied, true),
      (PolicyCase.alice, [role], .explicitlyDenied, false),
      (PolicyCase.session, [session, role, account], .allowed, false),
      (PolicyCase.session, [role, account], .explicitlyDenied, true),
      (PolicyCase.session, [session, account], .explicitlyDenied, true),
      (PolicyCase.session, [account], .explicitlyDenied, false),
      (#""arn:aws:iam::111122223333:root""#, [account], .allowed, false),
      (#""arn:aws:iam::111122223333:root""#, [user], .explicitlyDenied, false),
    ])
  func chains(caller: String, listed: [String], verdict: Verdict, isOpen: Bool) throws {
    try PolicyCase(
      name: "\(listed)", principal: caller, context: #"{"aws:userid":"AIDAALICE"}"#,
      policies: ["identity": Document.allowAll, "resource": deny(listed)], verdict: verdict,
      uncertain: isOpen ? [.partialNotPrincipalChain] : []
    ).check()
  }

  @Test("A6.9: a caller with a boundary is never spared")
  func boundary() throws {
    try PolicyCase(
      name: "boundary",
      policies: [
        "identity": Document.allowAll, "boundary": Document.allowAll,
        "resource": deny([Self.user, Self.account]),
      ], verdict: .explicitlyDenied
    ).check()
  }

  @Test("A6.6: in an Allow it opens the resource to everyone else")
  func allow() throws {
    let document = Document.of(
      #"{"Effect":"Allow","NotPrincipal":{"AWS":"444455556666"},"Action":"*"}"#)
    for caller in [PolicyCase.alice, #""anonymous""#, #"{"Service":"s3.amazonaws.com"}"#] {
      try PolicyCase(name: caller, principal: caller, policies: ["resource": document]).check()
    }
  }

  private func deny(_ listed: [String]) -> String {
    let list = listed.map { "\"\($0)\"" }.joined(separator: ",")
    return Document.of(#"{"Effect":"Deny","NotPrincipal":{"AWS":[\#(list)]},"Action":"*"}"#)
  }
}
