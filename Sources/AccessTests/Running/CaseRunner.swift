import AccessQueries
import Evaluation
import JSONText
import PolicyLanguage

/// Runs cases.
package struct CaseRunner {
  let registry: AskedRegistry?
  let simulation: SimulationInput

  /// - Parameters:
  ///   - registry: what cases without policies of their own are asked of.
  ///   - simulation: what the command knows of saved simulations.
  package init(registry: AskedRegistry?, simulation: SimulationInput = SimulationInput()) {
    self.registry = registry
    self.simulation = simulation
  }

  /// Decides a case and compares.
  ///
  /// - Throws: `InvalidScenario` for a case that cannot be asked, or what the registry throws.
  package func run(_ testCase: TestCase) throws -> CaseResult {
    switch testCase.content {
    case .inline(let scenario): inline(testCase, scenario)
    case .access(let access): try self.access(testCase, access)
    case .principals(let principals): try self.principals(testCase, principals)
    case .simulation(let result): try self.simulated(testCase, result)
    }
  }

  func registry(for testCase: TestCase) throws(InvalidScenario) -> AskedRegistry {
    guard let registry else { throw testCase.passage.fault("the case asks a registry") }
    return registry
  }

  // MARK: Policies of the case

  private func inline(_ testCase: TestCase, _ scenario: Scenario) -> CaseResult {
    let result = scenario.run()
    var failure: CaseResult.Failure?
    if !result.isPassed || !testCase.deciders.isEmpty {
      let reasons = InlineReasons(scenario)
      let deciders = Deciders(reasons, result.decision.verdict)
      let idle = testCase.deciders.filter { !deciders.contains($0) }
      if !result.isPassed || !idle.isEmpty {
        failure = .init(
          evidence: .inline(reasons), isDecisionExpected: result.isPassed, idleDeciders: idle)
      }
    }
    return CaseResult(
      testCase: testCase, decision: .decision(result.decision.verdict.rawValue),
      expected: scenario.expected.map { .decision($0.rawValue) }, isPassed: failure == nil,
      uncertain: result.decision.uncertain.codes, failure: failure)
  }

  // MARK: Policies of the registry

  private func access(_ testCase: TestCase, _ access: AccessCase) throws -> CaseResult {
    let registry = try registry(for: testCase)
    let question = try registry.question(access.question)
    let subject = try registry.subject(access.principal, at: access.question.passage)
    let answer = try registry.queries.can(subject, question)
    let deciders = Deciders(answer)
    let idle = testCase.deciders.filter { !deciders.contains($0) }
    let isMet = access.expected?.isMet(by: answer.outcome, answer.verdict) ?? true
    var failure: CaseResult.Failure?
    if !isMet || !idle.isEmpty {
      let full = try registry.queries.can(subject, question, isFull: true)
      failure = .init(evidence: .answer(full), isDecisionExpected: isMet, idleDeciders: idle)
    }
    return CaseResult(
      testCase: testCase, decision: .decision(answer.word),
      expected: access.expected.map { .decision($0.rawValue) }, isPassed: failure == nil,
      uncertain: answer.uncertain, assumptions: try registry.queries.assumptions(of: question),
      failure: failure)
  }

  private func principals(
    _ testCase: TestCase, _ principals: PrincipalsCase
  ) throws -> CaseResult {
    let registry = try registry(for: testCase)
    let question = try registry.question(principals.question)
    let answers = try registry.queries.whoCan(question)
    let assumptions = try registry.queries.assumptions(of: question)
    let names = answers.map(\.subject.name)
    let uncertain = Set(answers.flatMap(\.uncertain)).sorted()
    guard let entries = principals.expected else {
      return CaseResult(
        testCase: testCase, decision: .principals(names), expected: nil, isPassed: true,
        uncertain: uncertain, assumptions: assumptions, failure: nil)
    }
    var comparison = PrincipalComparison(answers)
    for entry in entries { try comparison.expect(entry, registry) }
    let isPassed = comparison.missing.isEmpty && comparison.surplus.isEmpty
    return CaseResult(
      testCase: testCase, decision: .principals(names),
      expected: .principals(comparison.expected), isPassed: isPassed, uncertain: uncertain,
      assumptions: assumptions,
      failure: isPassed
        ? nil
        : .init(
          evidence: .principals(missing: comparison.missing, surplus: comparison.surplus)))
  }
}

/// Compares the answers of a `whoCan` with its list.
private struct PrincipalComparison {
  private let answers: [AccessAnswer]
  private var found: Set<Int> = []
  /// The entries of the list by the names that answers have.
  private(set) var expected: [String] = []
  private(set) var missing: [String] = []

  init(_ answers: [AccessAnswer]) {
    self.answers = answers
  }

  /// The answers that no entry names.
  var surplus: [AccessAnswer] {
    answers.indices.filter { !found.contains($0) }.map { answers[$0] }
  }

  mutating func expect(
    _ entry: PrincipalsCase.ExpectedPrincipal, _ registry: AskedRegistry
  ) throws {
    // An answer's own name is good whether or not the registry has a record of it.
    if case .name(let text) = entry.principal {
      let named = answers.indices.filter { answers[$0].subject.name == text }
      if !named.isEmpty || text.hasPrefix("arn:") {
        return note(named, as: text)
      }
    }
    let subject = try registry.subject(entry.principal, at: entry.passage)
    note(answers.indices.filter { answers[$0].subject == subject }, as: subject.name)
  }

  private mutating func note(_ indices: [Int], as name: String) {
    expected.append(name)
    found.formUnion(indices)
    if indices.isEmpty { missing.append(name) }
  }
}
