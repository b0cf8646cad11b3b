import PolicyLanguage

/// Puts the statements of one document into the arrays of a compiled policy.
struct StatementCompiler {
  let processesVariables: Bool
  private(set) var actions: [ActionPattern] = []
  private(set) var resources: [ResourcePattern] = []
  private(set) var principals: [CompiledPrincipal] = []
  private(set) var conditions: [CompiledCondition] = []
  private(set) var statements: [CompiledStatement] = []
  private(set) var filter = ActionFilter.none

  init(processesVariables: Bool) {
    self.processesVariables = processesVariables
  }

  mutating func add(_ statement: Statement) {
    let action = compile(statement.action)
    let statementFilter = filter(of: action)
    filter.formUnion(statementFilter)
    let resource = statement.resource.map { compile($0) }
    let principal = statement.principal.map { compile($0) }
    let start = conditions.count
    conditions += statement.conditions.map {
      CompiledCondition($0, processesVariables: processesVariables)
    }
    statements.append(
      CompiledStatement(
        isAllow: statement.effect == .allow, filter: statementFilter, action: action,
        resource: resource, principal: principal, conditions: part(start, conditions.count)))
  }

  private func filter(of action: CompiledStatement.Element) -> ActionFilter {
    if action.isNegated { return .all }
    var filter = ActionFilter.none
    for pattern in actions[action.part.indices] {
      filter.formUnion(pattern.filter)
    }
    return filter
  }

  private mutating func compile(_ element: ActionElement) -> CompiledStatement.Element {
    let start = actions.count
    for pattern in element.patterns {
      actions.append(ActionPattern(pattern))
    }
    return .init(part: part(start, actions.count), isNegated: element.isNegated)
  }

  private mutating func compile(_ element: ResourceElement) -> CompiledStatement.Element {
    let start = resources.count
    resources += element.patterns.map {
      ResourcePattern($0, processesVariables: processesVariables)
    }
    return .init(part: part(start, resources.count), isNegated: element.isNegated)
  }

  private mutating func compile(_ element: PrincipalElement) -> CompiledStatement.Element {
    let start = principals.count
    principals += element.entries.map(CompiledPrincipal.init)
    return .init(part: part(start, principals.count), isNegated: element.isNegated)
  }

  private func part(_ start: Int, _ end: Int) -> CompiledStatement.Part {
    .init(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }
}
