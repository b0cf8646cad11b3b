import ReferenceEvaluator
import Testing

@Suite("random scenarios")
struct ScenarioGeneratorTests {
  @Test("every rule, operator and outcome is reached, and every verdict is frequent")
  func coverage() throws {
    var generator = ScenarioGenerator(seed: 1)
    var coverage = Coverage()
    var counts: [Verdict: Int] = [:]
    let total = 2_500
    for _ in 0..<total {
      let decision = try referenceDecision(of: generator.next())
      coverage.formUnion(decision.coverage)
      counts[decision.verdict, default: 0] += 1
    }
    #expect(coverage.missing == [])
    for verdict in Verdict.allCases {
      #expect(counts[verdict, default: 0] * 100 >= total * 15, "\(verdict)")
    }
  }

  @Test("the same seed gives the same scenarios, another seed others")
  func seeds() {
    var (one, same, other) = (
      ScenarioGenerator(seed: 7), ScenarioGenerator(seed: 7), ScenarioGenerator(seed: 8)
    )
    let texts = (0..<20).map { _ in one.next().json }
    #expect(texts == (0..<20).map { _ in same.next().json })
    #expect(texts != (0..<20).map { _ in other.next().json })
  }

  @Test("a printed scenario reads back and is decided alike")
  func printing() throws {
    var generator = ScenarioGenerator(seed: 3)
    for _ in 0..<50 {
      let scenario = generator.next()
      let again = try Scenario(json: scenario.json)
      #expect(again.json == scenario.json)
      let decisions = try [referenceDecision(of: scenario), referenceDecision(of: again)]
      #expect(decisions[0].verdict == decisions[1].verdict)
    }
  }

  @Test("an evaluation that meets nothing misses everything but the refused rule")
  func missing() {
    let missing = Coverage().missing
    #expect(missing.count > 200)
    #expect(missing.contains("A5.6-negated") && missing.contains("U01"))
    #expect(!missing.contains("U16"))
  }
}
