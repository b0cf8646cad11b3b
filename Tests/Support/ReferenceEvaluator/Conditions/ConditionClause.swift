/// One operator applied to one condition key (B.1).
struct ConditionClause {
  /// The operator with its set operator and suffix.
  var `operator`: OperatorName
  /// Whether the operator is spelt exactly as AWS spells it (U15).
  var isExactSpelling: Bool
  /// The condition key as written; keys compare without case.
  var key: String
  /// The policy values, variables still in them.
  var values: [VariableText]
  /// Whether a value is a JSON number or Boolean, which equals its text (B.1).
  var hasBareValue: Bool

  /// The clauses of a condition block, all of which must hold.
  static func clauses(
    of block: JSONValue?, variables: Bool
  ) throws(InvalidScenario) -> [ConditionClause] {
    guard let block else { return [] }
    guard case .object(let operators) = block else {
      throw InvalidScenario("B.1: `Condition` is not an object")
    }
    var clauses: [ConditionClause] = []
    for (index, member) in operators.enumerated() {
      guard !operators[..<index].contains(where: { $0.name.isSameText(as: member.name) }) else {
        throw InvalidScenario("A1.2: operator `\(member.name)` stands twice")
      }
      clauses += try ConditionClause.clauses(under: member, variables: variables)
    }
    return clauses
  }

  private static func clauses(
    under member: JSONValue.Member, variables: Bool
  ) throws(InvalidScenario) -> [ConditionClause] {
    guard let name = OperatorName(member.name) else {
      throw InvalidScenario("B.9: `\(member.name)` is not a condition operator")
    }
    guard case .object(let keys) = member.value else {
      throw InvalidScenario("B.1: `\(member.name)` does not hold an object")
    }
    var seen: Set<[UInt8]> = []
    var clauses: [ConditionClause] = []
    for key in keys {
      guard seen.insert(key.name.foldedBytes).inserted else {
        throw InvalidScenario("A1.2: key `\(key.name)` stands twice but for letter case")
      }
      guard let texts = ScalarList.texts(of: key.value) else {
        throw InvalidScenario("B.1: the values of `\(key.name)` are not texts")
      }
      // A5.1: variables are processed under String and ARN operators only.
      let processed = variables && name.comparison.takesVariables
      var values: [VariableText] = []
      for text in texts { values.append(try VariableText(text, processed: processed)) }
      clauses.append(
        ConditionClause(
          operator: name, isExactSpelling: name.description.isSameText(as: member.name),
          key: key.name, values: values,
          hasBareValue: ScalarList.strings(of: key.value) == nil))
    }
    return clauses
  }
}
