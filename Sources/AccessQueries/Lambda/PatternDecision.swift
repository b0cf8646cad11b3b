import Evaluation
import PolicyLanguage
import Registry

/// What policies say of resources of which only a pattern is known.
struct PatternDecision {
  let outcome: Outcome
  /// The patterns of the Allow statements of the subject's own policies that reach such resources.
  let patterns: [String]
}

/// How many of a pattern's resources a statement covers.
private enum Reach: Int, Comparable {
  case none
  case some
  case all

  static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

extension AccessQueries {
  /// Decides over all resources of a pattern, such as every role of an account: allowed where all
  /// are, denied where none can be, and conditional on which it is otherwise.
  ///
  /// Cost: the product of the pattern's length and the lengths of the patterns that meet it.
  func decide(_ subject: Subject, overPatternOf question: AccessQuestion) throws -> PatternDecision
  {
    let inquiry = try Inquiry(question, self)
    guard let party = try party(subject, inquiry) else {
      return PatternDecision(outcome: .unknown, patterns: [])
    }
    let explanation = Evaluator.explain(
      try inquiry.request(by: party), party.assembled.layers)
    let asked = Glob(question.resource)
    var allows: [LayerReference: Reach] = [:]
    var denies = Reach.none
    var patterns: [String] = []
    for statement in explanation.statements where statement.mayConcern {
      let element = try resources(of: statement.reference, party.assembled)
      let reach = statement.isSettled ? element.reach(asked) : min(.some, element.reach(asked))
      if !statement.isAllow {
        denies = max(denies, reach)
        continue
      }
      let layer = statement.reference.layer
      allows[layer] = max(allows[layer] ?? .none, reach)
      if layer.kind == .identity, reach != .none { patterns += element.texts }
    }
    let needed = explanation.layers.map(\.layer).filter { $0.kind != .resource }
    let least = needed.map { allows[$0] ?? .none }.min() ?? .all
    let isOpen = needed.contains { (party.assembled.layers[$0]?.unknownDocuments ?? 0) > 0 }
    return PatternDecision(
      outcome: Self.outcome(allowed: least, denied: denies, isOpen: isOpen),
      patterns: Set(patterns).sorted())
  }

  private static func outcome(allowed: Reach, denied: Reach, isOpen: Bool) -> Outcome {
    if denied == .all { return .denied }
    if isOpen { return .unknown }
    switch (allowed, denied) {
    case (.none, _): return .denied
    case (.all, .none): return .allowed
    default: return .conditional
    }
  }

  private func resources(
    of reference: StatementReference, _ assembled: AssembledLayers
  ) throws -> ResourceElement {
    guard let id = assembled.holding(of: reference)?.document,
      let statements = try library.policy(id).document?.statements,
      statements.indices.contains(reference.statement)
    else { return ResourceElement(["*"]) }
    return statements[reference.statement].resource ?? ResourceElement(["*"])
  }
}

extension StatementRecord<Truth> {
  /// Whether the statement applies to some resource, as far as is known.
  fileprivate var mayConcern: Bool {
    !action.isFalse && !anyPrincipal.isFalse && !conditions.contains(where: \.isFalse)
  }

  /// Whether it certainly does where its resources match.
  fileprivate var isSettled: Bool {
    action.isTrue && anyPrincipal.isTrue && conditions.allSatisfy(\.isTrue)
  }

  private var anyPrincipal: Truth {
    principal.direct || principal.entity || principal.account
  }
}

extension ResourceElement {
  /// How much of a pattern the element covers. A policy variable may stand for anything.
  fileprivate func reach(_ asked: Glob) -> Reach {
    let reaches = patterns.map { pattern -> Reach in
      if pattern.contains("${") { return .some }
      let glob = Glob(pattern)
      if Glob.covers(glob, asked) == true { return .all }
      return Glob.intersects(glob, asked) ? .some : .none
    }
    let reach = reaches.max() ?? .none
    guard isNegated else { return reach }
    return reach == .all ? .none : reach == .none ? .all : .some
  }

  /// The patterns as a person reads them.
  fileprivate var texts: [String] { isNegated ? patterns.map { "all but \($0)" } : patterns }
}
