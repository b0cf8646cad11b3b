import PolicyLanguage

extension CompiledCondition {
  /// The clause in a form that equivalent clauses share, and whether that form has to be negated.
  ///
  /// `StringNotEquals` holds exactly where `StringEquals` does not, a missing key included, and so
  /// for the other string and ARN operators without set operator. `IfExists` adds nothing to a
  /// negated one.
  var canonical: (CompiledCondition, isNegated: Bool) {
    let sorted = Set(values.map(\.plain)).sorted { $0.description < $1.description }
    guard `operator`.quantifier == .none, !sorted.isEmpty, !sorted.contains(where: \.isInvalid),
      let positive = `operator`.comparison.positiveTextForm(sorted),
      `operator`.comparison.isNegated || !`operator`.ifExists
    else {
      return (CompiledCondition(`operator`, key: key, values: sorted), false)
    }
    let clause = CompiledCondition(ConditionOperator(positive), key: key, values: sorted)
    return (clause, `operator`.comparison.isNegated)
  }
}

extension ConditionOperator.Comparison {
  /// The positive operator of a string or ARN operator; `nil` for the others.
  fileprivate func positiveTextForm(_ values: [ConditionValue]) -> Self? {
    switch family {
    case .exactText: .stringEquals
    case .caselessText: .stringEqualsIgnoreCase
    case .pattern: values.allSatisfy(\.isLiteral) ? .stringEquals : .stringLike
    case .arn: .arnLike
    default: nil
    }
  }
}

extension ConditionValue {
  fileprivate var isInvalid: Bool { if case .invalid = self { true } else { false } }
  fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }

  /// The same value, a pattern without wildcards as the text that it is.
  fileprivate var plain: ConditionValue {
    guard case .pattern(let template) = self, let constant = template.constant, constant.isLiteral
    else { return self }
    return .literal(Array(constant.literalPrefix))
  }
}
