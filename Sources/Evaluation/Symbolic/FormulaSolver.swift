/// Decides whether a formula can hold, within a bound.
///
/// Parts that share no unknown are decided one by one. A part whose literals share some is decided
/// by trying, for each unknown, values that stand for all values as far as the literals can tell.
///
/// These are the values that it takes to be possible. A key that no set operator reads holds at most
/// one value. A value is never empty. A key that is compared as a number, a date in whole seconds,
/// an address, a Boolean or an ARN holds such a value. A value that a policy variable takes holds
/// neither `*` nor `?`, as names and tags in IAM cannot. The keys that every request has are present.
struct FormulaSolver {
  /// What came of a search.
  enum Result {
    case satisfiable(Assignment)
    case unsatisfiable
    case undecided
  }

  private let request: AuthorizationRequest
  private var remaining: Int

  /// - Parameter limit: How many times a part of the formula is evaluated at most.
  init(_ request: AuthorizationRequest, limit: Int) {
    self.request = request
    remaining = limit
  }

  /// Looks for assumptions under which the formula holds.
  mutating func solve(_ formula: ConditionFormula) -> Result {
    switch formula {
    case .constant(let value): return value ? .satisfiable(Assignment()) : .unsatisfiable
    case .literal: return search([formula])
    case .any(let parts): return solveAny(parts)
    case .all(let parts): return solveAll(parts)
    }
  }

  private mutating func solveAny(_ parts: [ConditionFormula]) -> Result {
    var isUndecided = false
    for part in parts {
      switch solve(part) {
      case .satisfiable(let assignment): return .satisfiable(assignment)
      case .unsatisfiable: break
      case .undecided: isUndecided = true
      }
    }
    return isUndecided ? .undecided : .unsatisfiable
  }

  private mutating func solveAll(_ parts: [ConditionFormula]) -> Result {
    var assignment = Assignment()
    var isUndecided = false
    for component in components(parts) {
      let result = component.count == 1 ? solve(component[0]) : search(component)
      switch result {
      case .satisfiable(let found): assignment = assignment.merged(with: found)
      case .unsatisfiable: return .unsatisfiable
      case .undecided: isUndecided = true
      }
    }
    return isUndecided ? .undecided : .satisfiable(assignment)
  }

  /// The formulas in groups that share no unknown.
  private func components(_ parts: [ConditionFormula]) -> [[ConditionFormula]] {
    var groups: [(unknowns: Set<Unknown>, parts: [ConditionFormula])] = []
    for part in parts {
      var unknowns = Set(part.literals.flatMap { $0.atom.unknowns(in: request) })
      if !unknowns.isDisjoint(with: Unknown.clocks) { unknowns.formUnion(Unknown.clocks) }
      var merged = (unknowns: unknowns, parts: [part])
      var others: [(unknowns: Set<Unknown>, parts: [ConditionFormula])] = []
      for group in groups {
        if group.unknowns.isDisjoint(with: unknowns) {
          others.append(group)
        } else {
          merged.unknowns.formUnion(group.unknowns)
          merged.parts = group.parts + merged.parts
        }
      }
      groups = others + [merged]
    }
    return groups.map(\.parts)
  }

  /// Tries the values of all unknowns of some formulas that must hold together.
  private mutating func search(_ parts: [ConditionFormula]) -> Result {
    let formula = ConditionFormula.allOf(parts)
    let domains = UnknownDomains(formula.literals.map(\.atom), in: request)
    var trial = Trial(domains.choices.sorted { $0.choices.count < $1.choices.count })
    var isDecided = domains.areComplete
    repeat {
      guard remaining > 0 else { return .undecided }
      remaining -= 1
      switch value(of: formula, under: trial.assignment) {
      case true: return .satisfiable(trial.assignment)
      case false: break
      case nil:
        if trial.descend() { continue }
        isDecided = false
      }
      guard trial.advance() else { break }
    } while true
    return isDecided ? .unsatisfiable : .undecided
  }

  private func value(of formula: ConditionFormula, under assignment: Assignment) -> Bool? {
    if assignment.clocksDiffer { return false }
    let request = assignment.request(from: request, isComplete: false)
    let facts = assignment.facts
    return formula.value { literal in
      if let answer = facts[literal.atom] { return answer != literal.isNegated }
      return literal.value(for: request)
    }
  }
}

/// The choices that are being tried, unknown by unknown.
private struct Trial {
  private let unknowns: [(unknown: Unknown, choices: [Choice])]
  private var indexes: [Int] = []
  private(set) var assignment = Assignment()

  init(_ unknowns: [(unknown: Unknown, choices: [Choice])]) {
    self.unknowns = unknowns
  }

  /// Takes the first choice of the next unknown; `false` where there is none.
  mutating func descend() -> Bool {
    guard indexes.count < unknowns.count, !unknowns[indexes.count].choices.isEmpty else {
      return false
    }
    indexes.append(0)
    choose()
    return true
  }

  /// Takes the next choice of the last unknown that has one; `false` where all were tried.
  mutating func advance() -> Bool {
    while let last = indexes.popLast() {
      if last + 1 < unknowns[indexes.count].choices.count {
        indexes.append(last + 1)
        choose()
        return true
      }
      assignment[unknowns[indexes.count].unknown] = nil
    }
    return false
  }

  private mutating func choose() {
    let current = unknowns[indexes.count - 1]
    assignment[current.unknown] = current.choices[indexes[indexes.count - 1]]
  }
}

extension Unknown {
  /// The two keys that tell the time of the request.
  fileprivate static let clocks: Set<Unknown> = [.key(.currentTime), .key(.epochTime)]
}

extension Assignment {
  /// Whether the two clocks of the request are assumed to tell different times.
  fileprivate var clocksDiffer: Bool {
    guard let current = instant(of: .currentTime), let epoch = instant(of: .epochTime) else {
      return false
    }
    return current != epoch
  }

  private func instant(of key: ContextKey) -> Instant? {
    guard case .state(.values(let values)) = self[.key(key)], let value = values.first else {
      return nil
    }
    return InstantReading(value.bytes)?.documented
  }
}
