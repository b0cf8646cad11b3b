/// A condition key, with the values that scenarios give it and policies compare it with.
struct ConditionKey {
  /// The type of the key's values.
  enum Kind: CaseIterable {
    case string
    case number
    case date
    case boolean
    case binary
    case address
    case arn
  }

  /// The key as AWS spells it.
  var name: String
  /// The type of its values.
  var kind: Kind
  /// Whether a request may have several values.
  var isMultivalued = false

  /// A key of the pool.
  init(_ name: String, _ kind: Kind, isMultivalued: Bool = false) {
    self.name = name
    self.kind = kind
    self.isMultivalued = isMultivalued
  }

  /// The keys that are drawn: of every type, single-valued and multivalued.
  static let pool: [ConditionKey] = [
    ConditionKey("aws:PrincipalTag/team", .string), ConditionKey("aws:username", .string),
    ConditionKey("aws:ResourceTag/team", .string), ConditionKey("aws:RequestTag/Env", .string),
    ConditionKey("aws:TagKeys", .string, isMultivalued: true),
    ConditionKey("aws:CalledVia", .string, isMultivalued: true),
    ConditionKey("aws:PrincipalType", .string), ConditionKey("aws:userid", .string),
    ConditionKey("aws:MultiFactorAuthAge", .number), ConditionKey("s3:max-keys", .number),
    ConditionKey("example:Sizes", .number, isMultivalued: true),
    ConditionKey("aws:CurrentTime", .date), ConditionKey("aws:TokenIssueTime", .date),
    ConditionKey("example:Dates", .date, isMultivalued: true),
    ConditionKey("aws:SecureTransport", .boolean),
    ConditionKey("aws:MultiFactorAuthPresent", .boolean),
    ConditionKey("example:Flags", .boolean, isMultivalued: true),
    ConditionKey("example:BinaryKey", .binary),
    ConditionKey("example:BinaryKeys", .binary, isMultivalued: true),
    ConditionKey("aws:SourceIp", .address), ConditionKey("aws:VpcSourceIp", .address),
    ConditionKey("example:Addresses", .address, isMultivalued: true),
    ConditionKey("aws:SourceArn", .arn), ConditionKey("aws:PrincipalArn", .arn),
    ConditionKey("lambda:SourceFunctionArn", .arn),
    ConditionKey("example:Arns", .arn, isMultivalued: true),
  ]
}

extension ConditionKey.Kind {
  /// The comparisons made for values of the kind.
  var comparisons: [Comparison] {
    switch self {
    case .string:
      [
        .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase,
        .stringLike, .stringNotLike,
      ]
    case .number:
      [
        .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals,
        .numericGreaterThan, .numericGreaterThanEquals,
      ]
    case .date:
      [
        .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan,
        .dateGreaterThanEquals,
      ]
    case .boolean: [.bool]
    case .binary: [.binaryEquals]
    case .address: [.ipAddress, .notIPAddress]
    case .arn: [.arnEquals, .arnNotEquals, .arnLike, .arnNotLike]
    }
  }

  /// Values that a request may have.
  var requestValues: [String] {
    switch self {
    case .string: ["alice", "orders", "Orders", "ord*", "blue", "bl\u{E9}", "orders:prod"]
    case .number: ["5", "10", "10.0", "9.75", "-1", "0", "soon"]
    case .date:
      [
        "2025-06-01T00:00:00Z", "2025-06-01T02:00:00+02:00", "2025-06-01T00:00:00.5Z",
        "1748736000", "2025-06-01", "2024-02-29T12:30Z", "2025", "yesterday",
      ]
    case .boolean: ["true", "false"]
    case .binary: ["QUJD", "QUJE", "QUI=", "not base64"]
    case .address:
      ["10.1.2.3", "203.0.113.7", "2001:db8::1", "2001:DB8:0:0::1", "::ffff:10.1.2.3", "10.1"]
    case .arn:
      [
        "arn:aws:lambda:us-east-1:111122223333:function:orders:prod", "arn:aws:s3:::bucket",
        "arn:aws:sns:us-west-2:444455556666:alerts", "arn:aws:iam::111122223333:user/alice",
        "alerts",
      ]
    }
  }

  /// Values that a policy may have, besides those of requests.
  var policyValues: [String] {
    switch self {
    case .string:
      [
        "ALICE", "ord*", "order?", "*", "BL\u{C9}", "${aws:username}", "${aws:PrincipalTag/team}",
        "${aws:PrincipalTag/team, 'alice'}", "${aws:TagKeys}", "ord${*}", "${?}", "b*e",
      ]
    case .number: ["9", "11", "10.00", "9.8", "ten"]
    case .date:
      ["2025-05-31", "2026-01-01T00:00:00-01:00", "1748736001", "2025-06", "2025", "2025-13-01"]
    case .boolean: ["yes"]
    case .binary: ["QUJF", "===="]
    case .address:
      [
        "10.0.0.0/8", "10.1.2.3/16", "0.0.0.0/0", "203.0.113.0/24", "2001:db8::/32", "::/0",
        "2001:db8::2", "10.0.0.0/33",
      ]
    case .arn:
      [
        "arn:aws:lambda:*:111122223333:function:*", "arn:aws:s3:*:*:buck?t", "arn:aws:*",
        "arn:aws:sns:us-west-2:*:alert", "arn:aws:l*-1:111122223333:function:orders*",
        "arn:aws:iam::111122223333:user/${aws:username}", "${aws:PrincipalArn}",
        "arn:aws:sns:us-west-2:444455556666:${aws:PrincipalTag/team, 'alerts'}", "*",
      ]
    }
  }
}
