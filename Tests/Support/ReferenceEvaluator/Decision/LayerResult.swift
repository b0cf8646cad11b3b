// C.1: what one layer of policies says.

/// Whether a layer allows and denies, over all its documents.
struct LayerResult {
  /// Whether some Deny applies.
  var deny: Truth = .certain(false)
  /// For each level of the principal element, whether an Allow applies. Layers without principal
  /// element count as direct.
  var allow: MatchLevels = .none
}

extension Evaluation {
  /// The union of all statements of all documents (C2.3).
  func result(of layer: Layers.Layer) -> LayerResult {
    cite(.unionOfDocuments, if: layer.documents.count > 1)
    var result = LayerResult()
    for document in layer.documents {
      cite(document.isSingleStatement ? .statementObject : .statementArray)
      for statement in document.statements {
        citeVersion(document, statement)
        let levels = applies(statement, in: layer.kind)
        switch statement.effect {
        case .allow:
          result.allow = result.allow.or(levels)
        case .deny:
          cite(.denyAtEveryLevel, if: statement.principal != nil && levels.any.helpsDeny)
          result.deny = .any([result.deny, levels.any])
        }
      }
    }
    return result
  }

  /// A statement applies when action, resource, principal and condition all do. A2.7: an empty
  /// list makes its part false, so the statement has no effect.
  private func applies(_ statement: PolicyStatement, in layer: Layers.Kind) -> MatchLevels {
    let rest = Truth.all([
      .certain(actionApplies(statement.action)),
      resourceApplies(statement.resource),
      conditionHolds(statement, in: layer),
    ])
    return principalLevels(statement).and(rest)
  }

  private func principalLevels(_ statement: PolicyStatement) -> MatchLevels {
    guard let principal = statement.principal else { return MatchLevels(.direct, .certain(true)) }
    guard principal.isNegated else { return matchLevels(principal.entries) }
    // Decision: who is not named by `NotPrincipal` in an Allow is granted as by `*`.
    return MatchLevels(.direct, notPrincipalApplies(principal.entries, statement.effect))
  }

  /// A1.5: variables under an old or absent version are text.
  private func citeVersion(_ document: PolicyDocument, _ statement: PolicyStatement) {
    if document.processesVariables { return }
    let texts = (statement.resource?.entries ?? []) + statement.condition.flatMap(\.values)
    guard texts.contains(where: { $0.source.containsText("${") }) else { return }
    cite(document.namesVersion ? .variableIsTextUnder2008 : .variableIsTextWithoutVersion)
  }
}
