import Evaluation

/// What a decision comes to: a doubt about what AWS does is settled against the caller, a fact that
/// was not known is not.
struct Finding {
  let outcome: Outcome
  let verdict: Verdict
  /// When the request is allowed; `nil` where nothing that is open bears on that.
  let condition: AccessCondition?
  let uncertain: UncertainRules

  /// A decision that no open fact can turn.
  init(_ decision: Decision) {
    outcome = decision.verdict == .allowed ? .allowed : .denied
    verdict = decision.verdict
    condition = nil
    uncertain = decision.uncertain
  }

  /// A denial that open facts may turn, with the condition under which they do.
  init(_ denial: Decision, _ condition: AccessCondition) {
    // No formula asks who owns the resource: without an answer it tells too little.
    let isBlind = condition.holds != .always && !condition.uncertain.isDisjoint(with: .facts)
    self.condition = isBlind ? nil : condition
    verdict = condition.holds == .always ? .allowed : denial.verdict
    let isSettled = condition.holds == .always || condition.holds == .never
    uncertain = isSettled && !isBlind ? condition.uncertain : denial.uncertain
    outcome = isBlind ? .unknown : Finding.outcome(of: condition)
  }

  private static func outcome(of condition: AccessCondition) -> Outcome {
    switch condition.holds {
    case .always: .allowed
    case .never: .denied
    case .sometimes: condition.formula.restsOnUnknownPolicy ? .unknown : .conditional
    case .undecided: .unknown
    }
  }
}

extension ConditionFormula {
  /// Whether it asks what a policy says that is missing or not valid.
  fileprivate var restsOnUnknownPolicy: Bool {
    literals.contains { literal in
      if case .unknownDocument = literal.atom.question { true } else { false }
    }
  }
}
