/// The kinds of policies among which a decision is made.
package enum LayerKind: String, CaseIterable, Sendable {
  case identity
  case boundary
  case session
  case resource
  case serviceControl
  case resourceControl
  case vpcEndpoint
}

/// One layer: its kind and, for the policies of an organization, its level counted from the root.
package struct LayerReference: Hashable, Sendable {
  package var kind: LayerKind
  /// Zero for kinds that have one level.
  package var level: Int

  package init(_ kind: LayerKind, level: Int = 0) {
    self.kind = kind
    self.level = level
  }
}

/// Where a statement stands: the caller of the evaluator knows the names that belong to the indexes.
package struct StatementReference: Hashable, Sendable {
  package var layer: LayerReference
  /// The index of the policy in its layer.
  package var policy: Int
  /// The index of the statement in its document.
  package var statement: Int

  package init(_ layer: LayerReference, policy: Int, statement: Int) {
    self.layer = layer
    self.policy = policy
    self.statement = statement
  }
}
