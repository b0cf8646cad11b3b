import AccessQueries
import Evaluation
import PolicyLanguage

/// Saved simulations, judged by the registry or by the policies that were simulated.
///
/// AWS's simulator is no oracle: it looks at identity-based policies and boundaries, at a
/// resource-based policy only where one is given and the caller is a user, at service control
/// policies without conditions, and at no resource control policy; of the request it knows only the
/// keys that are given. A resource whose ARN tells no owner is taken to be the caller's. Source: IAM API Reference, "SimulatePrincipalPolicy", and IAM User Guide,
/// "IAM policy testing with the IAM policy simulator".
extension CaseRunner {
  func simulated(_ testCase: TestCase, _ result: SimulationCase) throws -> CaseResult {
    simulation.hasPolicies
      ? try byPolicies(testCase, result) : try byRegistry(testCase, result)
  }

  private func byPolicies(
    _ testCase: TestCase, _ result: SimulationCase
  ) throws(InvalidScenario) -> CaseResult {
    let name = simulation.principal ?? result.principal ?? Self.standIn(for: result.resource)
    guard let caller = Caller(arn: name) else {
      throw result.passage.fault("`\(name)` is no principal's ARN")
    }
    let scenario = Scenario(
      id: testCase.id,
      request: AuthorizationRequest(
        caller: caller, action: ActionName(result.action),
        resource: ResourceName(result.resource, account: result.owner ?? caller.account),
        context: .complete(result.context)),
      layers: PolicyLayers(identity: PolicyLayer(simulation.compiled)),
      expected: result.verdict.verdict,
      documents: LayerDocuments(identity: simulation.policies, text: result.passage.text))
    let run = scenario.run()
    let notes = run.isPassed ? [] : SimulatorGap.missingKeys(result)
    return CaseResult(
      testCase: testCase, decision: .decision(run.decision.verdict.rawValue),
      expected: .decision(result.verdict.rawValue), isPassed: run.isPassed,
      uncertain: run.decision.uncertain.codes,
      failure: run.isPassed
        ? nil : .init(evidence: .inline(InlineReasons(scenario)), simulatorNotes: notes))
  }

  /// A user of the account that owns the resource: a simulation without a caller crosses no account.
  private static func standIn(for resource: String) -> String {
    let account = ARN(resource).map { String($0.account) } ?? ""
    return "arn:aws:iam::\(account.isEmpty ? "000000000000" : account):user/simulated"
  }

  private func byRegistry(
    _ testCase: TestCase, _ result: SimulationCase
  ) throws -> CaseResult {
    guard let name = simulation.principal ?? result.principal else {
      throw result.passage.fault(
        "the file does not tell whom the simulation was made for: give `--principal`, or for a "
          + "custom simulation its policies with `--policy`")
    }
    let registry = try registry(for: testCase)
    let subject = try registry.subject(.name(name), at: result.passage)
    let home = ARN(subject.name).map { String($0.account) }
    let question = try registry.question(
      WrittenQuestion(
        passage: result.passage, action: result.action, resource: result.resource,
        resourceAccount: result.owner ?? home, context: result.context, isComplete: true))
    let answer = try registry.queries.can(subject, question)
    let isPassed = result.verdict.isMet(by: answer.outcome, answer.verdict)
    return CaseResult(
      testCase: testCase, decision: .decision(answer.word),
      expected: .decision(result.verdict.rawValue), isPassed: isPassed,
      uncertain: answer.uncertain, assumptions: try registry.queries.assumptions(of: question),
      failure: isPassed
        ? nil
        : .init(
          evidence: .answer(try registry.queries.can(subject, question, isFull: true)),
          simulatorNotes: SimulatorGap.notes(result, answer)))
  }
}

/// Why AWS's simulator may decide otherwise than AWS does.
enum SimulatorGap {
  /// The reasons that the two answers show; empty where none is known.
  static func notes(_ result: SimulationCase, _ answer: AccessAnswer) -> [String] {
    var notes: [String] = []
    if answer.outcome == .allowed, answer.grants.contains(where: { $0.layer.kind == .resource }) {
      notes.append("it sees a resource-based policy only where one is given, and only for users")
    }
    if answer.outcome == .denied, Self.rests(answer, on: .resourceControl) {
      notes.append("it does not see resource control policies")
    }
    if answer.outcome == .denied, Self.rests(answer, on: .serviceControl),
      result.allowedByOrganization != false
    {
      notes.append("it did not count a service control policy; those with conditions it leaves out")
    }
    if answer.outcome != .allowed, Self.rests(answer, on: .resource) {
      notes.append("it does not see the resource's own policy unless it is given")
    }
    return notes + strictness(result, answer) + missingKeys(result)
  }

  /// What the simulator counted and the registry did not.
  private static func strictness(_ result: SimulationCase, _ answer: AccessAnswer) -> [String] {
    guard answer.outcome == .allowed else { return [] }
    var notes: [String] = []
    if result.allowedByOrganization == false {
      notes.append("it counted a service control policy that the registry does not apply here")
    }
    if result.allowedByBoundary == false {
      notes.append("it counted a permissions boundary that the registry does not apply here")
    }
    return notes
  }

  /// The keys that the simulator lacked.
  static func missingKeys(_ result: SimulationCase) -> [String] {
    if result.missingKeys.isEmpty { return [] }
    return ["it was not given \(result.missingKeys.joined(separator: ", "))"]
  }

  private static func rests(_ answer: AccessAnswer, on layer: LayerKind) -> Bool {
    answer.denies.contains { $0.layer.kind == layer }
      || answer.obstacles.contains { $0.layer.kind == layer }
  }
}
