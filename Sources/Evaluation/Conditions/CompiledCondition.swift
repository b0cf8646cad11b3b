import PolicyLanguage

/// One clause of a condition block, ready to evaluate. It never changes and is a class so that it is
/// handed around at the cost of one reference.
final class CompiledCondition: Sendable {
  let `operator`: ConditionOperator
  let key: ContextKey
  let values: [ConditionValue]
  /// Whether the answer may be in doubt because of what the key is.
  let doubt: Doubt

  /// The keys of which AWS's documentation leaves open how they behave somewhere.
  enum Doubt: UInt8, Sendable {
    case none
    /// `lambda:SourceFunctionArn` in a resource-based policy.
    case sourceFunction
    /// The ARN or type of the principal, where the caller is a service.
    case principal
  }

  convenience init(_ clause: ConditionClause, processesVariables: Bool) {
    self.init(
      clause.operator, key: ContextKey(clause.key),
      values: clause.values.map {
        ConditionValue(
          $0, for: clause.operator.comparison, processesVariables: processesVariables)
      })
  }

  init(_ operator: ConditionOperator, key: ContextKey, values: [ConditionValue]) {
    self.operator = `operator`
    self.key = key
    self.values = values
    switch key {
    case .sourceFunctionARN: doubt = .sourceFunction
    case .principalARN, .principalType: doubt = .principal
    default: doubt = .none
    }
  }

  /// The answer where it does not hang on the key at all; `nil` for most clauses.
  var truthWithoutKey: Truth? {
    guard `operator`.comparison == .null else { return nil }
    switch `operator`.quantifier {
    case .forAllValues: return .true
    case .forAnyValue: return .false
    case .none:
      // A clause that lists both Booleans, or neither.
      let answers = (values.contains(.flag(true)), values.contains(.flag(false)))
      return answers.0 == answers.1 ? Truth(answers.0) : nil
    }
  }

  /// Whether the clause holds in a context; `nil` where that hangs on a key that is not known.
  ///
  /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", and "Single-valued vs.
  /// multivalued context keys".
  func evaluate(in context: RequestContext) -> Truth? {
    if `operator`.comparison == .null { return presence(in: context) }
    switch context.state(of: key) {
    case .unknown: return nil
    case .absent: return truthWhenMissing
    case .values(let present): return evaluate(present, in: context)
    }
  }

  /// The same clause with the values of the variables put in that are known.
  func filled(in context: RequestContext) -> CompiledCondition {
    CompiledCondition(`operator`, key: key, values: values.map { $0.filled(in: context) })
  }

  private func evaluate(_ present: [ContextValue], in context: RequestContext) -> Truth? {
    if present.isEmpty { return truthWhenMissing }
    if `operator`.quantifier == .none { return scalarTruth(present, in: context) }
    if present.allSatisfy(\.bytes.isEmpty) { return truthWhenEmpty }
    return setTruth(present, in: context)
  }

  /// `Null`, which tells only whether the key is there. An empty value counts as none.
  private func presence(in context: RequestContext) -> Truth? {
    if let truth = truthWithoutKey { return truth }
    switch context.state(of: key) {
    case .unknown: return nil
    case .absent: return Truth(values.contains(.flag(true)))
    case .values(let present):
      return Truth(values.contains(.flag(present.allSatisfy(\.bytes.isEmpty))))
    }
  }

  private var truthWhenMissing: Truth {
    let isNegated = `operator`.comparison.isNegated
    switch `operator`.quantifier {
    case .none:
      if `operator`.ifExists { return .true }
      return isNegated && values.isEmpty ? .uncertain(.emptyValueList) : Truth(isNegated)
    case .forAllValues:
      return isNegated && !`operator`.ifExists ? .uncertain(.forAllValuesNegatedMissing) : .true
    case .forAnyValue:
      return `operator`.ifExists ? .uncertain(.forAnyValueIfExistsMissing) : .false
    }
  }

  /// The value under a set operator where the key is there but all its values are empty.
  private var truthWhenEmpty: Truth {
    if `operator`.quantifier == .forAnyValue { return .false }
    return `operator`.comparison.isNegated ? .uncertain(.forAllValuesNegatedMissing) : .true
  }

  private func scalarTruth(_ present: [ContextValue], in context: RequestContext) -> Truth? {
    let isNegated = `operator`.comparison.isNegated
    if values.isEmpty {
      return isNegated && !`operator`.ifExists ? .uncertain(.emptyValueList) : .false
    }
    if present.count > 1 { return .uncertain(.multivaluedWithoutSetOperator) }
    return satisfies(present[0], in: context)
  }

  private func setTruth(_ present: [ContextValue], in context: RequestContext) -> Truth? {
    if values.isEmpty { return .false }
    let requiresAll = `operator`.quantifier == .forAllValues
    var truth = Truth(requiresAll)
    var isOpen = false
    for value in present {
      guard let next = satisfies(value, in: context) else {
        isOpen = true
        continue
      }
      truth = requiresAll ? truth && next : truth || next
      if requiresAll ? truth.isPlainlyFalse : truth.isPlainlyTrue { return truth }
    }
    return isOpen ? nil : truth
  }

  /// Whether one value of the request satisfies the operator: matches some value of the policy, or
  /// for a negated operator none.
  private func satisfies(_ value: ContextValue, in context: RequestContext) -> Truth? {
    let isNegated = `operator`.comparison.isNegated
    var matches = Truth.false
    var isOpen = false
    for expected in values {
      guard let next = expected.matches(value.bytes, `operator`.comparison, in: context) else {
        isOpen = true
        continue
      }
      matches = matches || next
      if matches.isPlainlyTrue { break }
    }
    if isOpen && !matches.isPlainlyTrue { return nil }
    return isNegated ? !matches : matches
  }
}

extension CompiledCondition: Hashable {
  static func == (left: CompiledCondition, right: CompiledCondition) -> Bool {
    left === right
      || left.operator == right.operator && left.key == right.key && left.values == right.values
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(`operator`)
    hasher.combine(key)
    hasher.combine(values.count)
  }
}
