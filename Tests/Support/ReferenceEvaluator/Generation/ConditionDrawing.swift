// Conditions: mostly on keys that the request has, with values that often fit.

extension ScenarioGenerator {
  /// A condition block of one or two operators, rarely an empty one.
  mutating func condition(_ situation: Situation) -> JSONValue {
    if random.chance(2) { return .object([]) }
    var operators: [JSONValue.Member] = []
    for _ in 0...random.below(2) {
      let member = clause(situation)
      // A1.2: operators that differ in letter case alone are the same key.
      let name = member.name.lowercased()
      guard !operators.contains(where: { $0.name.lowercased() == name }) else { continue }
      operators.append(member)
    }
    return .object(operators)
  }

  private mutating func clause(_ situation: Situation) -> JSONValue.Member {
    let present = situation.context.map(\.key)
    let isPresent = random.chance(65) && !present.isEmpty
    let key = random.pick(isPresent ? present : ConditionKey.pool)
    let name = operatorName(for: key)
    let member = JSONValue.Member(keySpelling(key.name), policyValues(key, name, situation))
    return JSONValue.Member(operatorSpelling(name), .object([member]))
  }

  private mutating func operatorName(for key: ConditionKey) -> OperatorName {
    let kind = random.chance(6) ? random.pick(ConditionKey.Kind.allCases) : key.kind
    let comparison = random.chance(8) ? .null : random.pick(kind.comparisons)
    let isSet = random.chance(key.isMultivalued ? 85 : 35)
    let quantifier: OperatorName.Quantifier =
      isSet ? random.pick([.forAllValues, .forAnyValue]) : .bare
    return OperatorName(
      quantifier, comparison, ifExists: comparison != .null && random.chance(35))
  }

  /// U15: rarely in another letter case.
  private mutating func operatorSpelling(_ name: OperatorName) -> String {
    random.chance(1) ? name.description.lowercased() : name.description
  }

  /// B.1: key names are compared without case.
  private mutating func keySpelling(_ name: String) -> String {
    random.chance(15) ? name.uppercased() : name
  }

  private mutating func policyValues(
    _ key: ConditionKey, _ name: OperatorName, _ situation: Situation
  ) -> JSONValue {
    if random.chance(3) { return .array([]) }
    if name.comparison == .null { return random.pick([.string("true"), .bool(false)]) }
    let own = situation.context.first { $0.key.name == key.name }?.values ?? []
    let texts = (0...random.below(3)).map { _ in policyValue(key.kind, own) }
    if texts.count == 1, random.chance(50), let bare = bareValue(texts[0], key.kind) {
      return bare
    }
    return oneOrMany(texts)
  }

  private mutating func policyValue(_ kind: ConditionKey.Kind, _ own: [String]) -> String {
    if !own.isEmpty, random.chance(40) { return random.pick(own) }
    return random.pick(kind.requestValues + kind.policyValues)
  }

  /// B.1: a number or Boolean without quotes.
  private func bareValue(_ text: String, _ kind: ConditionKey.Kind) -> JSONValue? {
    switch kind {
    case .boolean where text == "true" || text == "false": .bool(text == "true")
    case .number where ExactDecimal(text) != nil: .number(text)
    default: nil
    }
  }
}
