import Evaluation
import PolicyLanguage
import Testing

@Suite("condition operators")
struct OperatorTests {
  /// An operator, the policy's values, the request's value, and whether the clause holds.
  typealias Row = (name: String, values: [String], given: String, holds: Bool)

  private func check(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) {
    var clause = when(row.name, "example:Key")
    clause.values = row.values
    DecisionCase(
      "\(row.name) \(row.values) of \(row.given)", row.holds ? .allowed : .implicitlyDenied,
      context: ["EXAMPLE:key": [row.given]], layers(identity: [.allow("*", when: clause)])
    ).check(sourceLocation: sourceLocation)
  }

  @Test(
    "on text",
    arguments: [
      ("StringEquals", ["prod"], "prod", true),
      ("StringEquals", ["prod"], "Prod", false),
      ("StringEquals", ["pro*"], "prod", false),
      ("StringEquals", ["dev", "prod"], "prod", true),
      ("StringNotEquals", ["dev", "prod"], "prod", false),
      ("StringNotEquals", ["dev", "test"], "prod", true),
      ("StringEqualsIgnoreCase", ["PROD"], "prod", true),
      ("StringEqualsIgnoreCase", ["pro?"], "prod", false),
      ("StringNotEqualsIgnoreCase", ["PROD"], "prod", false),
      ("StringLike", ["p*d"], "prod", true),
      ("StringLike", ["P*"], "prod", false),
      ("StringLike", ["pro?"], "pro", false),
      ("StringLike", ["*"], "", true),
      ("StringLike", ["a*:c/*"], "a:b:c/d/e", true),
      ("StringNotLike", ["p*"], "prod", false),
      ("StringNotLike", ["x*"], "prod", true),
    ] as [Row])
  func text(row: Row) { check(row) }

  @Test(
    "on numbers, which compare by value and exactly",
    arguments: [
      ("NumericEquals", ["10"], "10.0", true),
      ("NumericEquals", ["1e3"], "1000", true),
      ("NumericEquals", ["0.1"], "0.10000000000000001", false),
      ("NumericNotEquals", ["10"], "11", true),
      ("NumericLessThan", ["10"], "9", true),
      ("NumericLessThan", ["10"], "10", false),
      ("NumericLessThanEquals", ["10"], "10", true),
      ("NumericGreaterThan", ["-2"], "-1.5", true),
      ("NumericGreaterThanEquals", ["10"], "9.999", false),
      ("NumericLessThan", ["5", "20"], "10", true),
      ("NumericEquals", ["ten"], "10", false),
      ("NumericLessThan", ["10"], "few", false),
    ] as [Row])
  func numbers(row: Row) { check(row) }

  @Test(
    "on dates, which compare as instants",
    arguments: [
      ("DateEquals", ["2026-01-01"], "2026-01-01T00:00:00Z", true),
      ("DateEquals", ["2026-01-01T02:00:00+02:00"], "2026-01-01T00:00Z", true),
      ("DateEquals", ["1767225600"], "2026-01-01T00:00:00Z", true),
      ("DateNotEquals", ["2026-01-01"], "2026-01-01T00:00:00.5Z", true),
      ("DateLessThan", ["2026-01-01"], "2025-12-31T23:59:59Z", true),
      ("DateLessThan", ["2026-01-01"], "2026-01-01T00:00:00Z", false),
      ("DateLessThanEquals", ["2026-01-01"], "2026-01-01T00:00:00Z", true),
      ("DateGreaterThan", ["2024-02-29"], "2024-03-01", true),
      ("DateGreaterThanEquals", ["2026-01-01"], "2025-12-31T23:00:00-02:00", true),
      ("DateLessThan", ["2025-02-29"], "2020-01-01", false),
      ("DateLessThan", ["2026-01-01"], "yesterday", false),
    ] as [Row])
  func dates(row: Row) { check(row) }

