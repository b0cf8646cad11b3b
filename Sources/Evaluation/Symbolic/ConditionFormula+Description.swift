extension ConditionFormula: CustomStringConvertible {
  /// The formula on one line, such as `aws:SourceIp in 10.0.0.0/8 and not aws:ViaAWSService`.
  package var description: String {
    switch self {
    case .constant(let value): value ? "always" : "never"
    case .literal(let literal): literal.description
    case .all(let parts): parts.map(\.operand).joined(separator: " and ")
    case .any(let parts): parts.map(\.operand).joined(separator: " or ")
    }
  }

  /// The formula as a part of a larger one.
  private var operand: String {
    switch self {
    case .constant, .literal: description
    case .all, .any: "(\(description))"
    }
  }
}

extension ConditionLiteral: CustomStringConvertible {
  /// The literal in words. `not` stands before the whole statement.
  package var description: String {
    isNegated ? "not \(atom)" : atom.description
  }
}
