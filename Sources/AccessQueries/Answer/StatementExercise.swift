import Evaluation
package import JSONText
import PolicyLanguage
package import Registry

/// The statements that took part in decisions, taken down where somebody wants to know.
struct StatementExercise {
  private(set) var statements: Set<ExercisedStatement> = []

  /// Takes down the statements of a request that apply, in doubt or not. Cost: that of a full
  /// explanation.
  mutating func record(_ request: AuthorizationRequest, _ assembled: AssembledLayers) {
    for statement in Evaluator.explain(request, assembled.layers).statements
    where !statement.applies.isFalse {
      guard let document = assembled.holding(of: statement.reference)?.document else { continue }
      statements.insert(
        ExercisedStatement(document: document, statement: statement.reference.statement))
    }
  }
}

/// A statement of a document, whoever holds it.
package struct ExercisedStatement: Hashable, Sendable {
  /// The row of the document.
  package let document: Int64
  /// The index of the statement in its document.
  package let statement: Int
}

extension AccessQueries {
  /// Takes down from now on which statements take part in decisions.
  package func recordExercise() {
    exercise = exercise ?? StatementExercise()
  }

  /// The statements that applied to a request since `recordExercise`.
  package var exercisedStatements: Set<ExercisedStatement> { exercise?.statements ?? [] }

  /// Every statement that is in force and whether it took part in a decision, each document once, in
  /// the order of the policies' names. Documents that are no valid policy have no statements.
  ///
  /// Cost: linear in the policies of the registry.
  package func coverage() throws -> StatementCoverage {
    var order: [Int64] = []
    var policies: [Int64: [PolicyHolding]] = [:]
    for holding in try PolicyInventory(snapshot).policies() {
      guard let id = holding.document else { continue }
      if policies[id] == nil { order.append(id) }
      policies[id, default: []].append(holding)
    }
    var statements: [StatementCoverage.Entry] = []
    let exercised = exercisedStatements
    for id in order {
      let document = try library.policy(id).document
      for (index, statement) in (document?.statements ?? []).enumerated() {
        statements.append(
          .init(
            policies: policies[id] ?? [], statement: index, sid: statement.sid,
            isAllow: statement.effect == .allow,
            position: statement.position,
            isExercised: exercised.contains(.init(document: id, statement: index))))
      }
    }
    return StatementCoverage(statements: statements)
  }
}

/// Which statements of a registry took part in a decision.
package struct StatementCoverage: Sendable {
  package let statements: [Entry]

  /// One statement.
  package struct Entry: Sendable {
    /// The policies whose document it stands in; one at least.
    package let policies: [PolicyHolding]
    /// The index of the statement in its document.
    package let statement: Int
    package let sid: String?
    package let isAllow: Bool
    /// Where the statement starts in the document as it was written.
    package let position: SourcePosition
    package let isExercised: Bool
  }

  /// The statements that took part in no decision.
  package var idle: [Entry] { statements.filter { !$0.isExercised } }
}
