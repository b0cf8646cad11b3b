import PolicyLanguage

/// Texts that matter to keys because they stand in policy variables.
struct VariableTexts {
  private(set) var texts: [String] = []
  /// Whether no other text could matter.
  private(set) var areComplete = true

  init(_ cluster: KeyCluster, in request: AuthorizationRequest) {
    for atom in cluster.atoms {
      switch atom {
      case .resource(let test):
        add(test.pattern.template, against: test.resource.name) {
          test.pattern.matches(test.resource, in: $0, isNegated: false)?.isFalse == false
        }
      case .condition(let test): add(test.condition, in: request)
      case .callerIs, .unknownDocument: break
      }
    }
    // A key that holds several values gives a variable none, so sets ask for more as well.
    let multivalued = cluster.conditions.filter { $0.operator.quantifier != .none }.map(\.key)
    let inVariables = cluster.conditions.flatMap(\.values).flatMap { $0.template?.keys ?? [] }
    if !Set(multivalued).isDisjoint(with: inVariables) { areComplete = false }
    // Patterns and comparisons between keys together can ask for more than the values at hand.
    if cluster.keys.count > 1, !cluster.conditions.allSatisfy(\.comparesWholeTexts) {
      areComplete = false
    }
  }

  private mutating func add(_ condition: CompiledCondition, in request: AuthorizationRequest) {
    let templates = condition.values.compactMap(\.template).filter { !$0.keys.isEmpty }
    guard !templates.isEmpty else { return }
    for case .variable(let variable) in templates.flatMap(\.segments) {
      if let text = variable.defaultText?.text { texts.append(text) }
    }
    guard case .values(let known) = request.context.state(of: condition.key) else {
      if request.context.state(of: condition.key) == .unknown {
        areComplete = areComplete && templates.allSatisfy(\.isOneVariable)
        texts += templates.map { $0.text(replacingVariablesBy: "x") }
      }
      return
    }
    if condition.operator.comparison.family == .caselessText { areComplete = false }
    for template in templates {
      for value in known {
        add(template, against: value.text) { context in
          let clause = CompiledCondition(
            ConditionOperator(condition.operator.comparison.positive), key: condition.key,
            values: condition.values.filter { $0.template == template })
          var context = context
          context.request[condition.key] = .values([value])
          return clause.evaluate(in: context)?.isFalse == false
        }
      }
    }
  }

  /// Adds the parts of a text that a template's variable can stand for.
  private mutating func add(
    _ template: TextTemplate, against text: String, where matches: (RequestContext) -> Bool
  ) {
    let keys = Set(template.keys)
    guard keys.count == 1, let key = keys.first else {
      areComplete = false
      return
    }
    for part in text.parts {
      var context = RequestContext.complete()
      context.request[key] = .value(part)
      if matches(context) { texts.append(part) }
    }
  }
}

extension String {
  /// All parts of the text that are not empty, each once. Cost: quadratic in the text.
  fileprivate var parts: [String] {
    let scalars = Array(unicodeScalars)
    var seen: Set<String> = []
    var parts: [String] = []
    for start in scalars.indices {
      var part = ""
      for scalar in scalars[start...] {
        part.unicodeScalars.append(scalar)
        if seen.insert(part).inserted { parts.append(part) }
      }
    }
    return parts
  }
}

extension TextTemplate {
  /// Whether the text is one variable and nothing else.
  fileprivate var isOneVariable: Bool {
    guard segments.count == 1, case .variable = segments[0] else { return false }
    return true
  }

  /// The text with the same text in place of every variable and wildcard.
  fileprivate func text(replacingVariablesBy text: String) -> String {
    segments.map { segment in
      switch segment {
      case .variable: text
      case .literal(let literal): literal
      case .text(let pattern):
        readsWildcards
          ? pattern.unicodeScalars.map { $0 == "*" || $0 == "?" ? text : String($0) }.joined()
          : pattern
      }
    }.joined()
  }
}

extension CompiledCondition {
  /// Whether the clause asks for equality with whole texts, or for presence.
  fileprivate var comparesWholeTexts: Bool {
    switch `operator`.comparison.family {
    case .exactText, .presence: true
    default: false
    }
  }
}
