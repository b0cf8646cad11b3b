import Evaluation
import PolicyLanguage
import Testing

/// A request, the policies, and what comes of it. Unless it says otherwise, alice invokes the
/// function `orders` of her own account, with an empty context that is complete.
struct DecisionCase: Sendable, CustomTestStringConvertible {
  var name: String
  var caller: Caller
  var action: ActionName
  var resource: ResourceName
  var context: [String: [String]]
  var layers: PolicyLayers
  var expected: Verdict
  var uncertain: UncertainRules

  init(
    _ name: String, _ expected: Verdict, uncertain: UncertainRules = [], caller: Caller = .alice,
    action: ActionName = "lambda:InvokeFunction", resource: ResourceName = ResourceName(orders),
    context: [String: [String]] = [:], _ layers: PolicyLayers
  ) {
    self.name = name
    self.caller = caller
    self.action = action
    self.resource = resource
    self.context = context
    self.layers = layers
    self.expected = expected
    self.uncertain = uncertain
  }

  var testDescription: String { name }

  var request: AuthorizationRequest {
    AuthorizationRequest(
      caller: caller, action: action, resource: resource, context: .complete(context))
  }

  /// Decides the case in every way there is, which must all agree.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let decision = Evaluator.evaluate(request, layers)
    #expect(decision.verdict == expected, "\(name)", sourceLocation: sourceLocation)
    #expect(decision.uncertain == uncertain, "\(name)", sourceLocation: sourceLocation)
    let explanation = Evaluator.explain(request, layers)
    #expect(explanation.decision == decision, "\(name)", sourceLocation: sourceLocation)
    #expect(
      explanation.obstacles.isEmpty == (expected == .allowed), "\(name)",
      sourceLocation: sourceLocation)
    let open = AuthorizationRequest(
      caller: caller, action: action, resource: resource, context: .partial())
    let formula = Evaluator.evaluateSymbolically(open, layers)
    #expect(
      formula.verdict(under: .complete(context)) == expected, "\(name): \(formula.allowed)",
      sourceLocation: sourceLocation)
  }
}
