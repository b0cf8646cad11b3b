import AccessQueries
import Evaluation
import JSONText
import Registry
import SQLite
import Testing

/// The conditions that `who-can` prints against `can` with a context that says everything.
@Suite("printed conditions")
struct ConditionTests {
  @Test(
    "hold in exactly the contexts in which can says yes", arguments: [3, 4] as [UInt64])
  func agreement(seed: UInt64) throws {
    let imported = try ImportedRegistry(principals: 80, seed: seed)
    try imported.registry.connection.read {
      let snapshot = Snapshot(
        imported.registry.connection, at: try imported.registry.head?.number ?? 0)
      var check = ConditionCheck(snapshot, seed: seed)
      for function in try snapshot.functions() {
        for action in ["InvokeFunction", "UpdateFunctionCode", "DeleteFunction"] {
          try check.check(AccessQuestion(action: "lambda:" + action, resource: function))
        }
      }
      // The generated policies hold conditions of many forms; fewer would show less.
      #expect(check.formulas.count >= 10)
      #expect(check.allowed >= 50)
      #expect(check.denied >= 50)
    }
  }
}

/// Compares printed conditions with decisions in random contexts.
private struct ConditionCheck {
  private let queries: AccessQueries
  private var random: SplitMix64
  private(set) var formulas: Set<String> = []
  private(set) var allowed = 0
  private(set) var denied = 0

  init(_ snapshot: Snapshot, seed: UInt64) {
    queries = AccessQueries(snapshot)
    random = SplitMix64(seed: seed)
  }

  mutating func check(_ question: AccessQuestion) throws {
    for answer in try queries.whoCan(question) {
      guard let condition = answer.condition else { continue }
      let text = condition.formula.json.text()
      // One caller of each kind for a formula shows what all the others would.
      guard formulas.insert("\(answer.subject.type) \(text)").inserted else { continue }
      let printed = try PrintedCondition(text)
      guard let clauses = printed.clauses else { continue }
      let pools = Self.pools(clauses)
      for _ in 0..<24 {
        let values = pools.mapValues { random.pick($0) }
        try compare(printed, answer.subject, question, values)
      }
      for example in [condition.allowed, condition.denied].compactMap(\.self) {
        var values = pools.mapValues { _ in [String]() }
        for setting in example.keys { values[setting.key.lowercased()] = setting.values ?? [] }
        try compare(printed, answer.subject, question, values)
      }
    }
  }

  private mutating func compare(
    _ printed: PrintedCondition, _ subject: Subject, _ question: AccessQuestion,
    _ values: [String: [String]]
  ) throws {
    let complete = AccessQuestion(
      action: question.action, resource: question.resource,
      context: SuppliedContext(values: values, isComplete: true))
    let outcome = try queries.can(subject, complete).outcome
    let holds = try printed.holds(values.filter { !$0.value.isEmpty })
    #expect(
      (outcome == .allowed) == holds,
      "\(subject.name), \(question.action) on \(question.resource), \(values)")
    if holds { allowed += 1 } else { denied += 1 }
  }

  /// What to try for each key: absence, what the clauses compare with, and something else of the
  /// kind.
  private static func pools(_ clauses: [PrintedCondition.Clause]) -> [String: [[String]]] {
    var pools: [String: [[String]]] = [:]
    for clause in clauses {
      let matching = clause.values.map { value in
        let address = clause.operator.contains("Ip") ? value.prefix { $0 != "/" } : value[...]
        return [String(address.replacing("*", with: "x").replacing("?", with: "y"))]
      }
      for key in clause.keys {
        pools[key.lowercased(), default: [[]]] += matching + others(than: clause)
      }
    }
    return pools
  }

  private static func others(than clause: PrintedCondition.Clause) -> [[String]] {
    switch clause.operator {
    case let name where name.contains("Ip"): [["203.0.113.77"], ["2001:db8::1"]]
    case let name where name.contains("Date"): [["2020-01-01T00:00:00Z"], ["2040-01-01T00:00:00Z"]]
    case let name where name.contains("Numeric"): [["0"], ["1000000"]]
    case let name where name.contains("Bool"): [["true"], ["false"]]
    case let name where name.contains("Arn"): [["arn:aws:s3:::elsewhere"]]
    case let name where name.contains("For"): [["one", "two"], clause.values]
    default: [["something else"]]
    }
  }
}

/// A generator of random numbers that gives the same ones for a seed.
private struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return elements[Int((value ^ (value >> 31)) % UInt64(elements.count))]
  }
}
