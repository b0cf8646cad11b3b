// Variations: what a case leaves open for a formula, and the contexts to try the formula under.

extension ScenarioGenerator {
  /// What to try a case's formula with: the keys that it is told of, other contexts that agree with
  /// the request's own in those, and contexts that AWS might send, under which no claim of
  /// "always" and "never" may fail.
  ///
  /// It has a random sequence of its own, so that the scenarios of a seed stay what they are.
  mutating func variation(
    _ situation: Situation, _ policies: JSONValue, number: Int
  ) -> JSONValue {
    let scenarios = random
    defer { random = scenarios }
    random = RandomSource(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    let known = ConditionKey.pool.filter { _ in random.chance(35) }
    let contexts = (0..<2).map { _ in context(situation, keeping: known) }
    let readings = KeyReadings(policies)
    let plausible =
      readings.areWellTyped ? (0..<3).map { _ in plausibleContext(situation, readings) } : []
    return .object(
      of: ("known", .strings(known.map(\.name))), ("contexts", .array(contexts)),
      ("plausible", .array(plausible)))
  }

  private mutating func context(
    _ situation: Situation, keeping known: [ConditionKey]
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for key in ConditionKey.pool {
      let own = situation.context.first { $0.key.name == key.name }?.values
      let isKnown = known.contains { $0.name == key.name }
      let drawn = random.chance(55) ? values(of: key, situation.caller) : nil
      guard let values = isKnown ? own : drawn else { continue }
      members.append(JSONValue.Member(key.name, .strings(values)))
    }
    return .object(members)
  }

  /// A context with what every request has, and with values of the keys' own types.
  private mutating func plausibleContext(
    _ situation: Situation, _ readings: KeyReadings
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    for key in ConditionKey.pool where key.isAlwaysPresent || random.chance(60) {
      let own = situation.context.first { $0.key.name == key.name }?.values ?? []
      let choices = (key.kind.requestValues + own).filter(key.kind.isPlausible)
      let most = key.isMultivalued && readings.areOnlySets(key) ? 3 : 1
      members.append(
        JSONValue.Member(key.name, .strings(random.several(1, most, of: choices))))
    }
    return .object(members)
  }
}

/// How the conditions and variables of some policies read the keys of the pool.
private struct KeyReadings {
  /// Whether each key is read by operators of its own type alone.
  private(set) var areWellTyped = true
  /// The keys, in lower case, that are read as one value, by an operator or a variable.
  private var single: Set<String> = []

  init(_ value: JSONValue) {
    visit(value)
  }

  /// Whether several values of a key are read by set operators alone.
  func areOnlySets(_ key: ConditionKey) -> Bool {
    !single.contains(key.name.lowercased())
  }

  private mutating func visit(_ value: JSONValue) {
    switch value {
    case .null, .bool, .number: break
    case .string(let text):
      for key in ConditionKey.pool
      where text.lowercased().containsText("${" + key.name.lowercased()) {
        single.insert(key.name.lowercased())
      }
    case .array(let elements): for element in elements { visit(element) }
    case .object(let members):
      for member in members {
        visit(member.value)
        if let name = OperatorName(member.name) { read(member.value, by: name) }
      }
    }
  }

  private mutating func read(_ keys: JSONValue, by name: OperatorName) {
    guard case .object(let members) = keys, name.comparison != .null else { return }
    for member in members {
      let folded = member.name.lowercased()
      let key = ConditionKey.pool.first { $0.name.lowercased() == folded }
      let fits = key?.kind.comparisons.contains(name.comparison) ?? false
      areWellTyped = areWellTyped && fits
      if name.quantifier == .bare { single.insert(folded) }
    }
  }
}

extension ConditionKey {
  /// Whether AWS puts the key into every request.
  fileprivate var isAlwaysPresent: Bool {
    ["aws:CurrentTime", "aws:SecureTransport", "aws:PrincipalType", "aws:userid"].contains(name)
  }
}

extension ConditionKey.Kind {
  /// Whether AWS might give a key of this type the value: it is of the type, in a form that is not
  /// in doubt, and not empty; a time is in whole seconds.
  fileprivate func isPlausible(_ value: String) -> Bool {
    let doubtful = [
      "", "ord*", "bl\u{E9}", "soon", "2025", "yesterday", "not base64", "10.1", "alerts",
      "2025-06-01T00:00:00.5Z",
    ]
    return !doubtful.contains(value)
  }
}
