import Evaluation
import PolicyLanguage
import Testing

@Suite("set operators")
struct SetOperatorTests {
  typealias Row = (name: String, values: [String], given: [String], holds: Bool)

  @Test(
    "on several values of the request",
    arguments: [
      ("ForAllValues:StringEquals", ["a", "b"], ["a", "b"], true),
      ("ForAllValues:StringEquals", ["a", "b"], ["a", "c"], false),
      ("ForAllValues:StringNotEquals", ["a", "b"], ["c", "d"], true),
      ("ForAllValues:StringNotEquals", ["a", "b"], ["c", "a"], false),
      ("ForAnyValue:StringEquals", ["a", "b"], ["c", "a"], true),
      ("ForAnyValue:StringEquals", ["a", "b"], ["c", "d"], false),
      ("ForAnyValue:StringNotEquals", ["a", "b"], ["a", "c"], true),
      ("ForAnyValue:StringNotEquals", ["a", "b"], ["a", "b"], false),
      ("ForAnyValue:StringLike", ["o-1/r-1/ou-1/ou-*"], ["o-1/r-1/ou-1/"], false),
      ("ForAnyValue:StringLike", ["o-1/r-1/ou-1/*"], ["o-1/r-1/ou-1/"], true),
      ("ForAllValues:StringEquals", ["a"], [""], true),
      ("ForAnyValue:StringEquals", [""], [""], false),
      ("ForAllValues:Bool", ["true"], ["true", "false"], false),
      ("ForAllValues:StringEquals", [], ["a"], false),
      ("ForAnyValue:StringEquals", [], ["a"], false),
    ] as [Row])
  func table(row: Row) {
    var clause = when(row.name, "aws:TagKeys")
    clause.values = row.values
    DecisionCase(
      "\(row.name) \(row.values) of \(row.given)", row.holds ? .allowed : .implicitlyDenied,
      context: ["aws:TagKeys": row.given], layers(identity: [.allow("*", when: clause)])
    ).check()
  }

  @Test(
    "a list of no values in the policy holds only where the key is missing",
    arguments: [
      ("StringEquals", nil as [String]?, Verdict.implicitlyDenied),
      ("StringEquals", ["a"], .implicitlyDenied),
      ("StringEqualsIfExists", nil, .allowed),
      ("StringEqualsIfExists", ["a"], .implicitlyDenied),
      ("StringNotEqualsIfExists", ["a"], .implicitlyDenied),
      ("ForAllValues:StringEquals", nil, .allowed),
      ("ForAnyValue:StringEquals", nil, .implicitlyDenied),
    ])
  func emptyList(name: String, given: [String]?, expected: Verdict) {
    DecisionCase(
      name, expected, context: given.map { ["aws:TagKeys": $0] } ?? [:],
      layers(identity: [.allow("*", when: when(name, "aws:TagKeys"))])
    ).check()
  }
}
