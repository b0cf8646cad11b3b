package import Evaluation
package import JSONText
package import PolicyLanguage

/// Why a case with its own policies is decided as it is, by the places of the case's own text.
package struct InlineReasons: Sendable {
  /// The statements that grant it.
  package let allows: [PlacedStatement]
  /// The statements that deny it, in doubt or not.
  package let denies: [PlacedStatement]
  /// What keeps it from being allowed.
  package let obstacles: [Explanation.Obstacle]
  /// Allow statements that concern the action and did not apply, nearest first.
  package let nearMisses: [PlacedStatement]
}

/// A statement of a case and what of it does not match.
package struct PlacedStatement: Sendable {
  package let reference: StatementReference
  package let sid: String?
  /// The file that it stands in: the case's own, or one that `--policy` gave.
  package let file: String
  package let position: SourcePosition
  /// The parts other than conditions that do not match: action, resource, principal.
  package let failures: [String]
  /// The clauses that do not hold.
  package let clauses: [ConditionClause]
}

extension InlineReasons {
  /// Explains a case. Cost: linear in its statements; it reads its documents again.
  init(_ scenario: Scenario) {
    let explanation = Evaluator.explain(scenario.request, scenario.layers)
    let documents = scenario.documents
    // Those of boundaries and control policies only let pass.
    allows = explanation.allows
      .filter { [.identity, .resource, .session].contains($0.reference.layer.kind) }
      .compactMap { PlacedStatement($0.reference, documents) }
    denies = explanation.denies.compactMap { PlacedStatement($0.reference, documents) }
    obstacles = explanation.obstacles
    nearMisses = explanation.nearMisses.compactMap { miss in
      miss.failures.contains(.action)
        ? nil : PlacedStatement(miss.reference, documents, miss.failures)
    }
  }
}

extension PlacedStatement {
  /// `nil` where the documents do not have the statement.
  fileprivate init?(
    _ reference: StatementReference, _ documents: LayerDocuments,
    _ failures: [NearMiss.Failure] = []
  ) {
    guard let document = documents.document(reference.layer, reference.policy),
      let statement = Self.statement(reference.statement, of: document)
    else { return nil }
    self.reference = reference
    sid = statement.value["Sid"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    file = statement.file
    position = statement.position
    self.failures = failures.compactMap(\.word)
    let parsed = PolicyParser.parse(document.value).document?.statements ?? []
    let clauses =
      parsed.indices.contains(reference.statement)
      ? parsed[reference.statement].conditions : []
    self.clauses = failures.compactMap { failure in
      guard case .condition(let index) = failure, clauses.indices.contains(index) else {
        return nil
      }
      return clauses[index]
    }
  }

  private static func statement(_ index: Int, of document: Passage) -> Passage? {
    guard let statements = document.value["Statement"] else { return nil }
    guard let elements = statements.elements else {
      return index == 0 ? Passage(value: statements, text: document.text) : nil
    }
    for (place, element) in elements.enumerated() where place == index {
      return Passage(value: element, text: document.text)
    }
    return nil
  }
}

extension NearMiss.Failure {
  /// The part of a statement, but for its conditions.
  fileprivate var word: String? {
    switch self {
    case .action: "action"
    case .resource: "resource"
    case .principal: "principal"
    case .condition: nil
    }
  }
}
