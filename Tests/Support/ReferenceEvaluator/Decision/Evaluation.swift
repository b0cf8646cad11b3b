/// One evaluation under way: the request, its policies, and the rules met so far.
///
/// The rules stand in extensions, one file for each section. Nothing is skipped once the answer
/// is known: this is an oracle, and what it meets is counted.
final class Evaluation {
  /// What is asked.
  let request: Request
  /// All policies of the scenario, whether or not they bind the request.
  let layers: Layers
  private(set) var coverage = Coverage()

  /// Reads the request and the policies of `scenario`.
  init(_ scenario: Scenario) throws(InvalidScenario) {
    request = try Request(scenario.value["request"])
    let fields = request.resource.parts(":", maximum: 6)
    let isRole = fields.count == 6 && fields[2] == "iam" && fields[5].startsWithText("role/")
    layers = try Layers(scenario.value["policies"], trustPolicy: isRole)
  }

  /// Notes that `rule` was met.
  func cite(_ rule: Rule) {
    coverage.rules.insert(rule)
  }

  /// Notes that `rule` was met if `condition` holds.
  func cite(_ rule: Rule, if condition: @autoclosure () -> Bool) {
    if !coverage.rules.contains(rule), condition() { cite(rule) }
  }

  /// Notes that an operator was evaluated.
  func cite(_ name: OperatorName) {
    coverage.operators.insert(name)
  }

  /// Notes what a comparison found.
  func cite(_ comparison: Comparison, holds: Bool) {
    coverage.outcomes.insert(Coverage.Outcome(comparison: comparison, holds: holds))
  }

  /// A truth that rests on `rule`.
  func open(_ rule: OpenRule, reading: Bool?) -> Truth {
    coverage.open.insert(rule)
    return .open(rule, reading: reading)
  }

  /// `truth`, but resting on `rule` as well.
  func open(_ rule: OpenRule, _ truth: Truth) -> Truth {
    coverage.open.insert(rule)
    return truth.resting(on: rule)
  }
}
