import AccessTests
import Evaluation
package import ReferenceEvaluator

/// What comes of one case, asked of both evaluators and of the product in every way it can be asked.
package enum CaseComparison {
  case agreement
  /// One of the two rests on a rule that AWS leaves open, or on a fact that a case cannot tell:
  /// each may resolve the doubt in its own cautious way.
  case open
  /// The two differ, or the product differs from itself: who says what.
  case difference(String)

  /// Decides a case by the reference and by the product, and has the product explain it and put
  /// it into a formula.
  ///
  /// - Throws: where a case is not valid.
  package init(_ scenario: ReferenceEvaluator.Scenario) throws {
    let file = try ScenarioFile(Array(scenario.json.utf8), name: "case")
    guard let product = file.scenarios.first else {
      self = .difference("the product reads no case")
      return
    }
    let wanted = try referenceDecision(of: scenario)
    let got = Evaluator.evaluate(product.request, product.layers)
    if let difference = ProductAgreement(product, got, scenario).difference {
      self = .difference(difference)
    } else if !wanted.uncertain.isEmpty || !got.uncertain.isEmpty {
      self = .open
    } else if wanted.verdict.rawValue != got.verdict.rawValue {
      self = .difference(
        "the reference says \(wanted.verdict.rawValue), the product \(got.verdict.rawValue)")
    } else {
      self = .agreement
    }
  }

  /// Whether the case shows a fault.
  package var isDifference: Bool {
    if case .difference = self { true } else { false }
  }
}

/// Whether the product's ways to decide one case agree: plainly, with all reasons, and by formulas
/// over the keys that the case's variation does not tell.
private struct ProductAgreement {
  private let scenario: AccessTests.Scenario
  private let decision: Decision
  private let known: Set<ContextKey>
  /// Complete contexts, the request's own among them.
  private let contexts: [RequestContext]
  /// Complete contexts that AWS might send.
  private let plausible: [RequestContext]

  init(
    _ scenario: AccessTests.Scenario, _ decision: Decision,
    _ source: ReferenceEvaluator.Scenario
  ) {
    self.scenario = scenario
    self.decision = decision
    let variation = source.value["variation"]
    known = Set(strings(variation?["known"]).map { ContextKey($0) })
    contexts = [scenario.request.context] + RequestContext.list(variation?["contexts"])
    plausible = RequestContext.list(variation?["plausible"]).filter(\.isPlausible)
  }

  /// How two of them differ; `nil` where all agree.
  var difference: String? {
    let explained = Evaluator.explain(scenario.request, scenario.layers).decision
    if explained != decision {
      return "explained, \(explained.verdict) \(explained.uncertain.codes); "
        + "else \(decision.verdict) \(decision.uncertain.codes)"
    }
    return contradiction(under: contexts) ?? contradiction(under: plausible, refutesClaims: true)
  }

  /// A context, of those that agree with the first in what is known, under which the formula says
  /// something else than the decision.
  ///
  /// - Parameter refutesClaims: whether to look, too, for a context that refutes what is claimed of
  ///   all contexts together.
  private func contradiction(
    under contexts: [RequestContext], refutesClaims: Bool = false
  ) -> String? {
    guard let first = contexts.first else { return nil }
    let formula = Evaluator.evaluateSymbolically(request(opened(first)), scenario.layers)
    let outcome = refutesClaims ? formula.outcome(limit: 200) : nil
    for context in contexts.map(telling) where agree(context, first) {
      let verdict = Evaluator.evaluate(request(context), scenario.layers).verdict
      let filled = formula.verdict(under: context)
      if filled != verdict {
        return "the formula says \(filled.map(\.rawValue) ?? "nothing"), the decision "
          + "\(verdict.rawValue) under \(text(of: context)): allowed if \(formula.allowed)"
      }
      if let outcome, outcome.refutes(verdict) {
        return "\(outcome) is claimed, and \(verdict.rawValue) under "
          + text(of: context)
      }
    }
    return nil
  }

  /// What is known of a context: the keys that the variation names, present or absent.
  private func opened(_ context: RequestContext) -> RequestContext {
    var section = ContextSection()
    for key in known { section[key] = context.state(of: key) }
    return RequestContext(request: section, isComplete: false)
  }

  /// The context with each known key told, also where it is absent: of a service's calls it is not
  /// known whether they have the keys that nobody tells.
  private func telling(_ context: RequestContext) -> RequestContext {
    var telling = context
    for key in known { telling.request[key] = context.state(of: key) }
    return telling
  }

  private func text(of context: RequestContext) -> String {
    let states = context.request.keys.compactMap { key in
      guard case .values(let values) = context.state(of: key) else { return nil as String? }
      return "\(key): \(values.map(\.text))"
    }
    return "{\(states.joined(separator: ", "))}"
  }

  private func agree(_ left: RequestContext, _ right: RequestContext) -> Bool {
    known.allSatisfy { left.state(of: $0) == right.state(of: $0) }
  }

  private func request(_ context: RequestContext) -> AuthorizationRequest {
    let request = scenario.request
    return AuthorizationRequest(
      caller: request.caller, action: request.action, resource: request.resource,
      context: context, takesNoResource: request.takesNoResource)
  }
}

extension ConditionalOutcome {
  /// Whether it claims that the verdict never comes.
  fileprivate func refutes(_ verdict: Evaluation.Verdict) -> Bool {
    switch self {
    case .allowed: verdict != .allowed
    case .denied(let isExplicit):
      verdict == .allowed || isExplicit.map { $0 != (verdict == .explicitlyDenied) } ?? false
    case .conditional, .undecided: false
    }
  }
}

extension RequestContext {
  /// Whether the context has what every request has: a case that is being made smaller may lose it.
  fileprivate var isPlausible: Bool {
    let always: [ContextKey] = [
      .userID, .principalType, ContextKey("aws:CurrentTime"), ContextKey("aws:SecureTransport"),
    ]
    let isEmpty = { (key: ContextKey) in state(of: key) == .values([]) }
    return always.allSatisfy { state(of: $0) != .absent } && !request.keys.contains(where: isEmpty)
  }

  /// The contexts of a list of objects.
  fileprivate static func list(_ value: JSONValue?) -> [RequestContext] {
    guard case .array(let elements)? = value else { return [] }
    return elements.map { .complete(values($0)) }
  }
}

/// The texts of an array of strings.
private func strings(_ value: JSONValue?) -> [String] {
  guard case .array(let elements)? = value else { return [] }
  return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
}

/// The keys of a context with their values.
private func values(_ value: JSONValue) -> [String: [String]] {
  guard case .object(let members) = value else { return [:] }
  return Dictionary(
    members.map { ($0.name, strings($0.value)) }, uniquingKeysWith: { first, _ in first })
}
