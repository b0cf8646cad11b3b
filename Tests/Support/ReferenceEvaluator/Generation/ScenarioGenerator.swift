/// Draws scenarios without end, the same for the same seed.
///
/// All values come from small pools, and policies are drawn to fit the request more often than
/// not, so that every rule is reached and every verdict is frequent. Every scenario is valid: the
/// reference evaluator does not throw for it.
package struct ScenarioGenerator {
  /// Where all choices come from.
  var random: RandomSource
  let seed: UInt64
  private var count = 0

  /// The account that most callers and resources belong to.
  static let home = "111122223333"
  /// The other account.
  static let other = "444455556666"

  /// The sequence of scenarios that `seed` starts.
  package init(seed: UInt64) {
    self.seed = seed
    random = RandomSource(seed: seed)
  }

  /// The next scenario. Its id tells the seed and its number, and its member `variation` what to
  /// try its formula with.
  package mutating func next() -> Scenario {
    count += 1
    let situation = situation()
    let policies = policies(situation)
    return Scenario(
      .object(
        of: ("id", .string("random-\(seed)-\(count)")), ("request", situation.request),
        ("policies", policies), ("variation", variation(situation, policies, number: count))))
  }

  private mutating func situation() -> Situation {
    let isPlain = random.chance(30)
    let callers = Situation.Caller.pool(Self.home, Self.other)
    let caller = random.pick(isPlain ? callers.filter { $0.account != nil } : callers)
    let operation =
      caller.isProvider ? Situation.Operation.federation : random.pick(Situation.Operation.pool)
    let owner = random.chance(85) ? (caller.account ?? Self.home) : Self.other
    var situation = Situation(
      caller: caller, operation: operation, owner: owner, isPlain: isPlain)
    for key in ConditionKey.pool where random.chance(55) {
      situation.context.append((key, values(of: key, caller)))
    }
    return situation
  }

  mutating func values(of key: ConditionKey, _ caller: Situation.Caller) -> [String] {
    if random.chance(75), let own = ownValue(of: key, caller) { return [own] }
    if random.chance(4) { return [] }
    if random.chance(4) { return [""] }
    let values = key.kind.requestValues
    if key.isMultivalued { return random.several(1, 3, of: values) }
    return random.several(1, random.chance(5) ? 2 : 1, of: values)
  }

  private func ownValue(of key: ConditionKey, _ caller: Situation.Caller) -> String? {
    switch key.name {
    case "aws:PrincipalArn": caller.principalARN
    case "aws:userid": caller.userID
    case "aws:username": caller.userName
    default: nil
    }
  }

  /// The layers. `null`, an empty list and a missing member all mean that a layer does not apply.
  private mutating func policies(_ situation: Situation) -> JSONValue {
    let caller = situation.caller
    let hasIdentity = caller.hasIdentity
    let isAnchored = situation.operation.isKey || situation.operation.isTrust
    let resourceChance = hasIdentity && !isAnchored && !situation.isPlain ? 60 : 85
    let limitChance = situation.isPlain ? 65 : 25
    let sessionChance = caller.isFederatedUser ? 60 : caller.isRoleSession ? limitChance : 0
    return .object(
      of: ("identity", layer(.identity, situation, chance: hasIdentity ? 88 : 0)),
      ("boundary", layer(.boundary, situation, chance: hasIdentity ? limitChance : 0)),
      ("session", layer(.session, situation, chance: sessionChance)),
      ("resource", layer(.resource, situation, chance: resourceChance)),
      ("scp", levels(.serviceControl, situation, chance: 20)),
      ("rcp", levels(.resourceControl, situation, chance: situation.isPlain ? 10 : 25)),
      ("vpcEndpoint", layer(.vpcEndpoint, situation, chance: 8)))
  }

  private mutating func layer(
    _ kind: Layers.Kind, _ situation: Situation, chance: Int
  ) -> JSONValue? {
    guard random.chance(chance) else { return random.pick([.null, .array([]), nil]) }
    if random.chance(40) || situation.isPlain { return document(kind, situation) }
    return documents(kind, situation)
  }

  private mutating func levels(
    _ kind: Layers.Kind, _ situation: Situation, chance: Int
  ) -> JSONValue? {
    guard random.chance(chance) else { return random.pick([.null, .array([]), nil]) }
    return .array((0...random.below(3)).map { _ in documents(kind, situation) })
  }

  private mutating func documents(_ kind: Layers.Kind, _ situation: Situation) -> JSONValue {
    var documents = (0...random.below(2)).map { _ in document(kind, situation) }
    let isControlled = kind == .serviceControl || kind == .resourceControl
    // AWS puts a document that allows everything at each level; one can be taken off from SCPs.
    if kind == .resourceControl || isControlled && random.chance(75) {
      documents.insert(fullAccess(kind), at: 0)
    }
    return .array(documents)
  }

  private func fullAccess(_ kind: Layers.Kind) -> JSONValue {
    .object(
      of: ("Version", .string("2012-10-17")),
      (
        "Statement",
        .object(
          of: ("Effect", .string("Allow")),
          ("Principal", kind == .resourceControl ? .string("*") : nil),
          ("Action", .string("*")), ("Resource", .string("*")))
      ))
  }

  private mutating func document(_ kind: Layers.Kind, _ situation: Situation) -> JSONValue {
    let versions: [JSONValue?] = [.string("2012-10-17"), .string("2008-10-17"), nil]
    let mustHaveVersion = kind == .serviceControl || kind == .resourceControl
    let version = random.chance(75) || mustHaveVersion ? versions[0] : random.pick(versions)
    let statements = (0...random.below(situation.isPlain ? 1 : 3)).map { _ in
      situation.isPlain ? plainStatement(kind, situation) : statement(kind, situation)
    }
    let isSingle = statements.count == 1 && random.chance(50)
    return .object(
      of: ("Version", version),
      ("Id", kind == .resource && random.chance(5) ? .string("default") : nil),
      ("Statement", isSingle ? statements[0] : .array(statements)))
  }
}
