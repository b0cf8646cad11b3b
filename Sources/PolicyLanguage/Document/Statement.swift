package import JSONText

/// One statement of a policy document.
package struct Statement: Sendable {
  /// The label, as written.
  package var sid: String?
  package var effect: Effect
  /// `Principal` or `NotPrincipal`; `nil` where the statement has neither.
  package var principal: PrincipalElement?
  /// `Action` or `NotAction`.
  package var action: ActionElement
  /// `Resource` or `NotResource`; `nil` where the statement has neither, which in a resource-based
  /// policy means the resource that carries it.
  package var resource: ResourceElement?
  /// The clauses of `Condition`, all of which must hold; empty where there is no condition.
  package var conditions: [ConditionClause]
  /// Where the statement's `{` stands in the text that was parsed.
  package var position: SourcePosition

  package init(
    sid: String? = nil,
    effect: Effect,
    principal: PrincipalElement? = nil,
    action: ActionElement,
    resource: ResourceElement? = nil,
    conditions: [ConditionClause] = [],
    position: SourcePosition = SourcePosition(line: 1, column: 1)
  ) {
    self.sid = sid
    self.effect = effect
    self.principal = principal
    self.action = action
    self.resource = resource
    self.conditions = conditions
    self.position = position
  }
}

/// What a statement does when it applies.
package enum Effect: String, Sendable {
  case allow = "Allow"
  case deny = "Deny"
}