  @Test(
    "on addresses, in any spelling",
    arguments: [
      ("IpAddress", ["203.0.113.0/24"], "203.0.113.255", true),
      ("IpAddress", ["203.0.113.0/24"], "203.0.114.0", false),
      ("IpAddress", ["203.0.113.77/24"], "203.0.113.1", true),
      ("IpAddress", ["10.0.0.0/12"], "10.15.255.255", true),
      ("IpAddress", ["0.0.0.0/0"], "198.51.100.1", true),
      ("IpAddress", ["0.0.0.0/0"], "2001:db8::1", false),
      ("NotIpAddress", ["0.0.0.0/0"], "2001:db8::1", true),
      ("IpAddress", ["192.0.2.1"], "192.0.2.1", true),
      ("IpAddress", ["2001:DB8:0:0::/64"], "2001:db8::1:0:0:1", true),
      ("IpAddress", ["2001:db8::/64"], "2001:db8:0:1::1", false),
      ("IpAddress", ["::ffff:0:0/96"], "::ffff:192.0.2.1", true),
      ("NotIpAddress", ["10.0.0.0/8", "192.0.2.0/24"], "192.0.2.9", false),
      ("IpAddress", ["10.0.0.0/33"], "10.0.0.0", false),
    ] as [Row])
  func addresses(row: Row) { check(row) }

  @Test(
    "on ARNs, field by field",
    arguments: [
      ("ArnEquals", ["arn:aws:sns:*:111122223333:*"], "arn:aws:sns:us-east-1:111122223333:t", true),
      ("ArnLike", ["arn:aws:sns:*:t"], "arn:aws:sns:us-east-1:111122223333:t", false),
      ("ArnLike", ["arn:aws:s3:::b*"], "arn:aws:s3:::bucket/a:b/c", true),
      ("ArnLike", ["arn:aws:s3:*:*:bucket"], "arn:aws:s3:::bucket", true),
      ("ArnLike", ["arn:aws:s3:::bucket"], "arn:aws:s3:us-east-1::bucket", false),
      (
        "ArnLike", ["arn:aws:lambda:us-?ast-1:1:function:f"],
        "arn:aws:lambda:us-east-1:1:function:f", true
      ),
      (
        "ArnLike", ["arn:aws:lambda:us-east-1:1:function:f"],
        "arn:aws:lambda:us-east-1:1:function:f:1", false
      ),
      ("ArnNotEquals", ["arn:aws:s3:::*"], "arn:aws:s3:::bucket", false),
      ("ArnNotLike", ["arn:aws:s3:::*"], "arn:aws:sns:us-east-1:1:t", true),
      ("ArnNotLike", ["arn:aws:s3:::*"], "bucket", true),
      ("ArnLike", ["*"], "arn:aws:s3:::bucket", false),
    ] as [Row])
  func arns(row: Row) { check(row) }

  @Test(
    "on Booleans, bytes and presence",
    arguments: [
      ("Bool", ["true"], "true", true),
      ("Bool", ["true"], "True", true),
      ("Bool", ["true"], "false", false),
      ("Bool", ["yes"], "true", false),
      ("BinaryEquals", ["QUJD"], "QUJD", true),
      ("BinaryEquals", ["QUJD"], "QUJE", false),
      ("BinaryEquals", ["QUJD"], "not base64", false),
      ("Null", ["false"], "x", true),
      ("Null", ["true"], "x", false),
      ("Null", ["true"], "", true),
      ("ForAllValues:Null", ["true"], "x", true),
      ("ForAnyValue:Null", ["false"], "x", false),
    ] as [Row])
  func others(row: Row) { check(row) }

  @Test(
    "all clauses must hold",
    arguments: [
      (["10"], Verdict.allowed), (["30"], .implicitlyDenied), (["1"], .implicitlyDenied),
    ])
  func conjunction(given: [String], expected: Verdict) {
    DecisionCase(
      "between 5 and 20", expected, context: ["example:Key": given],
      layers(identity: [
        .allow(
          "*", when: when("NumericLessThan", "example:Key", "20"),
          when("NumericGreaterThan", "Example:KEY", "5"))
      ])
    ).check()
  }
}
