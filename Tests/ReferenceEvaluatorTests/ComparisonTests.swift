import ReferenceEvaluator
import Testing

@Suite("B.3 to B.6: comparisons")
struct ComparisonTests {
  /// A comparison of `value` with `pattern`, of which the negated form, if any, says the opposite.
  private func check(
    _ operators: (String, String?), _ value: String, _ pattern: String, _ matches: Bool
  ) throws {
    let context = #""k:a":"\#(value)""#
    try ConditionCase(
      #""\#(operators.0)":{"k:a":"\#(pattern)"}"#, context, matches ? .holds : .fails
    ).check()
    guard let negated = operators.1 else { return }
    try ConditionCase(
      #""\#(negated)":{"k:a":"\#(pattern)"}"#, context, matches ? .fails : .holds
    ).check()
  }

  @Test(
    "strings",
    arguments: [
      ("StringEquals", "prod", "prod", true), ("StringEquals", "Prod", "prod", false),
      ("StringEquals", "prod", "pro*", false), ("StringEquals", "", "", true),
      ("StringEquals", "\u{E9}", "e\u{301}", false),
      ("StringEqualsIgnoreCase", "Prod", "pROD", true),
      ("StringEqualsIgnoreCase", "prod", "pro*", false), ("StringLike", "prod", "p*d", true),
      ("StringLike", "prod", "prod?", false), ("StringLike", "prod", "?ro?", true),
      ("StringLike", "prod", "PROD", false), ("StringLike", "", "*", true),
      ("StringLike", "a:b/c", "a*c", true), ("StringLike", "\u{E9}", "?", true),
      ("StringLike", "e\u{301}", "?", false), ("StringLike", "abab", "*ab", true),
    ])
  func strings(name: String, value: String, pattern: String, matches: Bool) throws {
    let negated = name.replacing("String", with: "StringNot")
    try check((name, negated), value, pattern, matches)
  }

  @Test(
    "numbers are compared exactly",
    arguments: [
      ("9", "10", -1), ("10", "9", 1), ("1.0", "1", 0), ("-1", "1", -1), ("-2", "-1", -1),
      ("0.1", "0.10", 0), ("-0", "0", 0), ("9007199254740993", "9007199254740992", 1),
      ("0.1000000000000000001", "0.1", 1), ("007", "7", 0), ("99.9", "100", -1),
    ])
  func numbers(value: String, bound: String, order: Int) throws {
    try ordering("Numeric", value, bound, order)
  }

  @Test(
    "dates are compared as instants",
    arguments: [
      ("2025-06-01T00:00:00Z", "2025-06-01", 0),
      ("2025-06-01T02:00:00+02:00", "2025-06-01T00:00Z", 0),
      ("2025-05-31T23:00:00-01:00", "1748736000", 0),
      ("2025-06-01T00:00:00.5Z", "2025-06-01T00:00:00.49Z", 1),
      ("2025-06-01T00:00:00.50Z", "2025-06-01T00:00:00.5Z", 0),
      ("2024-02-29", "2024-03-01", -1), ("1970-01-01", "0", 0), ("1969-12-31", "0", -1),
      ("2000-03-01", "951868800", 0),
    ])
  func dates(value: String, bound: String, order: Int) throws {
    try ordering("Date", value, bound, order)
  }

  private func ordering(_ family: String, _ value: String, _ bound: String, _ order: Int) throws {
    try check((family + "Equals", family + "NotEquals"), value, bound, order == 0)
    try check((family + "LessThan", nil), value, bound, order < 0)
    try check((family + "LessThanEquals", nil), value, bound, order <= 0)
    try check((family + "GreaterThan", nil), value, bound, order > 0)
    try check((family + "GreaterThanEquals", nil), value, bound, order >= 0)
  }

  @Test(
    "addresses",
    arguments: [
      ("203.0.113.4", "203.0.113.0/24", true), ("203.0.114.0", "203.0.113.0/24", false),
      ("203.0.113.4", "203.0.113.99/24", true), ("203.0.113.4", "203.0.113.4", true),
      ("203.0.113.4", "203.0.113.5", false), ("203.0.113.4", "0.0.0.0/0", true),
      ("203.0.113.4", "::/0", false), ("2001:db8::1", "0.0.0.0/0", false),
      ("10.15.255.255", "10.8.0.0/13", true), ("2001:DB8:0::1", "2001:db8::/32", true),
      ("2001:db8::1", "2001:db8::1/128", true), ("2001:db8::1", "2001:db8::2", false),
      ("::ffff:10.0.0.1", "10.0.0.0/8", false),
    ])
  func addresses(value: String, range: String, isInside: Bool) throws {
    try check(("IpAddress", "NotIpAddress"), value, range, isInside)
  }

