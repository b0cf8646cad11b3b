import Foundation
import RecordEditing
import Registry
import Testing

/// Statements as AddPermission and AddLayerVersionPermission were recorded to store them.
@Suite("The stored statement")
struct StatementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var function = "orders"
    var qualifier: String?
    let permission: FunctionPermission
    /// The statement with `F` for the function's ARN.
    let statement: String

    var testDescription: String { name }

    init(
      _ name: String, _ permission: FunctionPermission, function: String = "orders",
      qualifier: String? = nil, _ statement: String
    ) {
      self.name = name
      self.function = function
      self.qualifier = qualifier
      self.permission = permission
      self.statement = statement.replacingOccurrences(
        of: "F\"", with: PermissionFixture.orders + "\""
      )
      .replacingOccurrences(of: "F:", with: PermissionFixture.orders + ":")
    }
  }

  static func permission(
    _ statementID: String, _ principal: String, action: String = "lambda:InvokeFunction",
    _ change: (inout FunctionPermission) -> Void = { _ in }
  ) -> FunctionPermission {
    var permission = invocation(statementID, principal: principal, action: action)
    change(&permission)
    return permission
  }

  static let everyCondition = permission("urlPermission", "*", action: "lambda:InvokeFunctionUrl") {
    $0.sourceARN = "arn:aws:s3:::bucket"
    $0.sourceAccount = "111111111111"
    $0.functionURLAuthType = "NONE"
    $0.principalOrganizationID = "o-1234567890"
  }

  static let cases: [Case] = [
    Case(
      "a service and the ARN that it calls for",
      permission("s3", "s3.amazonaws.com") { $0.sourceARN = "arn:aws:s3:::bucket" },
      #"{"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"F","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}}"#
    ),
    Case(
      "a service and the account that it calls for",
      permission("lambda", "lambda.amazonaws.com") { $0.sourceAccount = "111111111111" },
      #"{"Sid":"lambda","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"F","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111"}}}"#
    ),
    Case(
      "everyone", permission("wildcard", "*") { $0.sourceAccount = "111111111111" },
      #"{"Sid":"wildcard","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"F","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111"}}}"#
    ),
    Case(
      "an account id", permission("account-id", "111111111111"),
      #"{"Sid":"account-id","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"lambda:InvokeFunction","Resource":"F"}"#
    ),
    Case(
      "a user's ARN",
      permission("user-arn", "arn:aws:iam::111111111111:user/u") {
        $0.sourceAccount = "111111111111"
      },
      #"{"Sid":"user-arn","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/u"},"Action":"lambda:InvokeFunction","Resource":"F","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111"}}}"#
    ),
    Case(
      "a URL with all conditions", everyCondition,
      #"{"Sid":"urlPermission","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"F","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111","lambda:FunctionUrlAuthType":"NONE","aws:PrincipalOrgID":"o-1234567890"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}}"#
    ),
    Case(
      "an Alexa skill", permission("alexaSkill", "*") { $0.eventSourceToken = "amzn1.ask.skill.x" },
      #"{"Sid":"alexaSkill","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"F","Condition":{"StringEquals":{"lambda:EventSourceToken":"amzn1.ask.skill.x"}}}"#
    ),
    Case(
      "Alexa itself, whose domain is another", permission("alexa", "alexa-appkit.amazon.com"),
      #"{"Sid":"alexa","Effect":"Allow","Principal":{"Service":"alexa-appkit.amazon.com"},"Action":"lambda:InvokeFunction","Resource":"F"}"#
    ),
    Case(
      "a version", permission("s3", "s3.amazonaws.com"), qualifier: "1",
      #"{"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"F:1"}"#
    ),
    Case(
      "an alias", permission("s3", "s3.amazonaws.com"), qualifier: "prod",
      #"{"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"F:prod"}"#
    ),
    Case(
      "a public URL",
      permission("FunctionURLAllowPublicAccess", "*", action: "lambda:InvokeFunctionUrl") {
        $0.functionURLAuthType = "NONE"
      },
      #"{"Sid":"FunctionURLAllowPublicAccess","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"F","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}}"#
    ),
    Case(
      "calls through a public URL",
      permission("FunctionURLInvokeAllowPublicAccess", "*") { $0.isInvokedViaFunctionURL = true },
      #"{"Sid":"FunctionURLInvokeAllowPublicAccess","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"F","Condition":{"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}}"#
    ),
    Case(
      "an organization", permission("org", "*") { $0.principalOrganizationID = "o-t194hfs8cz" },
      #"{"Sid":"org","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"F","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-t194hfs8cz"}}}"#
    ),
    Case(
      "any action, as it was written", permission("any", "111111111111", action: "lambda:*"),
      #"{"Sid":"any","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"lambda:*","Resource":"F"}"#
    ),
  ]

  @Test("is what AWS stores, byte for byte", arguments: cases)
  func statement(_ expected: Case) throws {
    let fixture = try PermissionFixture()
    let stored = try fixture.edit {
      try $0.add(
        expected.permission, to: expected.function, qualifier: expected.qualifier, revisionID: nil)
    }
    #expect(stored.text == expected.statement)
    let policy = try fixture.policy(qualifier: expected.qualifier)
    #expect(
      policy.text
        == #"{"Version":"2012-10-17","Id":"default","Statement":[\#(expected.statement)]}"#)
    #expect(policy.revisionID == stored.revisionID)
  }

  @Test(
    "names the function in full, in whichever form it was named",
    arguments: [
      ("orders", nil, ""), ("orders:prod", nil, ":prod"), ("orders", "prod", ":prod"),
      ("orders:prod", "prod", ":prod"), ("orders:1", nil, ":1"), ("function:orders", nil, ""),
      ("111122223333:function:orders", nil, ""),
      ("111122223333:function:orders:prod", nil, ":prod"),
      ("us-east-1:111122223333:function:orders", nil, ""), (PermissionFixture.orders, nil, ""),
      (PermissionFixture.orders + ":1", nil, ":1"), (PermissionFixture.orders, "prod", ":prod"),
    ] as [(String, String?, String)])
  func forms(_ function: String, _ qualifier: String?, _ suffix: String) throws {
    let fixture = try PermissionFixture()
    let stored = try fixture.edit {
      try $0.add(invocation(), to: function, qualifier: qualifier, revisionID: nil)
    }
    #expect(stored.text.contains(#""Resource":"\#(PermissionFixture.orders)\#(suffix)""#))
  }

  @Test("names the root of an account in the partition of the function")
  func partition() throws {
    let fixture = try PermissionFixture()
    let arn = "arn:aws-cn:lambda:cn-north-1:111122223333:function:f"
    try fixture.write { writer in
      try writer.put(
        Function(arn: arn, layers: [], subnets: [], securityGroups: [], fileSystems: []))
    }
    let stored = try fixture.edit(account: PermissionFixture.account, region: "cn-north-1") {
      try $0.add(
        invocation(principal: "444455556666"), to: "f", qualifier: nil, revisionID: nil)
    }
    #expect(stored.text.contains(#"{"AWS":"arn:aws-cn:iam::444455556666:root"}"#))
  }

  @Test(
    "of a layer version is what AWS stores, byte for byte",
    arguments: [
      (
        LayerPermission(
          statementID: "xaccount", action: "lambda:GetLayerVersion", principal: "111122223333"),
        #"{"Sid":"xaccount","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"lambda:GetLayerVersion","Resource":"L:1"}"#
      ),
      (
        LayerPermission(statementID: "all", action: "lambda:GetLayerVersion", principal: "*"),
        #"{"Sid":"all","Effect":"Allow","Principal":"*","Action":"lambda:GetLayerVersion","Resource":"L:1"}"#
      ),
      (
        LayerPermission(
          statementID: "org", action: "lambda:GetLayerVersion", principal: "*",
          organizationID: "o-t194hfs8cz"),
        #"{"Sid":"org","Effect":"Allow","Principal":"*","Action":"lambda:GetLayerVersion","Resource":"L:1","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-t194hfs8cz"}}}"#
      ),
    ])
  func layer(_ permission: LayerPermission, _ statement: String) throws {
    let expected = statement.replacingOccurrences(of: "L:", with: PermissionFixture.layer + ":")
    for name in ["common", PermissionFixture.layer] {
      let fixture = try PermissionFixture()
      let layer = LayerVersionName(layer: name, version: 1)
      let stored = try fixture.edit { try $0.add(permission, to: layer, revisionID: nil) }
      #expect(stored.text == expected)
      let policy = try fixture.place().policy(of: layer)
      #expect(
        policy.text == #"{"Version":"2012-10-17","Id":"default","Statement":[\#(expected)]}"#)
      #expect(policy.revisionID == stored.revisionID)
    }
  }
}
