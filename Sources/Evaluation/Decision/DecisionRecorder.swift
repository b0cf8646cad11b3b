/// Takes down what a walk over the policies sees.
protocol DecisionRecorder {
  associatedtype Value: Sendable

  /// Whether the walk evaluates every part of every statement, also where the outcome is settled.
  static var recordsEverything: Bool { get }

  mutating func record(_ statement: StatementRecord<Value>)
  mutating func record(_ layer: LayerRecord<Value>)
}

/// Takes nothing down.
struct NoRecorder<Value: Sendable>: DecisionRecorder {
  static var recordsEverything: Bool { false }

  mutating func record(_ statement: StatementRecord<Value>) {}
  mutating func record(_ layer: LayerRecord<Value>) {}
}

/// Takes everything down.
struct FullRecorder<Value: Sendable>: DecisionRecorder {
  static var recordsEverything: Bool { true }

  private(set) var statements: [StatementRecord<Value>] = []
  private(set) var layers: [LayerRecord<Value>] = []

  mutating func record(_ statement: StatementRecord<Value>) {
    statements.append(statement)
  }

  mutating func record(_ layer: LayerRecord<Value>) {
    layers.append(layer)
  }
}

/// What a statement says of a request, part by part.
package struct StatementRecord<Value: Sendable>: Sendable {
  package var reference: StatementReference
  package var isAllow: Bool
  /// Whether the action is among the statement's.
  package var action: Value
  /// Whether the resource is.
  package var resource: Value
  /// Whether the caller is, by the level at which the statement names it.
  package var principal: MatchGrants<Value>
  /// Whether each clause of the condition holds, in the order of the document.
  package var conditions: [Value]
  /// Whether the statement applies: all of these together.
  package var applies: Value
}

/// What the policies of a layer say of a request.
package struct LayerRecord<Value: Sendable>: Sendable {
  package var layer: LayerReference
  /// Whether an Allow applies, by the level at which it names the caller.
  package var grants: MatchGrants<Value>
  /// Whether an Allow applies at any level.
  package var allows: Value
  /// Whether a Deny applies.
  package var denies: Value
}
