import Evaluation
import PolicyLanguage
import Testing

@Suite("a condition key that the request does not have")
struct MissingKeyTests {
  private static let values: [ConditionOperator.Comparison: String] = [
    .bool: "true", .binaryEquals: "QUJD", .ipAddress: "10.0.0.0/8", .notIPAddress: "10.0.0.0/8",
    .arnEquals: "arn:aws:s3:::b", .arnLike: "arn:aws:s3:::b", .arnNotEquals: "arn:aws:s3:::b",
    .arnNotLike: "arn:aws:s3:::b", .dateEquals: "2026-01-01", .dateNotEquals: "2026-01-01",
    .dateLessThan: "2026-01-01", .dateLessThanEquals: "2026-01-01",
    .dateGreaterThan: "2026-01-01", .dateGreaterThanEquals: "2026-01-01",
  ]

  private static let negated: Set<ConditionOperator.Comparison> = [
    .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals,
    .dateNotEquals, .notIPAddress, .arnNotEquals, .arnNotLike,
  ]

  private func verdict(_ operator: ConditionOperator) -> Decision {
    let value = Self.values[`operator`.comparison] ?? "1"
    let clause = ConditionClause(`operator`, key: "example:Key", values: [value])
    let request = AuthorizationRequest(
      caller: .alice, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .complete())
    return Evaluator.evaluate(request, layers(identity: [.allow("*", when: clause)]))
  }

  @Test("a positive operator is false and a negated one true", arguments: comparisons)
  func bare(comparison: ConditionOperator.Comparison) {
    let isTrue = Self.negated.contains(comparison)
    #expect(
      verdict(ConditionOperator(comparison)).verdict == (isTrue ? .allowed : .implicitlyDenied))
  }

  @Test("IfExists is true", arguments: comparisons)
  func ifExists(comparison: ConditionOperator.Comparison) {
    #expect(verdict(ConditionOperator(comparison, ifExists: true)) == Decision(.allowed))
  }

  @Test(
    "ForAllValues is true, and of a negated operator that is not certain", arguments: comparisons)
  func forAllValues(comparison: ConditionOperator.Comparison) {
    let decision = verdict(ConditionOperator(comparison, quantifier: .forAllValues))
    let isOpen = Self.negated.contains(comparison)
    #expect(
      decision
        == (isOpen
          ? Decision(.implicitlyDenied, uncertain: .forAllValuesNegatedMissing)
          : Decision(.allowed)))
  }

  @Test("ForAnyValue is false, of a negated operator too", arguments: comparisons)
  func forAnyValue(comparison: ConditionOperator.Comparison) {
    let decision = verdict(ConditionOperator(comparison, quantifier: .forAnyValue))
    #expect(decision == Decision(.implicitlyDenied))
  }

  @Test("what ForAnyValue with IfExists is, is not certain")
  func forAnyValueIfExists() {
    let name = ConditionOperator(.stringEquals, quantifier: .forAnyValue, ifExists: true)
    #expect(
      verdict(name) == Decision(.implicitlyDenied, uncertain: .forAnyValueIfExistsMissing))
  }

  @Test(
    "an empty list of values counts as missing",
    arguments: [
      ("StringEquals", Verdict.implicitlyDenied), ("StringNotEquals", .allowed),
      ("ForAllValues:StringEquals", .allowed), ("ForAnyValue:StringEquals", .implicitlyDenied),
    ])
  func emptyValueSet(name: String, expected: Verdict) {
    DecisionCase(
      name, expected, context: ["example:Key": []],
      layers(identity: [.allow("*", when: when(name, "example:Key", "a"))])
    ).check()
  }

  private static let mfa = "aws:MultiFactorAuthPresent"

  /// IAM User Guide, "AWS global condition context keys", the ways to ask for MFA.
  static let mfaTable: [(name: String, value: String, present: [String]?, holds: Bool)] = [
    ("Bool", "false", nil, false), ("BoolIfExists", "false", nil, true),
    ("Bool", "true", nil, false), ("BoolIfExists", "true", nil, true),
    ("Null", "false", nil, false),
    ("Bool", "false", ["false"], true), ("BoolIfExists", "false", ["false"], true),
    ("Bool", "true", ["false"], false), ("BoolIfExists", "true", ["false"], false),
    ("Null", "false", ["false"], true),
    ("Bool", "false", ["true"], false), ("Bool", "true", ["true"], true),
    ("BoolIfExists", "true", ["true"], true),
  ]

  @Test("the ways to ask for MFA", arguments: mfaTable)
  func mfa(name: String, value: String, present: [String]?, holds: Bool) {
    DecisionCase(
      "\(name) \(value) with \(present ?? [])", holds ? .allowed : .implicitlyDenied,
      context: present.map { [Self.mfa: $0] } ?? [:],
      layers(identity: [.allow("*", when: when(name, Self.mfa, value))])
    ).check()
  }
}

private let comparisons = ConditionOperator.Comparison.allCases.filter { $0 != .null }
