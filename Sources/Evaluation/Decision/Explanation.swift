/// A decision with its reasons: all that decided it, all that stood in the way, and what came near.
package struct Explanation: Sendable {
  package var decision: Decision
  /// Every statement of every layer that bears on the request, part by part.
  package var statements: [StatementRecord<Truth>]
  /// Every layer that bears on the request.
  package var layers: [LayerRecord<Truth>]
  /// What stands in the way of the request; empty where it is allowed.
  package var obstacles: [Obstacle]

  /// Something that alone keeps a request from being allowed.
  package struct Obstacle: Hashable, Sendable {
    package var layer: LayerReference
    package var reason: Reason

    package init(layer: LayerReference, reason: Reason) {
      self.layer = layer
      self.reason = reason
    }
  }

  package enum Reason: String, Sendable {
    /// A Deny applies in the layer.
    case deny
    /// The layer has no Allow that applies.
    case noAllow
  }

  /// The statements that certainly allow the request in their layer.
  package var allows: [StatementRecord<Truth>] {
    statements.filter { $0.isAllow && $0.applies.isTrue }
  }

  /// The statements that deny the request, in doubt or not.
  package var denies: [StatementRecord<Truth>] {
    statements.filter { !$0.isAllow && !$0.applies.isFalse }
  }

  /// The Allow statements that do not apply, those first of which the fewest parts fail.
  package var nearMisses: [NearMiss] {
    let misses = statements.enumerated().compactMap { index, statement -> (Int, NearMiss)? in
      guard statement.isAllow, !statement.applies.isTrue else { return nil }
      return (index, NearMiss(statement))
    }
    let sorted = misses.sorted {
      ($0.1.failures.count, $0.0) < ($1.1.failures.count, $1.0)
    }
    return sorted.map(\.1)
  }
}

/// An Allow statement that does not apply, and why.
package struct NearMiss: Hashable, Sendable {
  package var reference: StatementReference
  package var failures: [Failure]

  /// A part of a statement that is not certainly met.
  package enum Failure: Hashable, Sendable {
    case action
    case resource
    case principal
    /// A clause of the condition, by its index in the statement.
    case condition(Int)
  }

  init(_ statement: StatementRecord<Truth>) {
    reference = statement.reference
    failures = []
    if !statement.action.isTrue { failures.append(.action) }
    if !statement.resource.isTrue { failures.append(.resource) }
    let principal = statement.principal
    if !(principal.direct || principal.entity || principal.account).isTrue {
      failures.append(.principal)
    }
    for (index, truth) in statement.conditions.enumerated() where !truth.isTrue {
      failures.append(.condition(index))
    }
  }
}

extension StatementRecord<Truth> {
  /// The narrowest level at which an applicable statement names the caller; `nil` where it does not
  /// name it for certain.
  package var level: PrincipalMatchLevel? {
    if principal.direct.isTrue { return .direct }
    if principal.entity.isTrue { return .entity }
    return principal.account.isTrue ? .account : nil
  }
}
