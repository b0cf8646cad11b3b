package import JSONText

/// One line of a condition block: an operator, a condition key, and the values to compare with.
///
/// All clauses of a statement must hold. Values are alternatives for a positive operator, and all
/// excluded for a negated one.
///
/// Source: IAM User Guide, "Conditions with multiple context keys or values".
package struct ConditionClause: Sendable {
  package var `operator`: ConditionOperator
  /// The condition key as written, such as `AWS:SourceArn`. Keys compare without regard to case.
  package var key: String
  /// The values as text: a JSON number or Boolean stands here in its own spelling.
  package var values: [String]
  /// Where the key stands in the text that was parsed.
  package var position: SourcePosition

  package init(
    _ operator: ConditionOperator,
    key: String,
    values: [String],
    position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) {
    self.operator = `operator`
    self.key = key
    self.values = values
    self.position = position
  }
}
