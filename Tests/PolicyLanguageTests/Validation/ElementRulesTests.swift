import JSONText
import PolicyLanguage
import Testing

@Suite("Rules on the elements of stored policies")
struct ElementRulesTests {
  @Test("a policy that AWS would not store is refused", arguments: sids + actions + resources)
  func refuses(_ policy: FaultyPolicy) { policy.expectOnlyWhenStored(.error) }

  @Test("the same documents are read from elsewhere", arguments: sids + actions + resources)
  func areRead(_ policy: FaultyPolicy) {
    #expect(PolicyParser.parse(policy.text.bytes).document != nil)
  }

  @Test("an ARN whose last wildcard fills the missing fields is a warning")
  func expandedARN() {
    resource(
      "arn:aws:lambda:*", "missing-arn-field",
      "the ARN `arn:aws:lambda:*` has fewer than six fields"
    ).expectOnlyWhenStored(.warning)
  }

  @Test("every accepted form of an action passes", arguments: acceptedActions)
  func acceptsAction(_ action: String) {
    expectNoRemark(#""Effect": "Allow", "Action": "\#(action)", "Resource": "*""#)
  }

  @Test("every accepted form of a resource passes", arguments: acceptedResources)
  func acceptsResource(_ resource: String) {
    expectNoRemark(#""Effect": "Deny", "Action": "*", "NotResource": ["*", "\#(resource)"]"#)
  }

  @Test("a Sid of letters and digits passes, also an empty one, and none at all")
  func acceptsSids() {
    expectNoRemark(#""Sid": "Allow1", "Effect": "Deny", "Action": "*", "Resource": "*""#)
    expectNoRemark(#""Sid": "", "Effect": "Deny", "Action": "*", "Resource": "*""#)
  }

  @Test("resource-based policies have freer Sids and resources")
  func resourceBasedPolicies() {
    let text = #"""
      {"Statement": [
        {"Sid": "allow-s3", "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "api:/*"},
        {"Sid": "allow-s3", "Effect": "Deny", "Principal": "*", "Action": "*"}
      ]}
      """#
    let parsed = PolicyValidator.validate(Array(text.utf8), as: .resource)
    #expect(parsed.document != nil)
    #expect(parsed.diagnostics == [])
  }

  private func expectNoRemark(_ members: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    let text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\(members)}]}"
    let parsed = PolicyValidator.validate(Array(text.utf8), as: .identity)
    #expect(parsed.diagnostics == [], sourceLocation: sourceLocation)
    #expect(parsed.document != nil, sourceLocation: sourceLocation)
  }

  static let acceptedActions = [
    "*", "lambda:InvokeFunction", "lambda:*", "s3:Get?bject", "LAMBDA:invokefunction", "s*:Get*",
    "execute-api:Invoke", "a4b:x", "apigateway:GET",
  ]

  static let acceptedResources = [
    "arn:aws:lambda:us-east-1:111122223333:function:orders:*",
    "arn:aws:s3:::bucket/key with spaces",
    "arn:aws-us-gov:iam::111122223333:role/app", "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:*:s3:::bucket", "arn:aws:sns:*:*:*", "arn:aws:iam::1111*:role/x",
    "arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::b/a:b:c",
    "arn:aws:aws-marketplace:us-east-1:aws:product/x",
  ]

  static let sids: [FaultyPolicy] = [
    .init(
      #""Sid": ▸"allow-s3", "Effect": "Deny", "Action": "*", "Resource": "*""#, "unsupported-sid",
      "the `Sid` `allow-s3` may have letters and digits only"),
    .init(
      #""Sid": ▸"é", "Effect": "Deny", "Action": "*", "Resource": "*""#, "unsupported-sid",
      "the `Sid` `é` may have letters and digits only"),
    .init(
      document: #"""
        {"Statement": [
          {"Sid": "a", "Effect": "Deny", "Action": "*", "Resource": "*"},
          {"Sid": ▸"a", "Effect": "Deny", "Action": "*", "Resource": "*"}
        ]}
        """#, "unique-sids-required", "the `Sid` `a` stands at an earlier statement too"),
  ]

  static let actions: [FaultyPolicy] = [
    "", "InvokeFunction", "lambda:", ":InvokeFunction", "lambda:Invoke Function", "**",
    "lambda:invoke:function", "lambda.InvokeFunction", "lambda:é",
  ].map {
    FaultyPolicy(
      #""Effect": "Deny", "Action": ["*", ▸"\#($0)"], "Resource": "*""#, "invalid-action",
      "`\($0)` is no action")
  }

  static let resources: [FaultyPolicy] = [
    resource("", "invalid-arn-prefix", "the resource `` is neither `*` nor an ARN"),
    resource("orders", "invalid-arn-prefix", "the resource `orders` is neither `*` nor an ARN"),
    resource(
      "ARN:aws:s3:::b", "invalid-arn-prefix",
      "the resource `ARN:aws:s3:::b` is neither `*` nor an ARN"),
    resource("**", "invalid-arn-prefix", "the resource `**` is neither `*` nor an ARN"),
    resource("arn", "invalid-arn-prefix", "the resource `arn` is neither `*` nor an ARN"),
    resource("arn:amazon:s3:::b", "invalid-partition", "`amazon` is no partition of AWS"),
    resource("arn::s3:::b", "invalid-partition", "`` is no partition of AWS"),
    resource("arn:aws", "missing-arn-field", "the ARN `arn:aws` lacks a field"),
    resource("arn:aws::::b", "missing-arn-field", "the ARN `arn:aws::::b` lacks a field"),
    resource("arn:aws:s3::b", "missing-arn-field", "the ARN `arn:aws:s3::b` lacks a field"),
    resource("arn:aws:s3", "missing-arn-field", "the ARN `arn:aws:s3` lacks a field"),
    resource("arn:aws:s3:::", "missing-arn-field", "the ARN `arn:aws:s3:::` lacks a field"),
    resource(
      "arn:aws:s3*", "wildcard-in-arn-service",
      "an ARN's service cannot hold a wildcard, as `s3*` does"),
    resource(
      "arn:aws:*:*:*:*", "wildcard-in-arn-service",
      "an ARN's service cannot hold a wildcard, as `*` does"),
    resource(
      "arn:aws:S3:::b", "invalid-arn-service-case", "the service `S3` must be in lower case"),
    resource(
      "arn:aws:iam::11112222333:role/x", "invalid-arn-account",
      "`11112222333` is no account id, which has twelve digits"),
  ]

  private static func resource(_ text: String, _ code: String, _ message: String) -> FaultyPolicy {
    FaultyPolicy(
      #""Effect": "Deny", "Action": "*", "Resource": ["*", ▸"\#(text)"]"#, code, message)
  }

  private func resource(_ text: String, _ code: String, _ message: String) -> FaultyPolicy {
    Self.resource(text, code, message)
  }
}
