// Statements: mostly about the request's own action, resource and caller.

extension ScenarioGenerator {
  /// A statement for a layer, often about the request.
  mutating func statement(_ kind: Layers.Kind, _ situation: Situation) -> JSONValue {
    // A customer's resource control policy only denies.
    let isDeny = random.chance(kind == .resourceControl ? 100 : 14)
    let principal = principal(kind, situation)
    let condition = random.chance(isDeny ? 75 : 40) ? condition(situation) : nil
    let action = actions(kind, situation)
    let resource = resources(kind, situation)
    return .object(
      of: ("Sid", random.chance(10) ? .string("Any") : nil),
      ("Effect", .string(isDeny ? "Deny" : "Allow")), principal, action, resource,
      ("Condition", condition))
  }

  /// A statement that allows, denies or says nothing of the request, and that is all.
  mutating func plainStatement(_ kind: Layers.Kind, _ situation: Situation) -> JSONValue {
    let isSilent = random.chance(kind == .resource ? 15 : 45)
    let isDeny = random.chance(kind == .resourceControl ? 100 : 4)
    let action = isSilent ? "dynamodb:GetItem" : random.pick(["*", situation.operation.action])
    let isTrust = kind == .resource && situation.operation.isTrust
    return .object(
      of: ("Effect", .string(isDeny ? "Deny" : "Allow")), principal(kind, situation),
      ("Action", .string(action)), ("Resource", isTrust ? nil : .string("*")))
  }

  private mutating func actions(
    _ kind: Layers.Kind, _ situation: Situation
  ) -> (String, JSONValue?) {
    let action = situation.operation.action
    let service = action.parts(":")[0]
    let fitting = [
      action, action, "*", "\(service):*", action.uppercased(), "\(action.dropLast())?",
      "\(action.dropLast(3))*", "\(service.dropLast())*:*",
    ]
    let others = ["\(action.dropLast(3))", "dynamodb:GetItem", "lambda:Get*", "s3:*", "iam:*"]
    let isNegated = kind != .resourceControl && random.chance(8)
    if !isNegated && random.chance(2) { return ("Action", .array([])) }
    var entries = [random.pick(random.chance(isNegated ? 15 : 88) ? fitting : others)]
    if random.chance(25) { entries.append(random.pick(others)) }
    return (isNegated ? "NotAction" : "Action", oneOrMany(entries))
  }

  private mutating func resources(
    _ kind: Layers.Kind, _ situation: Situation
  ) -> (String, JSONValue?) {
    if kind == .resource, situation.operation.isTrust || random.chance(15) {
      return ("Resource", nil)
    }
    let fitting = ["*", "*", situation.operation.resource] + situation.operation.patterns
    let others = ["arn:aws:lambda:us-east-1:#:function:payroll", "arn:aws:s3:::elsewhere/*"]
    let isNegated = random.chance(8)
    if !isNegated && random.chance(2) { return ("Resource", .array([])) }
    var entries = [random.pick(random.chance(isNegated ? 40 : 90) ? fitting : others)]
    if random.chance(20) { entries.append(random.pick(fitting.dropFirst(2) + others)) }
    return (isNegated ? "NotResource" : "Resource", oneOrMany(entries.map { situation.place($0) }))
  }

  /// A2.6: one string, or an array.
  mutating func oneOrMany(_ texts: [String]) -> JSONValue {
    texts.count == 1 && random.chance(50) ? .string(texts[0]) : .strings(texts)
  }

  private mutating func principal(
    _ kind: Layers.Kind, _ situation: Situation
  ) -> (String, JSONValue?) {
    let everyone: [JSONValue] = [.string("*"), .object(of: ("AWS", .strings(["*"])))]
    switch kind {
    case .identity, .boundary, .session, .serviceControl: return ("Principal", nil)
    case .resourceControl, .vpcEndpoint: return ("Principal", random.pick(everyone))
    case .resource: break
    }
    if !situation.operation.isTrust, random.chance(10) {
      return ("NotPrincipal", notPrincipal(situation))
    }
    if random.chance(2) { return ("Principal", .object(of: ("AWS", .array([])))) }
    if random.chance(18) { return ("Principal", random.pick(everyone)) }
    let names = situation.caller.names
    if !names.isEmpty, random.chance(75) { return ("Principal", random.pick(names)) }
    return ("Principal", random.pick(Self.strangers))
  }

  /// A part of the caller's chain, or all of it.
  private mutating func notPrincipal(_ situation: Situation) -> JSONValue {
    var members: [JSONValue.Member] = []
    for case .object(let own) in situation.caller.names where random.chance(70) {
      for member in own where !members.contains(where: { $0.name == member.name }) {
        members.append(member)
      }
    }
    let texts = situation.caller.names.flatMap { name in
      ScalarList.strings(of: name["AWS"] ?? .array([])) ?? []
    }
    let listed = texts.filter { _ in random.chance(70) }
    if let first = texts.first {
      members = [JSONValue.Member("AWS", .strings(listed.isEmpty ? [first] : listed))]
    }
    let stranger = JSONValue.object(of: ("AWS", .string("arn:aws:iam::\(Self.other):user/eve")))
    return members.isEmpty ? stranger : .object(members)
  }

  /// Principal elements that name nobody who asks, though some come near.
  private static let strangers: [JSONValue] = [
    .object(of: ("AWS", .string("arn:aws:iam::\(home):user/eve"))),
    .object(of: ("AWS", .string("arn:aws:iam::\(home):role/team/deployer2"))),
    .object(of: ("AWS", .string("arn:aws-cn:iam::\(home):root"))),
    .object(of: ("AWS", .string("arn:aws:sts::\(home):assumed-role/team/build-42"))),
    .object(of: ("AWS", .string("AIDAGONE"))),
    .object(of: ("AWS", .string(other)), ("Service", .string("sqs.amazonaws.com"))),
    .object(of: ("Service", .strings(["s3.amazonaws.com", "s3.eu-west-1.amazonaws.com"]))),
    .object(of: ("CanonicalUser", .string("79a59df900b949e55d96a1e698fbaced"))),
  ]
}