  @Test(
    "ARNs are compared part by part",
    arguments: [
      ("arn:aws:sns:us-west-2:1:t", "arn:aws:sns:*:1:*", true),
      ("arn:aws:sns:us-west-2:1:t", "arn:aws:*:t:*:*", false),
      ("arn:aws:s3:::b", "arn:aws:s3:*:*:b", true), ("arn:aws:s3:::b", "arn:aws:s3:::?", true),
      ("arn:aws:sns:us-west-2:1:t", "arn:aws:sns::1:t", false),
      ("arn:aws:lambda:r:1:function:f:p", "arn:aws:lambda:r:1:function:f", false),
      ("arn:aws:lambda:r:1:function:f:p", "arn:aws:lambda:r:1:function:*", true),
      ("arn:aws:lambda:r:1:function:f:p", "arn:aws:lambda:r:1:f*p", true),
      ("arn:aws:sns:us-west-2:1:t", "arn:aws:SNS:us-west-2:1:t", false),
    ])
  func arns(value: String, pattern: String, matches: Bool) throws {
    try check(("ArnLike", "ArnNotLike"), value, pattern, matches)
    try check(("ArnEquals", "ArnNotEquals"), value, pattern, matches)
  }

  @Test(
    "Booleans and binary values",
    arguments: [
      ("Bool", "true", "true", true), ("Bool", "false", "true", false),
      ("Bool", "True", "true", false), ("BinaryEquals", "QUJD", "QUJD", true),
      ("BinaryEquals", "QUJD", "QUJE", false), ("BinaryEquals", "QUJD", "!", false),
    ])
  func others(name: String, value: String, pattern: String, matches: Bool) throws {
    try check((name, nil), value, pattern, matches)
  }

  @Test(
    "U03: a value of the wrong type matches nothing, and is open under a negated operator",
    arguments: [
      ("Numeric", "Equals", "soon", "1"), ("Numeric", "Equals", "1", "soon"),
      ("Numeric", "Equals", "1", "1e0"), ("Date", "Equals", "2025-02-29", "2025-03-01"),
      ("Date", "Equals", "2025-03-01T00:00:00", "2025-03-01"),
      ("Arn", "Like", "alerts", "arn:aws:sns:*:*:*"), ("Arn", "Like", "arn:aws:sns:r:1:t", "*"),
      ("Arn", "Like", "arn:aws:sns:r:1:t", "arn:aws:sns:*"),
    ])
  func invalid(family: String, form: String, value: String, pattern: String) throws {
    let context = #""k:a":"\#(value)""#
    try ConditionCase(#""\#(family)\#(form)":{"k:a":"\#(pattern)"}"#, context, .fails).check()
    try ConditionCase(
      #""\#(family)Not\#(form)":{"k:a":"\#(pattern)"}"#, context, .open(.invalidValueNegated)
    ).check()
  }

  @Test(
    "U12: doubtful forms are open where the reading decides",
    arguments: [
      ConditionCase(#""IpAddress":{"k:a":"::1"}"#, #""k:a":"0::1""#, .open(.doubtfulForm)),
      ConditionCase(#""NotIpAddress":{"k:a":"::1"}"#, #""k:a":"::1""#, .open(.doubtfulForm)),
      ConditionCase(
        #""DateGreaterThan":{"k:a":"2025-06"}"#, #""k:a":"2025-07-01""#, .open(.doubtfulForm)),
      ConditionCase(#""DateGreaterThan":{"k:a":"2025-06"}"#, #""k:a":"2025-05-01""#, .fails),
      ConditionCase(
        #""DateLessThan":{"k:a":"2025"}"#, #""k:a":"2024-01-01""#, .open(.doubtfulForm)),
      ConditionCase(#""DateGreaterThan":{"k:a":"2025"}"#, #""k:a":"2026-01-01""#, .holds),
      ConditionCase(
        #""StringEqualsIgnoreCase":{"k:a":"\u00C9"}"#, #""k:a":"\u00E9""#, .open(.doubtfulForm)),
    ])
  func doubtful(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }
}
