// B.7: `ForAllValues` and `ForAnyValue`, over the set of the request's values.

extension Evaluation {
  /// The request's values as a set: nil where there are none. Empty strings alone are no values.
  private func set(_ values: [String]?) -> [String]? {
    guard let values else { return nil }
    guard values.contains(where: { !$0.isEmpty }) else {
      cite(.emptyStringsAreNoSet)
      return nil
    }
    return values
  }

  /// Every value satisfies the comparison; true without values.
  func forAllValuesHolds(_ clause: ConditionClause, _ values: [String]?) -> Truth {
    let name = clause.operator
    guard let set = set(values) else {
      cite(.forAllWithoutValue)
      // B8: with `IfExists`, an absent key is excused for certain.
      if name.ifExists && values == nil { return .certain(true) }
      return name.comparison.isNegated
        ? open(.forAllValuesNegatedWithoutValue, reading: true) : .certain(true)
    }
    // B9: an empty list is true only when the key is missing.
    if clause.values.isEmpty {
      cite(.emptyListForAll)
      return .certain(false)
    }
    cite(name.comparison.isNegated ? .forAllNegated : .forAllPositive, if: set.count > 1)
    return .all(set.map { satisfies($0, clause) })
  }

  /// Some value satisfies the comparison; false without values, for a negated comparison too.
  func forAnyValueHolds(_ clause: ConditionClause, _ values: [String]?) -> Truth {
    let name = clause.operator
    if values == nil && name.ifExists {
      return open(.forAnyValueIfExistsWithoutKey, reading: true)
    }
    guard let set = set(values) else {
      cite(.forAnyWithoutValue)
      return .certain(false)
    }
    // B9: never true.
    if clause.values.isEmpty {
      cite(.emptyListForAny)
      return .certain(false)
    }
    cite(name.comparison.isNegated ? .forAnyNegated : .forAnyPositive, if: set.count > 1)
    return .any(set.map { satisfies($0, clause) })
  }
}
