import ReferenceEvaluator
import Testing

/// One condition and the context it is put to.
struct ConditionCase: Sendable, CustomTestStringConvertible {
  /// Whether the condition holds, or the rules that leave it open.
  enum Expectation: Sendable {
    case holds
    case fails
    case open(OpenRule)
    /// It holds, or does not, and the answer names the rule.
    case marked(OpenRule, holds: Bool)
  }

  var condition: String
  var context: String
  var expectation: Expectation

  /// - Parameters:
  ///   - condition: the members of `Condition`, without braces.
  ///   - context: the members of `context`, without braces.
  init(_ condition: String, _ context: String, _ expectation: Expectation) {
    self.condition = "{\(condition)}"
    self.context = "{\(context)}"
    self.expectation = expectation
  }

  var testDescription: String { "\(condition) for \(context)" }

  /// Puts the condition into an Allow and into a Deny: what is open helps only the Deny.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (allows, denies, rules): (Bool, Bool, Set<OpenRule>) =
      switch expectation {
      case .holds: (true, true, [])
      case .fails: (false, false, [])
      case .open(let rule): (false, true, [rule])
      case .marked(let rule, let holds): (holds, holds, [rule])
      }
    let allow = Document.of(statement("Allow"))
    try PolicyCase(
      name: "Allow, \(testDescription)", context: context, policies: ["identity": allow],
      verdict: allows ? .allowed : .implicitlyDenied, uncertain: rules
    ).check(sourceLocation: sourceLocation)
    let deny = "[\(Document.allowAll),\(Document.of(statement("Deny")))]"
    try PolicyCase(
      name: "Deny, \(testDescription)", context: context, policies: ["identity": deny],
      verdict: denies ? .explicitlyDenied : .allowed, uncertain: rules
    ).check(sourceLocation: sourceLocation)
  }

  private func statement(_ effect: String) -> String {
    #"{"Effect":"\#(effect)","Action":"*","Resource":"*","Condition":\#(condition)}"#
  }
}
