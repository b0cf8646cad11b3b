import JSONText

/// Policy variables are well formed and stand where AWS processes them: in resources and in the
/// values of string and ARN operators, in documents of version 2012-10-17.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags" and "IAM Access Analyzer policy
/// check reference".
enum VariableRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    policy.strings(of: .action, .notAction).flatMap { unsupported($0, in: "an action") }
      + policy.strings(of: .resource, .notResource).flatMap { check($0, policy) + place($0) }
      + policy.conditions.flatMap { known, member in
        member.value.oneOrMany.flatMap { check($0, under: known, policy) }
      }
  }

  private static func unsupported(_ value: JSONValue, in place: String) -> [Diagnostic] {
    value.hasVariable ? [.unsupportedPlace(place, value)] : []
  }

  private static func check(_ value: JSONValue, _ policy: PolicySubject) -> [Diagnostic] {
    guard let text = value.string else { return [] }
    let parsed = VariableText(text)
    guard policy.hasVariables else {
      return parsed.hasVariables ? [.unsupportedVersion(text, value)] : []
    }
    return parsed.faults.map { .faultyVariable($0, in: text, value) }
  }

  private static func check(
    _ value: JSONValue, under known: ConditionOperator, _ policy: PolicySubject
  ) -> [Diagnostic] {
    known.comparison.takesVariables
      ? check(value, policy) : value.hasVariable ? [.unsupportedOperator(known, value)] : []
  }

  /// Before an ARN's fifth colon variables are not documented.
  private static func place(_ value: JSONValue) -> [Diagnostic] {
    guard let text = value.string, let arn = ARN(text) else { return [] }
    let isEarly = [arn.partition, arn.service, arn.region, arn.account]
      .contains { $0.contains("$") }
    return isEarly ? [.earlyVariable(text, value)] : []
  }
}

extension JSONValue {
  fileprivate var hasVariable: Bool { string.map { VariableText($0).hasVariables } ?? false }
}

extension ConditionOperator.Comparison {
  /// Whether variables are processed in the values. AWS's pages disagree on `Bool`, so it counts as
  /// one that takes them.
  fileprivate var takesVariables: Bool {
    rawValue.hasPrefix("String") || rawValue.hasPrefix("Arn") || self == .bool
  }
}

extension Diagnostic {
  fileprivate static func unsupportedPlace(_ place: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "variable-unsupported-in-element", "\(place) cannot hold a policy variable",
      position: value.position)
  }

  fileprivate static func earlyVariable(_ text: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .warning, "variable-unsupported-in-element",
      "AWS documents variables in the last field of an ARN only, unlike in `\(text)`",
      position: value.position)
  }

  /// AWS stores such a document and takes the text as it stands, so this is no error.
  fileprivate static func unsupportedVersion(_ text: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .warning, "variable-unsupported-in-version",
      "`\(text)` is ordinary text in a document that is not of version 2012-10-17",
      position: value.position
    ).with(help: "set \"Version\": \"2012-10-17\"")
  }

  fileprivate static func unsupportedOperator(
    _ known: ConditionOperator, _ value: JSONValue
  ) -> Diagnostic {
    Diagnostic(
      .error, "invalid-variable-for-operator", "`\(known)` does not process policy variables",
      position: value.position)
  }

  fileprivate static func faultyVariable(
    _ fault: VariableText.Fault, in text: String, _ value: JSONValue
  ) -> Diagnostic {
    let (code, message) =
      switch fault {
      case .missingBrace: ("missing-brace-in-variable", "a variable in `\(text)` is not closed")
      case .empty: ("empty-variable", "a variable in `\(text)` names no key")
      case .space(let key):
        ("unsupported-space-in-variable", "the variable's key `\(key)` holds a space")
      case .missingQuote(let key):
        ("missing-quote-in-variable", "the default of the variable `\(key)` lacks its quotes")
      }
    let diagnostic = Diagnostic(.error, code, message, position: value.position)
    guard case .missingQuote(let key) = fault else { return diagnostic }
    return diagnostic.with(help: "write ${\(key), 'text'}")
  }
}
