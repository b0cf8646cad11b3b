import DifferentialCheck
import Testing

/// The product's evaluator against a plain one that shares nothing with it. `make differential` does
/// the same in the release build, for longer, under a fresh seed and those that ever failed.
@Suite("the evaluator and the reference evaluator")
struct DifferentialTests {
  @Test("agree on random scenarios, and formulas with decisions", arguments: [1, 2] as [UInt64])
  func agree(seed: UInt64) throws {
    let run = try DifferentialRun(seed: seed) { $0 < 300 }
    #expect(run.failure == nil, "\(run.summary)")
    #expect(run.openPercent < 15, "\(run.summary)")
  }
}
