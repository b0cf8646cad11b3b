// B.1, B.2, B.8, B.9: how a condition block holds, and what missing and empty values do.

extension Evaluation {
  /// Whether every clause of a condition block holds.
  func conditionHolds(_ statement: PolicyStatement, in layer: Layers.Kind) -> Truth {
    let clauses = statement.condition
    cite(.emptyCondition, if: statement.hasConditionBlock && clauses.isEmpty)
    cite(.operatorsAreAllNeeded, if: clauses.count > 1)
    return .all(clauses.map { clauseHolds($0, in: layer) })
  }

  private func clauseHolds(_ clause: ConditionClause, in layer: Layers.Kind) -> Truth {
    cite(clause.operator)
    cite(.bareJSONValue, if: clause.hasBareValue)
    cite(.variableInCondition, if: clause.values.contains(where: \.hasVariable))
    var truth = clauseHolds(clause)
    if !clause.isExactSpelling { truth = open(.operatorLetterCase, truth) }
    let isKey = { (name: String) in clause.key.isSameTextIgnoringCase(as: name) }
    if layer == .resource, isKey("lambda:SourceFunctionArn") {
      truth = open(.sourceFunctionInResourcePolicy, truth)
    }
    if request.caller.kind == .service, isKey("aws:PrincipalArn") || isKey("aws:PrincipalType") {
      truth = open(.principalKeyOfService, truth)
    }
    return truth
  }

  private func clauseHolds(_ clause: ConditionClause) -> Truth {
    let name = clause.operator
    let values = request.values(of: clause.key)
    if name.comparison == .null { return nullHolds(clause, values) }
    cite(.missingIfExists, if: name.ifExists && values == nil)
    cite(.presentIfExists, if: name.ifExists && values != nil)
    switch name.quantifier {
    case .bare: return bareHolds(clause, values)
    case .forAllValues: return forAllValuesHolds(clause, values)
    case .forAnyValue: return forAnyValueHolds(clause, values)
    }
  }

  /// An operator without set operator.
  private func bareHolds(_ clause: ConditionClause, _ values: [String]?) -> Truth {
    let name = clause.operator
    // B9: an empty list under `IfExists` is true only when the key is missing, and bare under a
    // positive operator never; the messages disagree about the bare ones.
    if clause.values.isEmpty {
      if name.ifExists {
        cite(.emptyListIfExists)
        return .certain(values == nil)
      }
      return open(.emptyListBare, reading: name.comparison.isNegated ? nil : false)
    }
    guard let values else {
      if name.ifExists { return .certain(true) }  // B8
      cite(name.comparison.isNegated ? .missingNegated : .missingPositive)
      return .certain(name.comparison.isNegated)  // B2
    }
    cite(.emptyStringIsPresent, if: values[0].isEmpty)
    // B7: with one value, a multivalued key is taken as a scalar.
    guard values.count == 1 else {
      return open(.severalValuesWithoutSetOperator, reading: nil)
    }
    return satisfies(values[0], clause)
  }

  /// Whether one request value satisfies the operator: OR over the policy values for a positive
  /// comparison, NOR for a negated one (B.1).
  func satisfies(_ value: String, _ clause: ConditionClause) -> Truth {
    let comparison = clause.operator.comparison
    let matches = clause.values.map { match(value, $0, comparison) }
    let isListed = Truth.any(matches)
    let result = comparison.isNegated ? isListed.negation : isListed
    if case .certain(let holds) = result { cite(comparison, holds: holds) }
    if clause.values.count > 1 {
      cite(
        .valuesAreAlternatives,
        if: !comparison.isNegated && isListed == .certain(true)
          && matches.contains(.certain(false)))
      cite(.valuesAreAllExcluded, if: comparison.isNegated)
    }
    return result
  }

  /// Whether a request value matches one policy value under the positive form of `comparison`.
  private func match(_ value: String, _ text: VariableText, _ comparison: Comparison) -> Truth {
    guard let pieces = pieces(of: text) else {
      // A5.6: so a positive comparison does not hold, and a negated one does.
      cite(comparison.isNegated ? .noValueNegated : .noValuePositive)
      return .certain(false)
    }
    switch compare(value, pieces, comparison) {
    case .decided(let matches): return .certain(matches)
    case .open(let rule, let reading): return open(rule, reading: reading)
    case .invalid:
      // B9: no match in a positive operator; open in a negated one.
      if comparison.isNegated { return open(.invalidValueNegated, reading: nil) }
      cite(.invalidPositive)
      return .certain(false)
    }
  }

  /// `Null`: `"true"` asks for a missing key, `"false"` for one with a value. An empty value
  /// counts as missing.
  private func nullHolds(_ clause: ConditionClause, _ values: [String]?) -> Truth {
    switch clause.operator.quantifier {
    case .forAllValues:
      cite(.nullForAll)
      return .certain(true)
    case .forAnyValue:
      cite(.nullForAny)
      return .certain(false)
    case .bare:
      if clause.values.isEmpty { return open(.emptyListBare, reading: false) }
      cite(.nullOfMissing, if: values == nil)
      cite(.nullOfEmpty, if: values?.allSatisfy(\.isEmpty) ?? false)
      cite(.nullOfPresent, if: values?.contains { !$0.isEmpty } ?? false)
      let isNull = values?.allSatisfy(\.isEmpty) ?? true
      // Decision: several values are alternatives, as elsewhere.
      return .certain(
        clause.values.contains { $0.source.isSameText(as: isNull ? "true" : "false") })
    }
  }
}
