import PolicyLanguage

/// Puts the statements of one document into the lists of a compiled policy.
struct PolicyCompiler {
  private(set) var arena: [UInt8] = []
  private(set) var heads: [PatternHead] = []
  private(set) var actions: [Glob] = []
  private(set) var resources: [ResourcePattern] = []
  private(set) var principals: [CompiledPrincipal] = []
  private(set) var conditions: [CompiledCondition] = []
  private(set) var statements: [CompiledStatement] = []
  private(set) var filter = ActionFilter.none
  private let processesVariables: Bool

  init(processesVariables: Bool) {
    self.processesVariables = processesVariables
  }

  /// Adds a statement. Cost: linear in its text.
  mutating func add(_ statement: Statement) {
    let action = compile(statement.action)
    let listed = filter(of: action)
    filter.formUnion(action.isNegated ? .all : listed)
    let start = conditions.count
    conditions += statement.conditions.map {
      CompiledCondition($0, processesVariables: processesVariables)
    }
    statements.append(
      CompiledStatement(
        isAllow: statement.effect == .allow, listed: listed, action: action,
        resource: statement.resource.map { compile($0) } ?? PolicyCompiler.missing,
        principal: statement.principal.map { compile($0) } ?? PolicyCompiler.missing,
        conditions: .init(start..<conditions.count)))
  }

  private static let missing = CompiledStatement.Element(form: .missing, part: .init(0..<0))

  private func filter(of action: CompiledStatement.Element) -> ActionFilter {
    var filter = ActionFilter.none
    for head in heads[action.part.indices] {
      filter.formUnion(ActionFilter(actions[head.index]))
    }
    return filter
  }

  private mutating func compile(_ element: ActionElement) -> CompiledStatement.Element {
    let start = heads.count
    for text in element.patterns {
      let pattern = Glob(text, ignoringCase: true)
      heads.append(PatternHead(pattern, at: actions.count, isWhole: true, arena: &arena))
      actions.append(pattern)
    }
    return self.element(from: start, isNegated: element.isNegated)
  }

  private mutating func compile(_ element: ResourceElement) -> CompiledStatement.Element {
    let start = heads.count
    for text in element.patterns {
      let pattern = ResourcePattern(text, processesVariables: processesVariables)
      heads.append(pattern.head(at: resources.count, arena: &arena))
      resources.append(pattern)
    }
    return self.element(from: start, isNegated: element.isNegated)
  }

  /// The element whose heads are the last ones.
  private func element(from start: Int, isNegated: Bool) -> CompiledStatement.Element {
    let heads = heads[start...]
    let coversAll = !isNegated && heads.contains(where: \.matchesEverything)
    let form = coversAll ? .everything : form(isEmpty: heads.isEmpty, isNegated: isNegated)
    return .init(form: form, part: .init(heads.startIndex..<heads.endIndex))
  }

  private mutating func compile(_ element: PrincipalElement) -> CompiledStatement.Element {
    let start = principals.count
    principals += element.entries.map(CompiledPrincipal.init)
    let form = form(isEmpty: element.entries.isEmpty, isNegated: element.isNegated)
    return .init(form: form, part: .init(start..<principals.count))
  }

  private func form(isEmpty: Bool, isNegated: Bool) -> CompiledStatement.Form {
    switch (isEmpty, isNegated) {
    case (false, false): .entries
    case (false, true): .negatedEntries
    case (true, false): .empty
    case (true, true): .negatedEmpty
    }
  }
}
