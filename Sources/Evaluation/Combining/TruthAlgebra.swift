/// The truth values in which the walk over policies computes.
///
/// The walk is written once. Read with `ConcreteAlgebra` it decides a request; read with
/// `SymbolicAlgebra` it yields the formula over what is not known.
protocol TruthAlgebra {
  associatedtype Value: Sendable

  /// A value that is known.
  func value(_ truth: Truth) -> Value
  /// A question that the request leaves open, and the rule that a concrete answer then names.
  func open(_ rule: UncertainRules, _ atom: @autoclosure () -> ConditionAtom) -> Value
  /// False where either is false, true where both are true.
  func and(_ left: Value, _ right: Value) -> Value
  /// True where either is true, false where both are false.
  func or(_ left: Value, _ right: Value) -> Value
  /// True where the value is false, and the reverse.
  func not(_ value: Value) -> Value
  /// Whether the value is certainly and plainly false, so that nothing more need be asked of a
  /// conjunction.
  func isSettledFalse(_ value: Value) -> Bool
  /// Whether the value is certainly and plainly true.
  func isSettledTrue(_ value: Value) -> Bool
}

/// Truth values of a request of which everything that matters is known. What is not known is
/// uncertain.
struct ConcreteAlgebra: TruthAlgebra {
  func value(_ truth: Truth) -> Truth { truth }

  func open(_ rule: UncertainRules, _ atom: @autoclosure () -> ConditionAtom) -> Truth {
    .uncertain(rule)
  }

  func and(_ left: Truth, _ right: Truth) -> Truth { left && right }
  func or(_ left: Truth, _ right: Truth) -> Truth { left || right }
  func not(_ value: Truth) -> Truth { !value }
  func isSettledFalse(_ value: Truth) -> Bool { value.isPlainlyFalse }
  func isSettledTrue(_ value: Truth) -> Bool { value.isPlainlyTrue }
}
