import Evaluation
import PolicyLanguage
import Testing

@Suite("requests within one account")
struct SameAccountTests {
  private static let silent: [Statement] = [.allow("s3:*")]
  private static let all: [Statement] = [.allow("*")]

  static let basics: [DecisionCase] = [
    DecisionCase("nothing allows", .implicitlyDenied, layers()),
    DecisionCase("the identity policy allows", .allowed, layers(identity: all)),
    DecisionCase(
      "a Deny wins over every Allow", .explicitlyDenied,
      layers(identity: [.allow("*"), .deny("lambda:*")], resource: [.allow("*", to: [.alice])])),
    DecisionCase(
      "a Deny counts where nothing allows", .explicitlyDenied, layers(identity: [.deny("*")])),
    DecisionCase(
      "a Deny for another action does not", .allowed,
      layers(identity: [.allow("*"), .deny("s3:*")])),
    DecisionCase(
      "a boundary limits", .implicitlyDenied, layers(identity: all, boundary: silent)),
    DecisionCase(
      "a boundary grants nothing", .implicitlyDenied, layers(identity: silent, boundary: all)),
    DecisionCase(
      "a session policy limits", .implicitlyDenied, caller: .build,
      layers(identity: all, session: silent)),
    DecisionCase(
      "a boundary's Deny denies", .explicitlyDenied,
      layers(identity: all, boundary: [.allow("*"), .deny("lambda:*")])),
    DecisionCase(
      "an endpoint's policy limits", .implicitlyDenied,
      layers(identity: all, endpoint: [.allow("s3:*", to: [.everyone])])),
    DecisionCase(
      "an endpoint's policy grants nothing", .implicitlyDenied,
      layers(endpoint: [.allow("*", to: [.everyone])])),
    DecisionCase("the root user needs no Allow", .allowed, caller: .root, layers()),
    DecisionCase(
      "a Deny in the resource's policy binds the root user", .explicitlyDenied, caller: .root,
      layers(resource: [.deny("*", to: [.home])])),
  ]

  @Test("the basics", arguments: basics)
  func basic(example: DecisionCase) { example.check() }

  /// Who is named, who calls, and whether a silent boundary, a silent session policy, and neither
  /// leave the request allowed. `nil` where the caller cannot have the policy.
  struct Row: Sendable, CustomTestStringConvertible {
    let named: [PrincipalPattern]
    let caller: Caller
    let withBoundary: Bool?
    let withSession: Bool?
    let withNeither: Bool
    let testDescription: String
  }

  /// IAM User Guide, "Policy evaluation for requests within a single account".
  static let matrix: [Row] = [
    Row(
      named: [.alice], caller: .alice, withBoundary: true, withSession: nil, withNeither: true,
      testDescription: "the user"),
    Row(
      named: [.deployer], caller: .build, withBoundary: false, withSession: false,
      withNeither: true, testDescription: "the role"),
    Row(
      named: [.build], caller: .build, withBoundary: true, withSession: true, withNeither: true,
      testDescription: "the session"),
    Row(
      named: [.everyone], caller: .build, withBoundary: true, withSession: true, withNeither: true,
      testDescription: "everyone"),
    Row(
      named: [.guest], caller: .federated, withBoundary: true, withSession: true,
      withNeither: true, testDescription: "the federated session"),
    Row(
      named: [.alice], caller: .federated, withBoundary: false, withSession: false,
      withNeither: false, testDescription: "the user behind a federated session"),
    Row(
      named: [.home], caller: .build, withBoundary: false, withSession: false, withNeither: false,
      testDescription: "the account"),
    Row(
      named: [.home], caller: .root, withBoundary: nil, withSession: nil, withNeither: true,
      testDescription: "the account, asked by its root user"),
  ]

  @Test("what the resource's policy grants alone", arguments: matrix)
  func grant(row: Row) {
    let grant: [Statement] = [.allow("*", to: row.named)]
    let expect = { (isAllowed: Bool, what: String, layers: PolicyLayers) in
      DecisionCase(
        "\(row.testDescription), \(what)", isAllowed ? .allowed : .implicitlyDenied,
        caller: row.caller, layers
      ).check()
    }
    expect(row.withNeither, "neither", layers(resource: grant))
    if let isAllowed = row.withBoundary {
      expect(isAllowed, "silent boundary", layers(boundary: Self.silent, resource: grant))
      DecisionCase(
        "a denying boundary", .explicitlyDenied, caller: row.caller,
        layers(boundary: [.deny("*")], resource: grant)
      ).check()
    }
    if let isAllowed = row.withSession {
      expect(isAllowed, "silent session policy", layers(session: Self.silent, resource: grant))
    }
  }

  static let further: [DecisionCase] = [
    DecisionCase(
      "the user behind a federated session, with a session policy that allows", .allowed,
      caller: .federated, layers(session: all, resource: [.allow("*", to: [.alice])])),
    DecisionCase(
      "the account, and the identity policy allows", .allowed, caller: .build,
      layers(identity: all, resource: [.allow("*", to: [.home])])),
    DecisionCase(
      "a federated session without session policy has none of its user's permissions",
      .implicitlyDenied, caller: .federated, layers(identity: all)),
    DecisionCase(
      "a federated session has what user and session policy both allow", .allowed,
      caller: .federated, layers(identity: all, session: all)),
    DecisionCase(
      "a Deny on the user denies its federated sessions", .explicitlyDenied, caller: .federated,
      layers(identity: all, session: all, resource: [.deny("*", to: [.alice])])),
    DecisionCase(
      "a Deny on the role denies its sessions", .explicitlyDenied, caller: .build,
      layers(identity: all, resource: [.deny("*", to: [.deployer])])),
    DecisionCase(
      "a Deny on the account denies its users", .explicitlyDenied,
      layers(identity: all, resource: [.deny("*", to: [.home])])),
  ]

  @Test("sessions and denials", arguments: further)
  func furtherCase(example: DecisionCase) { example.check() }
}
