package import PolicyLanguage

/// A policy document, ready to evaluate. It is made once and never changes, so the layers of many
/// principals share it: that is why it is a class.
package final class CompiledPolicy: Sendable {
  let actions: [ActionPattern]
  let resources: [ResourcePattern]
  let principals: [CompiledPrincipal]
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
    var compiler = StatementCompiler(processesVariables: document.version == .v2012)
    for statement in document.statements {
      compiler.add(statement)
    }
    actions = compiler.actions
    resources = compiler.resources
    principals = compiler.principals
    conditions = compiler.conditions
    statements = compiler.statements
    filter = compiler.filter
  }
}

/// One statement: where its parts stand in the policy's arrays.
struct CompiledStatement: Sendable {
  /// A part of one of the policy's arrays.
  struct Part: Sendable {
    let start: UInt32
    let end: UInt32

    var indices: Range<Int> { Int(start)..<Int(end) }
    var isEmpty: Bool { start == end }
  }

  /// A list and whether it is the negated form of its element.
  struct Element: Sendable {
    let part: Part
    let isNegated: Bool
  }

  let isAllow: Bool
  let filter: ActionFilter
  let action: Element
  /// `nil` where the statement has none, which means the resource that carries the policy.
  let resource: Element?
  /// `nil` where the statement has none.
  let principal: Element?
  let conditions: Part
}
