/// A truth value of a request that leaves questions open: when it is certainly true, and when it is
/// possibly true.
///
/// Between the two lies the doubt of `Truth`: a context in which only the second holds makes the
/// value uncertain. Under every complete context the pair says what `ConcreteAlgebra` computes.
package struct BoundedFormula: Hashable, Sendable {
  /// Where this holds, the value is true.
  package let certain: ConditionFormula
  /// Where this does not hold, the value is false.
  package let possible: ConditionFormula
  /// The rules, open facts aside, on which the value may rest.
  package let rules: UncertainRules

  /// The value of a request that says everything.
  package func value(for request: AuthorizationRequest) -> Truth? {
    guard let isCertain = certain.value({ $0.value(for: request) }),
      let isPossible = possible.value({ $0.value(for: request) })
    else { return nil }
    return isCertain ? .true : isPossible ? .uncertain(rules) : .false
  }
}

/// Truth values of a request of which something is unknown.
struct SymbolicAlgebra: TruthAlgebra {
  func value(_ truth: Truth) -> BoundedFormula {
    BoundedFormula(
      certain: .constant(truth.isTrue), possible: .constant(!truth.isFalse), rules: truth.rules)
  }

  func open(_ rule: UncertainRules, _ atom: @autoclosure () -> ConditionAtom) -> BoundedFormula {
    let (atom, isNegated) = atom().canonical
    let certain = ConditionLiteral(
      atom, isNegated ? .possibly : .certainly, isNegated: isNegated)
    let possible = ConditionLiteral(
      atom, isNegated ? .certainly : .possibly, isNegated: isNegated)
    return BoundedFormula(certain: .literal(certain), possible: .literal(possible), rules: [])
  }

  func and(_ left: BoundedFormula, _ right: BoundedFormula) -> BoundedFormula {
    BoundedFormula(
      certain: .allOf([left.certain, right.certain]),
      possible: .allOf([left.possible, right.possible]), rules: left.rules.union(right.rules)
    ).withoutIdleRules
  }

  func or(_ left: BoundedFormula, _ right: BoundedFormula) -> BoundedFormula {
    BoundedFormula(
      certain: .anyOf([left.certain, right.certain]),
      possible: .anyOf([left.possible, right.possible]), rules: left.rules.union(right.rules)
    ).withoutIdleRules
  }

  func not(_ value: BoundedFormula) -> BoundedFormula {
    BoundedFormula(
      certain: value.possible.negation, possible: value.certain.negation, rules: value.rules)
  }

  func isSettledFalse(_ value: BoundedFormula) -> Bool {
    value.possible == .false && value.rules.isEmpty
  }

  func isSettledTrue(_ value: BoundedFormula) -> Bool {
    value.certain == .true && value.rules.isEmpty
  }
}

extension BoundedFormula {
  /// The same value; a plain constant rests on no rule.
  fileprivate var withoutIdleRules: BoundedFormula {
    let isConstant = certain == possible && (certain == .true || certain == .false)
    guard isConstant, !rules.isEmpty, rules.isDisjoint(with: .marks) else { return self }
    return BoundedFormula(certain: certain, possible: possible, rules: [])
  }
}

extension UncertainRules {
  /// The rules that mark a value without leaving it uncertain.
  fileprivate static let marks: UncertainRules = .sourceFunctionInResourcePolicy
}

extension ConditionAtom {
  /// The atom in the form in which equal questions are equal, and whether it is to be negated: a
  /// negated string or ARN operator is the negation of its positive form.
  fileprivate var canonical: (ConditionAtom, isNegated: Bool) {
    guard case .condition(let test) = self else { return (self, false) }
    let (condition, isNegated) = test.condition.canonical
    let canonicalTest = ConditionTest(
      condition: condition, isInResourcePolicy: test.isInResourcePolicy)
    return (.condition(canonicalTest), isNegated)
  }
}
