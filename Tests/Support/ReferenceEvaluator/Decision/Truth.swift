/// Whether something holds: known for certain, or open because of rules that AWS leaves open.
enum Truth: Equatable {
  case certain(Bool)
  /// What stands meanwhile, nil where only the effect decides, and the rules it rests on.
  case open(standing: Bool?, rules: Set<OpenRule>)

  /// A truth that rests on `rule`, for which AWS or prudence recommends `reading`, if anything.
  static func open(_ rule: OpenRule, reading: Bool?) -> Truth {
    .open(standing: rule.resolution == .recommended ? reading : nil, rules: [rule])
  }

  /// Kleene's conjunction: one certain "no" decides, and then nothing rests on the open ones.
  static func all(_ operands: [Truth]) -> Truth {
    operands.reduce(.certain(true)) { $0.and($1) }
  }

  /// Kleene's disjunction.
  static func any(_ operands: [Truth]) -> Truth {
    all(operands.map(\.negation)).negation
  }

  /// Kleene's negation: what is open stays open.
  var negation: Truth {
    switch self {
    case .certain(let value): .certain(!value)
    case .open(let standing, let rules): .open(standing: standing.map { !$0 }, rules: rules)
    }
  }

  /// The same truth, but resting on `rule` as well; its reading is what stands here.
  func resting(on rule: OpenRule) -> Truth {
    switch self {
    case .certain(let value): .open(rule, reading: value)
    case .open(let standing, let rules):
      .open(
        standing: rule.resolution == .recommended ? standing : nil, rules: rules.union([rule]))
    }
  }

  /// Open rules count by effect: an Allow needs certainty or a reading that stands.
  var helpsAllow: Bool {
    switch self {
    case .certain(let value): value
    case .open(let standing, _): standing ?? false
    }
  }

  /// Open rules count by effect: a Deny applies unless it certainly does not.
  var helpsDeny: Bool {
    switch self {
    case .certain(let value): value
    case .open(let standing, _): standing ?? true
    }
  }

  /// The rules on which the truth rests.
  var rules: Set<OpenRule> {
    switch self {
    case .certain: []
    case .open(_, let rules): rules
    }
  }

  private func and(_ other: Truth) -> Truth {
    switch (self, other) {
    case (.certain(false), _), (_, .certain(false)): return .certain(false)
    case (.certain(true), let open), (let open, .certain(true)): return open
    case (.open(let left, let leftRules), .open(let right, let rightRules)):
      let rules = leftRules.union(rightRules)
      if left == false || right == false { return .open(standing: false, rules: rules) }
      if left == true && right == true { return .open(standing: true, rules: rules) }
      return .open(standing: nil, rules: rules)
    }
  }
}
