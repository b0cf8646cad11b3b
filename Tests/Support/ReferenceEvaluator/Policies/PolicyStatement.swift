/// One statement (A.2).
struct PolicyStatement {
  /// A2.3: exactly one of the two words.
  enum Effect: String {
    case allow = "Allow"
    case deny = "Deny"
  }

  /// A list element that may be negated, such as `Action` and `NotAction`.
  struct List<Entry> {
    var isNegated: Bool
    var entries: [Entry]
    /// Whether the element is a bare string and not an array (A2.6).
    var isBareString: Bool
  }

  /// Whether it allows or denies.
  var effect: Effect
  /// `Principal` or `NotPrincipal`, nil where the dialect has none.
  var principal: List<PrincipalEntry>?
  /// `Action` or `NotAction`.
  var action: List<String>
  /// Nil where a resource-based policy leaves the element out (A2.5).
  var resource: List<VariableText>?
  /// All clauses of the condition block.
  var condition: [ConditionClause]
  /// Whether the statement has a `Condition`, be it empty.
  var hasConditionBlock: Bool

  /// Reads a statement; what breaks the grammar of its dialect is refused.
  init(_ value: JSONValue, _ dialect: PolicyDialect, variables: Bool) throws(InvalidScenario) {
    let elements = try Elements(
      value,
      allowed: [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
      ], "A2.1")
    guard case .string(let effect)? = elements["Effect"], let effect = Effect(rawValue: effect)
    else { throw InvalidScenario("A2.3: the effect is neither `Allow` nor `Deny`") }
    self.effect = effect
    principal = try PolicyStatement.principal(elements, dialect)
    guard let action = try PolicyStatement.strings(elements, "Action") else {
      throw InvalidScenario("A2.1: the statement has no action")
    }
    self.action = action
    resource = try PolicyStatement.resource(elements, dialect, variables: variables)
    condition = try ConditionClause.clauses(of: elements["Condition"], variables: variables)
    hasConditionBlock = elements["Condition"] != nil
    // The dialect of resource control policies (A.2).
    if dialect.layer == .resourceControl {
      guard !action.isNegated, principal?.isNegated == false,
        principal?.entries.allSatisfy(\.isEveryone) == true
      else { throw InvalidScenario("A.2: an RCP names `*` and uses neither negated element") }
    }
  }

  private static func principal(
    _ elements: Elements, _ dialect: PolicyDialect
  ) throws(InvalidScenario) -> List<PrincipalEntry>? {
    let (positive, negated) = (elements["Principal"], elements["NotPrincipal"])
    guard let value = positive ?? negated else {
      guard !dialect.hasPrincipal else { throw InvalidScenario("A2.4: no principal") }
      return nil
    }
    guard dialect.hasPrincipal else {
      throw InvalidScenario("A2.4: this kind of policy has no principal element")
    }
    guard positive == nil || negated == nil else { throw InvalidScenario("A2.1: both principals") }
    guard negated == nil || !dialect.isTrustPolicy else {
      throw InvalidScenario("A.2: a trust policy has no `NotPrincipal`")
    }
    let entries = try PrincipalEntry.entries(of: value)
    // U16: recommended is to refuse an empty negated list.
    guard negated == nil || !entries.isEmpty else { throw InvalidScenario("U16: empty list") }
    return List(isNegated: negated != nil, entries: entries, isBareString: false)
  }

  private static func resource(
    _ elements: Elements, _ dialect: PolicyDialect, variables: Bool
  ) throws(InvalidScenario) -> List<VariableText>? {
    guard let list = try strings(elements, "Resource") else {
      guard dialect.layer == .resource else { throw InvalidScenario("A2.5: no resource") }
      return nil
    }
    guard !dialect.isTrustPolicy else {
      throw InvalidScenario("A2.5: a trust policy has no resource")
    }
    var entries: [VariableText] = []
    for text in list.entries {
      entries.append(try VariableText(resource: text, processed: variables))
    }
    return List(isNegated: list.isNegated, entries: entries, isBareString: list.isBareString)
  }

  /// The element `name` or its negation, whichever stands there.
  private static func strings(
    _ elements: Elements, _ name: String
  ) throws(InvalidScenario) -> List<String>? {
    let (positive, negated) = (elements[name], elements["Not" + name])
    guard let value = positive ?? negated else { return nil }
    guard positive == nil || negated == nil else {
      throw InvalidScenario("A2.1: both `\(name)` and its negation")
    }
    guard let entries = ScalarList.strings(of: value) else {
      throw InvalidScenario("A2.6: `\(name)` is not a list of strings")
    }
    guard negated == nil || !entries.isEmpty else { throw InvalidScenario("U16: empty list") }
    let isBareString = if case .string = value { true } else { false }
    return List(isNegated: negated != nil, entries: entries, isBareString: isBareString)
  }
}
