import Evaluation
import JSONText
import PolicyLanguage
import Registry

/// Turns the evaluator's references into statements that a person can find.
struct CitationWriter {
  let assembled: AssembledLayers
  let library: PolicyLibrary

  /// The statements that grant, or would if the keys that nobody gave fit.
  func grants(_ explanation: Explanation) throws -> [Citation] {
    try explanation.statements.filter { $0.isAllow && !$0.applies.isFalse && isOwnGrant($0) }
      .compactMap { try citation($0) }
  }

  /// The statements that deny, or would.
  func denies(_ explanation: Explanation) throws -> [Citation] {
    try explanation.denies.compactMap { try citation($0) }
  }

  /// The Allow statements that came near, nearest first: those that concern the action.
  func nearMisses(_ explanation: Explanation) throws -> [Citation] {
    try explanation.nearMisses
      .filter { $0.failures.count <= 1 || !$0.failures.contains(.action) }
      .compactMap { miss in
        guard let holding = assembled.holding(of: miss.reference) else { return nil }
        return try citation(
          miss.reference, holding, open: openClauses(miss),
          failures: miss.failures.compactMap(Self.word))
      }
  }

  /// Whether an Allow grants something; those of control policies and boundaries only let pass.
  private func isOwnGrant(_ statement: StatementRecord<Truth>) -> Bool {
    [.identity, .resource, .session].contains(statement.reference.layer.kind)
  }

  private func citation(_ statement: StatementRecord<Truth>) throws -> Citation? {
    guard let holding = assembled.holding(of: statement.reference) else { return nil }
    let clauses = try self.clauses(of: statement.reference, holding)
    let open = zip(clauses, statement.conditions)
      .filter { !$1.isTrue && !$1.isFalse }.map(\.0)
    return try citation(statement.reference, holding, open: open, failures: [])
  }

  private func citation(
    _ reference: StatementReference, _ holding: PolicyHolding, open: [ConditionClause],
    failures: [String]
  ) throws -> Citation? {
    guard let id = holding.document else { return nil }
    let statements = try library.policy(id).document?.statements ?? []
    guard statements.indices.contains(reference.statement) else { return nil }
    let statement = statements[reference.statement]
    return Citation(
      layer: reference.layer, policy: holding, statement: reference.statement, sid: statement.sid,
      line: statement.position.line, column: statement.position.column, open: open,
      failures: failures)
  }

  private func clauses(
    of reference: StatementReference, _ holding: PolicyHolding
  ) throws -> [ConditionClause] {
    guard let id = holding.document,
      let statements = try library.policy(id).document?.statements,
      statements.indices.contains(reference.statement)
    else { return [] }
    return statements[reference.statement].conditions
  }

  private func openClauses(_ miss: NearMiss) throws -> [ConditionClause] {
    guard let holding = assembled.holding(of: miss.reference) else { return [] }
    let clauses = try clauses(of: miss.reference, holding)
    return miss.failures.compactMap { failure in
      guard case .condition(let index) = failure, clauses.indices.contains(index) else {
        return nil
      }
      return clauses[index]
    }
  }

  private static func word(_ failure: NearMiss.Failure) -> String? {
    switch failure {
    case .action: "action"
    case .resource: "resource"
    case .principal: "principal"
    case .condition: nil
    }
  }
}
