extension ConditionOperator {
  /// Reads an operator's name, qualifiers included. Letter case is not regarded; `description`
  /// tells whether the name is spelt as AWS spells it. `nil` for an unknown name, and for
  /// `NullIfExists`, which does not exist.
  package init?(_ name: String) {
    if let exact = Self.byName[name] {
      self = exact
    } else if let folded = Self.byLowercasedName[name.lowercased()] {
      self = folded
    } else {
      return nil
    }
  }

  /// Every operator with every qualifier that it may have.
  package static let all: [ConditionOperator] = {
    let quantifiers: [Quantifier] = [.none, .forAllValues, .forAnyValue]
    return Comparison.allCases.flatMap { comparison in
      quantifiers.flatMap { quantifier in
        [false, true].compactMap { ifExists in
          comparison == .null && ifExists
            ? nil : ConditionOperator(comparison, quantifier: quantifier, ifExists: ifExists)
        }
      }
    }
  }()

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.map { ($0.description, $0) })

  private static let byLowercasedName = Dictionary(
    uniqueKeysWithValues: all.map { ($0.description.lowercased(), $0) })
}
