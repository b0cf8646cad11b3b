import Evaluation
import PolicyLanguage
import Testing

/// Conditional decisions against the decisions that they stand for, on random policies.
@Suite("random conditional decisions")
struct RandomFormulaTests {
  @Test(
    "say what the evaluator says under every context, and claim nothing that it refutes",
    arguments: [1, 2, 3, 4] as [UInt64])
  func agree(seed: UInt64) {
    var random = RandomPolicies(seed: seed)
    for round in 0..<150 {
      let layers = random.layers()
      let known = random.context(keeping: 3)
      let caller = random.caller()
      let open = random.request(caller, RequestContext(request: known, isComplete: false))
      let decision = Evaluator.evaluateSymbolically(open, layers)
      let outcome = decision.outcome()
      for _ in 0..<8 {
        let full = random.context(extending: known)
        let request = random.request(caller, RequestContext(request: full, isComplete: true))
        let verdict = Evaluator.evaluate(request, layers).verdict
        #expect(
          decision.verdict(under: request.context) == verdict,
          "seed \(seed), round \(round): \(decision.allowed)")
        switch outcome {
        case .allowed: #expect(verdict == .allowed, "seed \(seed), round \(round)")
        case .denied: #expect(verdict != .allowed, "seed \(seed), round \(round)")
        case .conditional, .undecided: break
        }
      }
    }
  }
}

/// Draws policies and contexts over a few keys, each of one type.
private struct RandomPolicies {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func below(_ count: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(count))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A key, the operators that fit it, what policies compare it with, and what requests hold.
  private struct Key {
    let name: String
    let operators: [String]
    let expected: [String]
    let given: [String]
    var isMultivalued = false
  }

  private static let keys = [
    Key(
      name: "aws:PrincipalTag/team",
      operators: [
        "StringEquals", "StringNotEquals", "StringLike", "StringEqualsIfExists", "Null",
        "StringEqualsIgnoreCase",
      ], expected: ["blue", "b*", "true", "${aws:PrincipalTag/role}"],
      given: ["blue", "black", "BLUE", "red", "true"]),
    Key(
      name: "aws:PrincipalTag/role", operators: ["StringEquals", "StringNotLike", "Null"],
      expected: ["blue", "false"], given: ["blue", "red"]),
    Key(
      name: "aws:SourceIp", operators: ["IpAddress", "NotIpAddress", "NotIpAddressIfExists"],
      expected: ["10.0.0.0/8", "10.1.0.0/16", "2001:db8::/32"],
      given: ["10.1.2.3", "10.2.0.0", "192.0.2.1", "2001:db8::1"]),
    Key(
      name: "aws:MultiFactorAuthAge",
      operators: ["NumericLessThan", "NumericGreaterThanEquals", "NumericEqualsIfExists"],
      expected: ["60", "3600", "59.5"], given: ["60", "59.7", "3600", "1", "10000"]),
    Key(
      name: "aws:SecureTransport", operators: ["Bool"], expected: ["true", "false"],
      given: ["true", "false"]),
    Key(
      name: "aws:CurrentTime", operators: ["DateLessThan", "DateGreaterThan", "DateNotEquals"],
      expected: ["2026-01-01", "2026-06-01T00:00:00Z"],
      given: ["2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"]),
    Key(
      name: "aws:TagKeys",
      operators: [
        "ForAllValues:StringEquals", "ForAnyValue:StringLike", "ForAnyValue:StringNotEquals",
        "ForAllValues:StringNotLike", "Null",
      ], expected: ["team", "t*", "true"], given: ["team", "tier", "owner"], isMultivalued: true),
  ]

  /// The keys that every request has.
  private static let always: Set<String> = ["aws:SecureTransport", "aws:CurrentTime"]

  private mutating func statement(principal: Bool) -> Statement {
    var conditions: [ConditionClause] = []
    for _ in 0..<below(3) {
      let key = pick(Self.keys)
      conditions.append(when(pick(key.operators), key.name, pick(key.expected)))
    }
    let principals: [PrincipalPattern] = [.home, .alice, .deployer, .build, .everyone]
    let resource = pick([orders, "*", "arn:aws:lambda:*:*:function:${aws:PrincipalTag/team}"])
    return Statement(
      effect: below(3) == 0 ? .deny : .allow,
      principal: principal ? PrincipalElement([pick(principals)]) : nil,
      action: ActionElement([pick(["*", "lambda:*"])]), resource: ResourceElement([resource]),
      conditions: conditions)
  }

  private mutating func statements(principal: Bool) -> [Statement] {
    (0..<1 + below(3)).map { _ in statement(principal: principal) }
  }

  mutating func layers() -> PolicyLayers {
    EvaluationTests.layers(
      identity: statements(principal: false),
      boundary: below(3) == 0 ? statements(principal: false) : nil,
      resource: below(2) == 0 ? statements(principal: true) : nil,
      scp: below(4) == 0 ? [statements(principal: false)] : [])
  }

  mutating func caller() -> Caller {
    pick([.alice, .build, .anyBuild, .bob])
  }

  func request(_ caller: Caller, _ context: RequestContext) -> AuthorizationRequest {
    AuthorizationRequest(
      caller: caller, action: "lambda:InvokeFunction",
      resource: "arn:aws:lambda:us-east-1:111122223333:function:blue", context: context)
  }

  /// The states of a few keys.
  mutating func context(keeping count: Int) -> ContextSection {
    var section = ContextSection()
    for _ in 0..<count { fill(pick(Self.keys), &section) }
    return section
  }

  /// The states of all keys, those that are known kept.
  mutating func context(extending known: ContextSection) -> ContextSection {
    var section = known
    for key in Self.keys where known[ContextKey(key.name)] == nil { fill(key, &section) }
    return section
  }

  private mutating func fill(_ key: Key, _ section: inout ContextSection) {
    let isAbsent = !Self.always.contains(key.name) && below(3) == 0
    let count = key.isMultivalued ? 1 + below(2) : 1
    let values = Set((0..<count).map { _ in pick(key.given) }).sorted()
    section[ContextKey(key.name)] =
      isAbsent ? .absent : .values(values.map { ContextValue($0) })
  }
}
