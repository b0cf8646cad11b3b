import AccessTests
import Evaluation
import Foundation
import ReferenceEvaluator
import Testing

/// The product's evaluator against a plain one that shares nothing with it.
@Suite("the evaluator and the reference evaluator")
struct DifferentialTests {
  @Test("agree on random scenarios", arguments: seeds)
  func agree(seed: UInt64) throws {
    var generator = ScenarioGenerator(seed: seed)
    for _ in 0..<caseCount {
      let scenario = generator.next()
      guard try disagree(scenario) else { continue }
      let small = ScenarioShrinker.shrink(scenario) { try disagree($0) }
      let wanted = try referenceDecision(of: small)
      let got = try decision(of: small)
      Issue.record(
        """
        seed \(seed): expected \(wanted.verdict.rawValue) \(wanted.uncertain.map(\.rawValue).sorted()), \
        got \(got.verdict) \(got.uncertain)
        \(small.json)
        """)
      return
    }
  }
}

/// A few seeds, those that ever failed, and the one of PERMREG_SEED: `make differential` gives a
/// fresh one, which a failure prints.
private let seeds: [UInt64] =
  [1, 2, 3, 3_461_855_824_526_143_658]
  + (ProcessInfo.processInfo.environment["PERMREG_SEED"].flatMap(UInt64.init).map { [$0] } ?? [])

/// Cases for each seed.
private let caseCount =
  ProcessInfo.processInfo.environment["PERMREG_CASES"].flatMap(Int.init) ?? 3000

private struct ProductDecision {
  let verdict: String
  let uncertain: Set<String>
}

private func decision(of scenario: ReferenceEvaluator.Scenario) throws -> ProductDecision {
  let file = try ScenarioFile(Array(scenario.json.utf8), name: "random")
  let result = try #require(file.scenarios.first).run()
  return ProductDecision(
    verdict: result.decision.verdict.rawValue, uncertain: Set(result.decision.uncertain.codes))
}

/// Whether the two decide differently, both certain: where an answer rests on a rule that AWS leaves
/// open, or on a fact that a case cannot tell, each may resolve the doubt in its own cautious way.
private func disagree(_ scenario: ReferenceEvaluator.Scenario) throws -> Bool {
  let wanted = try referenceDecision(of: scenario)
  let got = try decision(of: scenario)
  guard wanted.uncertain.isEmpty, got.uncertain.isEmpty else { return false }
  return got.verdict != wanted.verdict.rawValue
}
