package import PolicyLanguage

/// A policy document, ready to evaluate. It is made once and never changes, so the layers of many
/// principals share it: that is why it is a class.
package final class CompiledPolicy: Sendable {
  /// The literal bytes of all pattern heads.
  let arena: [UInt8]
  /// The heads of all action and resource patterns.
  let heads: [PatternHead]
  /// The action patterns of all statements, in lower case.
  let actions: [Glob]
  /// The resource patterns of all statements.
  let resources: [ResourcePattern]
  /// The principal entries of all statements.
  let principals: [CompiledPrincipal]
  /// The condition clauses of all statements.
  let conditions: [CompiledCondition]
  let statements: [CompiledStatement]
  /// The actions that any statement can concern.
  let filter: ActionFilter

  /// Compiles a document. Cost: linear in its text.
  ///
  /// The language level is the document's own: without `2012-10-17` policy variables are ordinary
  /// text.
  ///
  /// Source: IAM User Guide, "IAM JSON policy elements: Version".
  package init(_ document: PolicyDocument) {
    var compiler = PolicyCompiler(processesVariables: document.version == .v2012)
    for statement in document.statements {
      compiler.add(statement)
    }
    arena = compiler.arena
    heads = compiler.heads
    actions = compiler.actions
    resources = compiler.resources
    principals = compiler.principals
    conditions = compiler.conditions
    statements = compiler.statements
    filter = compiler.filter
  }

  /// Whether an action pattern covers an action.
  func coversAction(_ index: Int, _ action: ActionName) -> Bool {
    switch heads[index].match(action.folded, hash: action.hash, arena: arena) {
    case .no: false
    case .yes: true
    case .perhaps: actions[heads[index].index].matches(action.folded)
    }
  }

  /// What the head of a resource pattern says of a resource.
  func headCovers(_ index: Int, _ resource: ResourceName) -> PatternHead.Match {
    heads[index].match(resource.bytes, hash: resource.hash, arena: arena)
  }
}

/// One statement: where its parts stand in the policy's lists.
struct CompiledStatement: Sendable {
  /// A part of one of the policy's lists.
  struct Part: Sendable {
    private let start: UInt32
    private let end: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    var indices: Range<Int> { Int(start)..<Int(end) }
    var isEmpty: Bool { start == end }
  }

  /// How an element is to be matched.
  enum Form: UInt8 {
    /// The statement does not have the element.
    case missing
    /// One entry covers everything.
    case everything
    /// One of the entries must match.
    case entries
    /// None of the entries may match.
    case negatedEntries
    /// The element has no entries.
    case empty
    case negatedEmpty
  }

  /// An element of the statement.
  struct Element: Sendable {
    let form: Form
    let part: Part

    var isNegated: Bool { form == .negatedEntries || form == .negatedEmpty }
  }

  /// Whether the effect is Allow.
  let isAllow: Bool
  /// The actions that the entries of `Action` or `NotAction` can concern.
  let listed: ActionFilter
  let action: Element
  let resource: Element
  let principal: Element
  let conditions: Part

  /// Whether the statement can concern an action at all.
  func mayConcern(_ action: ActionFilter) -> Bool {
    self.action.isNegated || listed.mayConcern(action)
  }
}
