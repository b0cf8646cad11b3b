import JSONText

extension PolicyParser {
  /// Reads `Condition`: operators, under each the condition keys, under each the values.
  mutating func readConditions(_ value: JSONValue) -> [ConditionClause] {
    guard let members = value.members else {
      diagnostics.append(.wrongType(of: "`Condition`", expected: "an object", value))
      return []
    }
    var clauses: [ConditionClause] = []
    var seen: [ConditionOperator: String] = [:]
    for member in members {
      guard let known = ConditionOperator(member.key) else {
        diagnostics.append(.unknownOperator(member))
        continue
      }
      if member.key != known.description { diagnostics.append(.operatorCase(member, known)) }
      if let other = seen.updateValue(member.key, forKey: known) {
        diagnostics.append(.duplicateKey(member, other))
      }
      clauses += readClauses(of: known, member)
    }
    return clauses
  }

  private mutating func readClauses(
    of known: ConditionOperator, _ block: JSONMember
  ) -> [ConditionClause] {
    guard let members = block.value.members else {
      diagnostics.append(.wrongType(of: "`\(block.key)`", expected: "an object", block.value))
      return []
    }
    var clauses: [ConditionClause] = []
    // By bytes, because strings that look alike are equal to Swift but not to AWS.
    var seen: [[UInt8]: String] = [:]
    for member in members {
      let key = member.key
      if let other = seen.updateValue(key, forKey: key.utf8.map(lowercased)) {
        diagnostics.append(.duplicateKey(member, other))
      }
      if member.value.isEmptyArray { diagnostics.append(.emptyValues(member, under: known)) }
      clauses.append(
        ConditionClause(
          known, key: key, values: readValues(member.value, of: key), position: member.keyPosition))
    }
    return clauses
  }

  /// The values to compare with, as text.
  private mutating func readValues(_ value: JSONValue, of key: String) -> [String] {
    if let text = value.conditionValue { return [text] }
    guard let list = value.elements else {
      diagnostics.append(.wrongValueType(of: key, value))
      return []
    }
    var values: [String] = []
    for value in list {
      if let text = value.conditionValue {
        values.append(text)
      } else {
        diagnostics.append(.wrongValueType(of: key, value))
      }
    }
    return values
  }
}

extension JSONValue {
  /// The text of a value that can be compared with: a string, a number or a Boolean, the latter two
  /// in their own spelling.
  fileprivate var conditionValue: String? {
    switch kind {
    case .string: string
    case .number, .bool: text
    case .null, .array, .object: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownOperator(_ member: JSONMember) -> Diagnostic {
    if member.key.lowercased().hasSuffix("nullifexists") {
      return Diagnostic(
        .error, "null-with-if-exists", "`Null` cannot be combined with `IfExists`",
        position: member.keyPosition
      ).with(help: "`Null` tests by itself whether the key exists")
    }
    let diagnostic = Diagnostic(
      .error, "invalid-condition-operator", "`\(member.key)` is no condition operator",
      position: member.keyPosition)
    let known = ConditionOperator.all.map(\.description)
    guard let meant = closestSpelling(to: member.key, among: known) else { return diagnostic }
    return diagnostic.with(help: "did you mean `\(meant)`?")
  }

  fileprivate static func operatorCase(
    _ member: JSONMember, _ known: ConditionOperator
  ) -> Diagnostic {
    Diagnostic(
      .warning, "condition-operator-case",
      "`\(member.key)` is spelt `\(known)`, and AWS does not document whether case matters",
      position: member.keyPosition
    ).with(note: "it is read as `\(known)` (U15)")
  }

  fileprivate static func duplicateKey(_ member: JSONMember, _ other: String) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-keys-with-different-case",
      "`\(member.key)` and `\(other)` are the same key", position: member.keyPosition
    ).with(help: "write the values of both as one list")
  }

  fileprivate static func emptyValues(
    _ member: JSONMember, under known: ConditionOperator
  ) -> Diagnostic {
    let diagnostic = Diagnostic(
      .suggestion, "empty-array-condition", "`\(member.key)` is compared with an empty list",
      position: member.value.position)
    guard known.quantifier == .none, !known.ifExists else { return diagnostic }
    return diagnostic.with(note: "what that means is not documented without contradiction (U04)")
  }

  fileprivate static func wrongValueType(of key: String, _ value: JSONValue) -> Diagnostic {
    .wrongType(of: "a value of `\(key)`", expected: "a string, a number or a Boolean", value)
  }
}
