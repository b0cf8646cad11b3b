import Evaluation

/// Finds under which condition a request is allowed that leaves something open.
///
/// Solving a formula is the costly part; callers with the same formula share the solution. Each
/// example is tried with the caller's own policies all the same.
final class ConditionFinder {
  private var solutions: [Inputs: Solution] = [:]
  /// How many formulas were solved.
  private(set) var solved = 0

  /// The condition of a request, with an example of each verdict where one was found.
  ///
  /// - Throws: `RefutedExample` where the evaluator decides an example otherwise.
  func condition(
    of request: AuthorizationRequest, _ layers: PolicyLayers, subject: Subject
  ) throws -> AccessCondition {
    let decision = Evaluator.evaluateSymbolically(request, layers)
    let solution = solution(of: decision)
    let trial = ExampleTrial(
      request: request, layers: layers, decision: decision, subject: subject)
    return AccessCondition(
      formula: decision.allowed, holds: solution.holds, uncertain: decision.uncertain,
      allowed: try solution.allowed.flatMap { try trial.example($0) { $0 == .allowed } },
      denied: try solution.denied.flatMap { try trial.example($0) { $0 != .allowed } })
  }

  private func solution(of decision: ConditionalDecision) -> Solution {
    let inputs = Inputs(decision)
    if let known = solutions[inputs] { return known }
    let solution = Solution(decision.outcome())
    solved += 1
    solutions[inputs] = solution
    return solution
  }
}

/// All that a formula's solution hangs on. What its clauses know of a request already stands in
/// them.
private struct Inputs: Hashable {
  let allowed: ConditionFormula
  let denied: ConditionFormula
  /// What is known of the keys that the clauses compare.
  let states: [ContextState]
  let caller: CallerForm
  /// The caller's unique id, where it bears on the value of `aws:userid`.
  let uniqueID: String?

  /// What of a caller a formula may leave open.
  enum CallerForm {
    case user, role, federatedUser, other
  }

  init(_ decision: ConditionalDecision) {
    allowed = decision.allowed
    denied = decision.explicitlyDenied
    let context = decision.request.context
    let questions = (allowed.literals + denied.literals).map(\.atom.question)
    var readsUserID = false
    states = questions.compactMap { question in
      switch question {
      case .condition(_, let key, let values):
        readsUserID = readsUserID || ContextKey(key) == .userID || values.contains(where: isOpen)
        return context.state(of: ContextKey(key))
      case .resource, .uniqueID: readsUserID = true
      case .sessionName, .federatingUser, .unknownDocument: break
      }
      return nil
    }
    switch decision.request.caller {
    case .iamUser: caller = .user
    case .role: caller = .role
    case .federatedUser: caller = .federatedUser
    default: caller = .other
    }
    uniqueID = readsUserID ? decision.request.caller.knownUniqueID : nil
  }
}

/// Whether a value holds a policy variable.
private func isOpen(_ value: String) -> Bool { value.contains("${") }

/// What solving a formula gave.
private struct Solution {
  let holds: AccessCondition.Extent
  let allowed: Witness?
  let denied: Witness?

  init(_ outcome: ConditionalOutcome) {
    switch outcome {
    case .allowed: (holds, allowed, denied) = (.always, nil, nil)
    case .denied: (holds, allowed, denied) = (.never, nil, nil)
    case .conditional(let yes, let no): (holds, allowed, denied) = (.sometimes, yes, no)
    case .undecided(let yes, let no): (holds, allowed, denied) = (.undecided, yes, no)
    }
  }
}

extension Caller {
  /// The unique id of the user or role, where it is known.
  fileprivate var knownUniqueID: String? {
    switch self {
    case .iamUser(let user): user.uniqueID
    case .role(let role), .roleSession(let role, _): role.uniqueID
    default: nil
    }
  }
}
