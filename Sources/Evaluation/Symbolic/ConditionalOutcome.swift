/// What a conditional decision comes to over all that it leaves open.
package enum ConditionalOutcome: Sendable {
  /// Allowed whatever the open questions' answers.
  case allowed
  /// Denied whatever the answers: always by a Deny, never by one, or sometimes (`nil`).
  case denied(isExplicit: Bool?)
  /// Allowed for some answers and denied for others, as the two examples show.
  case conditional(allowed: Witness, denied: Witness)
  /// Not decided within the bound. What was found of the two is given.
  case undecided(allowed: Witness?, denied: Witness?)
}

/// An example: a request that says everything, and what it assumes of what no request can say.
package struct Witness: Sendable {
  /// The request with a complete context.
  package let request: AuthorizationRequest
  /// The keys that the example sets although the request left them open, in alphabetical order; a
  /// key that is not among them is absent.
  package let context: [(key: ContextKey, state: ContextState)]
  /// What is assumed of missing documents and of the user behind a federation token.
  package let assumptions: [(question: ConditionAtom, answer: Bool)]

  init(_ assignment: Assignment, for base: AuthorizationRequest) {
    request = assignment.request(from: base, isComplete: true)
    var context: [(key: ContextKey, state: ContextState)] = []
    for (unknown, choice) in assignment.choices {
      if case .key(let key) = unknown, case .state(let state) = choice {
        context.append((key, state))
      }
    }
    self.context = context.sorted { $0.key < $1.key }
    assumptions = assignment.facts.map { (question: $0.key, answer: $0.value) }.sorted {
      $0.question.description < $1.question.description
    }
  }
}

extension ConditionalDecision {
  /// Finds out whether the request is always allowed, never, or under conditions.
  ///
  /// Every example that rests on no assumption is checked by deciding it.
  ///
  /// - Parameter limit: How many times a formula is evaluated at most for each of the two examples.
  ///   Beyond it the outcome is undecided.
  package func outcome(limit: Int = 20_000) -> ConditionalOutcome {
    let allowing = example(of: allowed, limit: limit) { $0 == .allowed }
    let denying = example(of: allowed.negation, limit: limit) { $0 != .allowed }
    switch (allowing, denying) {
    case (.satisfiable(let yes), .satisfiable(let no)):
      return .conditional(allowed: witness(yes), denied: witness(no))
    case (.satisfiable, .unsatisfiable): return .allowed
    case (.unsatisfiable, _): return .denied(isExplicit: isDenialExplicit(limit: limit))
    case (.satisfiable(let yes), .undecided):
      return .undecided(allowed: witness(yes), denied: nil)
    case (.undecided, .satisfiable(let no)): return .undecided(allowed: nil, denied: witness(no))
    case (.undecided, _): return .undecided(allowed: nil, denied: nil)
    }
  }

  private func isDenialExplicit(limit: Int) -> Bool? {
    var solver = FormulaSolver(request, limit: limit)
    if case .unsatisfiable = solver.solve(explicitlyDenied.negation) { return true }
    solver = FormulaSolver(request, limit: limit)
    if case .unsatisfiable = solver.solve(explicitlyDenied) { return false }
    return nil
  }

  private func example(
    of formula: ConditionFormula, limit: Int, isExpected: (Verdict) -> Bool
  ) -> FormulaSolver.Result {
    var solver = FormulaSolver(request, limit: limit)
    let result = solver.solve(formula)
    guard case .satisfiable(let assignment) = result, assignment.facts.isEmpty else {
      return result
    }
    let decision = Evaluator.evaluate(witness(assignment).request, layers)
    return isExpected(decision.verdict) ? result : .undecided
  }

  private func witness(_ assignment: Assignment) -> Witness {
    Witness(assignment, for: request)
  }
}
