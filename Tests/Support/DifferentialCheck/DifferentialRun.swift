import ReferenceEvaluator

/// Random cases of one seed, until one fails or there were enough.
package struct DifferentialRun {
  /// What all cases follow from.
  package let seed: UInt64
  /// The cases drawn.
  package private(set) var cases = 0
  /// The cases whose verdicts were not compared, as they rest on what AWS leaves open.
  package private(set) var open = 0
  /// The first case that failed, made as small as it gets.
  package private(set) var failure: Failure?

  /// A case that shows a fault.
  package struct Failure: CustomStringConvertible {
    /// As one line of a scenario file.
    package let scenario: String
    /// Who says what.
    package let difference: String

    package var description: String { difference + "\n" + scenario }
  }

  /// Draws cases of a seed as long as `goesOn` holds, which is given the number of cases so far.
  ///
  /// - Throws: where a case is not valid, which is a fault of the generator or of a reader.
  package init(seed: UInt64, while goesOn: (Int) -> Bool) throws {
    self.seed = seed
    var generator = ScenarioGenerator(seed: seed)
    while failure == nil, goesOn(cases) {
      let scenario = generator.next()
      cases += 1
      switch try CaseComparison(scenario) {
      case .agreement: break
      case .open: open += 1
      case .difference: failure = try Self.failure(scenario)
      }
    }
  }

  private static func failure(_ scenario: Scenario) throws -> Failure {
    let small = ScenarioShrinker.shrink(scenario) { try CaseComparison($0).isDifference }
    guard case .difference(let difference) = try CaseComparison(small) else {
      return Failure(scenario: scenario.json, difference: "it differs, but not when asked again")
    }
    return Failure(scenario: small.json, difference: difference)
  }

  /// The share of cases whose verdicts were not compared, in percent.
  package var openPercent: Double {
    cases == 0 ? 0 : Double(open) * 100 / Double(cases)
  }

  /// One line on what was done, then the failure.
  package var summary: String {
    let tenths = Int((openPercent * 10).rounded())
    let line =
      "seed \(seed): \(cases) cases, \(open) not compared as AWS leaves them open "
      + "(\(tenths / 10).\(tenths % 10) %)"
    return failure.map { "\(line); case \(cases) fails\n\($0)" } ?? line
  }
}
