import JSONText
import RecordEditing
import Registry
import Testing

/// What Lambda refuses, with the name of its error and its message.
@Suite("A refused permission")
struct RefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var function = "orders"
    var qualifier: String?
    var permission = invocation("new")
    var revisionID: String?
    let message: String

    var testDescription: String { message }
  }

  static func changed(_ change: (inout FunctionPermission) -> Void) -> FunctionPermission {
    var permission = invocation("new")
    change(&permission)
    return permission
  }

  static func invalid(_ value: String, _ name: String, _ demand: String) -> String {
    "ValidationException: 1 validation error detected: Value '\(value)' at '\(name)' "
      + "failed to satisfy constraint: Member must \(demand)"
  }

  static let pattern = "satisfy regular expression pattern: "

  static let malformed: [Case] = [
    Case(
      permission: changed { $0.statementID = "example.com" },
      message: invalid("example.com", "statementId", pattern + "([a-zA-Z0-9-_]+)")),
    Case(
      permission: changed { $0.statementID = String(repeating: "a", count: 101) },
      message: invalid(
        String(repeating: "a", count: 101), "statementId",
        "have length less than or equal to 100")),
    Case(
      permission: changed { $0.action = "s3:GetObject" },
      message: invalid("s3:GetObject", "action", pattern + "(lambda:[*]|lambda:[a-zA-Z]+|[*])")),
    Case(
      permission: changed { $0.action = "lambda:Get*" },
      message: invalid("lambda:Get*", "action", pattern + "(lambda:[*]|lambda:[a-zA-Z]+|[*])")),
    Case(
      permission: changed { $0.principal = "a b" },
      message: invalid("a b", "principal", pattern + #"[^\s]+"#)),
    Case(
      permission: changed { $0.sourceAccount = "11112222333" },
      message: invalid("11112222333", "sourceAccount", pattern + #"\d{12}"#)),
    Case(
      permission: changed { $0.principalOrganizationID = "O-1234567890" },
      message: invalid("O-1234567890", "principalOrgID", pattern + "o-[a-z0-9]{10,32}")),
    Case(
      permission: changed { $0.eventSourceToken = "a/b" },
      message: invalid("a/b", "eventSourceToken", pattern + #"[a-zA-Z0-9._\-]+"#)),
    Case(
      permission: changed { $0.functionURLAuthType = "IAM" },
      message: invalid("IAM", "functionUrlAuthType", "satisfy enum value set: [NONE, AWS_IAM]")),
    Case(
      qualifier: "a b",
      message: invalid(
        "a b", "qualifier", pattern + #"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"#)),
    Case(
      function: String(repeating: "f", count: 65),
      message: invalid(
        String(repeating: "f", count: 65), "functionName", "have length less than or equal to 64")),
  ]

  static let refusals: [Case] = [
    Case(
      function: "orders:1", qualifier: "prod",
      message: "InvalidParameterValueException: The derived qualifier from the function name does "
        + "not match the specified qualifier."),
    Case(
      qualifier: "$LATEST",
      message: "InvalidParameterValueException: We currently do not support adding policies for "
        + "$LATEST."),
    Case(
      permission: changed { $0.functionURLAuthType = "NONE" },
      message: "InvalidParameterValueException: FunctionUrlAuthType is only supported for "
        + "lambda:InvokeFunctionUrl action"),
    Case(
      permission: changed {
        $0.eventSourceToken = "t"
        $0.sourceAccount = "111122223333"
      },
      message: "InvalidParameterValueException: EventSourceToken cannot be combined with SourceArn "
        + "or SourceAccount."),
    Case(
      permission: invocation("new", principal: "example.com"),
      message: "InvalidParameterValueException: The provided principal was invalid. Please check "
        + "the principal and try again."),
    Case(
      permission: invocation("new", principal: "arn:aws:iam::111122223333:role/*"),
      message: "InvalidParameterValueException: The provided principal was invalid. Please check "
        + "the principal and try again."),
    Case(
      function: "arn:aws:lambda:us-east-1:111122223333:function:missing",
      message: "ResourceNotFoundException: Function not found: "
        + "arn:aws:lambda:us-east-1:111122223333:function:missing"),
    Case(
      qualifier: "42",
      message: "ResourceNotFoundException: Function not found: \(PermissionFixture.orders):42"),
    Case(
      qualifier: "beta",
      message: "ResourceNotFoundException: Cannot find alias arn: \(PermissionFixture.orders):beta"),
    Case(
      permission: invocation("s3"),
      message: "ResourceConflictException: The statement id (s3) provided already exists. Please "
        + "provide a new statement id, or remove the existing statement."),
    Case(
      revisionID: "00000000-0000-4000-8000-000000000000",
      message: "PreconditionFailedException: The Revision Id provided does not match the latest "
        + "Revision Id. Call the GetPolicy API to retrieve the latest Revision Id"),
  ]

  @Test("says what AWS says, and changes nothing", arguments: malformed + refusals)
  func answer(_ expected: Case) throws {
    let fixture = try PermissionFixture()
    try fixture.edit { try $0.add(invocation(), to: "orders", qualifier: nil, revisionID: nil) }
    let before = try fixture.registry.head
    let message = try refusal {
      try fixture.edit {
        _ = try $0.add(
          expected.permission, to: expected.function, qualifier: expected.qualifier,
          revisionID: expected.revisionID)
      }
    }
    #expect(message == expected.message)
    #expect(try fixture.registry.head == before)
  }

  @Test(
    "for what is no function's name is malformed",
    arguments: [
      "", ":", "arn:", "arn:aws:lambda:", "orders:", ":prod", "a:b:c:d", "or ders", "ord\u{E9}rs",
      "orders:$latest", "orders:prod:1", "function:orders:prod:1", "../orders", "orders\u{0}",
      "arn:aws:s3:us-east-1:111122223333:function:orders",
      "arn:aws:lambda:us-east-1:1111:function:orders",
      "arn:aws:lambda:us-east-1:111122223333:layer:orders:prod",
      String(repeating: "arn:", count: 10_000),
    ])
  func names(_ name: String) throws {
    let fixture = try PermissionFixture()
    let message = try refusal {
      try fixture.edit {
        _ = try $0.add(invocation("new"), to: name, qualifier: nil, revisionID: nil)
      }
    }
    #expect(message?.hasPrefix("ValidationException: ") == true)
    #expect(message?.contains("at 'functionName' failed to satisfy constraint") == true)
  }

  @Test("counts all that is malformed")
  func severalFaults() throws {
    let fixture = try PermissionFixture()
    let message = try refusal {
      try fixture.edit {
        _ = try $0.add(
          invocation("a.b", action: "x"), to: "orders", qualifier: nil, revisionID: nil)
      }
    }
    #expect(message?.hasPrefix("ValidationException: 2 validation errors detected: ") == true)
    #expect(message?.contains("'statementId'") == true && message?.contains("'action'") == true)
  }

  @Test("in another Region than the one asked about says so")
  func otherRegion() throws {
    let fixture = try PermissionFixture()
    let message = try refusal {
      try fixture.edit(region: "eu-west-1") {
        _ = try $0.add(
          invocation(), to: PermissionFixture.orders, qualifier: nil, revisionID: nil)
      }
    }
    #expect(
      message == "ResourceNotFoundException: Functions from 'us-east-1' are not reachable in this "
        + "region ('eu-west-1')")
  }

  @Test("of a name that no function has is not given to one whose name contains it")
  func fragments() throws {
    let fixture = try PermissionFixture()
    #expect(throws: NameError.self) {
      try fixture.edit { try $0.add(invocation(), to: "order", qualifier: nil, revisionID: nil) }
    }
  }

  @Test("to a role that a whole account does not have is refused; of a part nobody knows")
  func missingIdentity() throws {
    let fixture = try PermissionFixture()
    let missing = invocation(principal: "arn:aws:iam::111122223333:role/gone")
    try fixture.edit { try $0.add(missing, to: "orders-2", qualifier: nil, revisionID: nil) }
    try fixture.write { writer in
      try writer.put(
        Coverage(
          scope: "iam get-account-authorization-details", account: PermissionFixture.account,
          region: "", status: .complete, observedAt: "2026-08-01T00:00:00.000Z"))
    }
    let message = try refusal {
      try fixture.edit { _ = try $0.add(missing, to: "orders", qualifier: nil, revisionID: nil) }
    }
    #expect(message?.contains("The provided principal was invalid.") == true)
    let present = invocation(principal: "arn:aws:iam::111122223333:role/app")
    try fixture.edit { try $0.add(present, to: "orders", qualifier: nil, revisionID: nil) }
  }

  @Test("that would make the policy too large tells its size and the limit")
  func size() throws {
    let fixture = try PermissionFixture()
    var last: String?
    for number in 1...200 where last == nil {
      var permission = invocation("s\(number)")
      permission.sourceARN = "arn:aws:s3:::" + String(repeating: "b", count: 200)
      last = try refusal {
        try fixture.edit {
          _ = try $0.add(permission, to: "orders", qualifier: nil, revisionID: nil)
        }
      }
    }
    let size = try fixture.policy().text.utf8.count
    #expect(size <= 20_480 && size > 20_000)
    #expect(last?.hasPrefix("PolicyLengthExceededException: The final policy size (20") == true)
    #expect(last?.hasSuffix(") is bigger than the limit (20480).") == true)
  }

  @Test("for a layer version says what AWS says")
  func layers() throws {
    let fixture = try PermissionFixture()
    func add(
      _ version: Int, action: String = "lambda:GetLayerVersion", principal: String = "*",
      revisionID: String? = nil
    ) throws -> String? {
      try refusal {
        try fixture.edit {
          _ = try $0.add(
            LayerPermission(statementID: "a", action: action, principal: principal),
            to: LayerVersionName(layer: PermissionFixture.layer, version: version),
            revisionID: revisionID)
        }
      }
    }
    #expect(
      try add(1, action: "lambda:*")
        == Self.invalid("lambda:*", "action", Self.pattern + "lambda:GetLayerVersion"))
    #expect(
      try add(1, principal: "s3.amazonaws.com")?
        .hasPrefix("ValidationException: 1 validation error detected: Value 's3.amazonaws.com' at")
        == true)
    #expect(
      try add(2)
        == "ResourceNotFoundException: Layer version \(PermissionFixture.layer):2 does not exist.")
    #expect(
      try add(0) == "InvalidParameterValueException: Layer Version Cannot be less than 1")
    #expect(
      try add(1, revisionID: "x") == "PreconditionFailedException: The Revision Id provided does "
        + "not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest "
        + "Revision Id")
    #expect(try add(1) == nil)
    #expect(try add(1)?.hasPrefix("ResourceConflictException: The statement id (a)") == true)
  }
}
