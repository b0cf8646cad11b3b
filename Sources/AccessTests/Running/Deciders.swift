import AccessQueries
import Evaluation

/// What decided a case: layers, and the Sids of statements.
struct Deciders {
  private var names: Set<String> = []

  /// The statements and layers behind a decision by the case's own policies.
  init(_ reasons: InlineReasons, _ verdict: Verdict) {
    let isAllowed = verdict == .allowed
    for statement in isAllowed ? reasons.allows : reasons.denies {
      insert(statement.reference.layer.kind, statement.sid)
    }
    for obstacle in isAllowed ? [] : reasons.obstacles { insert(obstacle.layer.kind, nil) }
  }

  /// The statements and layers behind an answer of the registry.
  init(_ answer: AccessAnswer) {
    let isDenied = answer.outcome == .denied
    for citation in isDenied ? answer.denies : answer.grants {
      insert(citation.layer.kind, citation.sid)
    }
    for obstacle in isDenied ? answer.obstacles : [] { insert(obstacle.layer.kind, nil) }
  }

  /// Whether one of the layers or statements has the name.
  func contains(_ name: String) -> Bool { names.contains(name) }

  private mutating func insert(_ layer: LayerKind, _ sid: String?) {
    names.insert(layer.rawValue)
    if let short = layer.shortName { names.insert(short) }
    if let sid { names.insert(sid) }
  }
}

extension LayerKind {
  /// The layer as the `policies` of a case call it, where that is another word.
  fileprivate var shortName: String? {
    switch self {
    case .serviceControl: "scp"
    case .resourceControl: "rcp"
    default: nil
    }
  }
}
