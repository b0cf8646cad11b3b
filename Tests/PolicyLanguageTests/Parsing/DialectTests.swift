import JSONText
import PolicyLanguage
import Testing

@Suite("Dialects of the policy types")
struct DialectTests {
  @Test("what AWS refuses to store for a type is an error", arguments: refused)
  func refuses(_ policy: FaultyPolicy) { policy.expectOnly(.error) }

  @Test("what AWS stores, however odd, is a warning", arguments: doubted)
  func doubts(_ policy: FaultyPolicy) { policy.expectOnly(.warning) }

  @Test("the same documents are read where no type is given", arguments: refused)
  func readsWithoutType(_ policy: FaultyPolicy) {
    #expect(PolicyParser.parse(policy.text.bytes).document != nil)
  }

  @Test("a usual policy of each type is read without any remark", arguments: accepted)
  func accepts(_ type: PolicyType, _ members: String) {
    let text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\(members)}]}"
    let parsed = PolicyParser.parse(Array(text.utf8), as: type)
    #expect(parsed.document != nil)
    #expect(parsed.diagnostics == [])
  }

  static let accepted: [(PolicyType, String)] = [
    (.identity, #""Effect": "Allow", "Action": "lambda:*", "Resource": "*""#),
    (.permissionsBoundary, #""Effect": "Deny", "NotAction": "s3:*", "NotResource": "*""#),
    (.session, #""Effect": "Allow", "Action": "s3:Get*", "Resource": "*""#),
    (.resource, #""Effect": "Allow", "Principal": "*", "Action": "s3:Get*""#),
    (.resource, #""Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "*""#),
    (.vpcEndpoint, #""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*""#),
    (
      .trust,
      #""Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole""#
    ),
    (
      .trust,
      #""Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "STS:*""#
    ),
    (.trust, #""Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole""#),
    (.serviceControl, #""Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::b""#),
    (.serviceControl, #""Effect": "Allow", "Action": "s3:*Object", "NotResource": "*""#),
    (.resourceControl, #""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*""#),
    (.resourceControl, #""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*""#),
  ]

  static let refused: [FaultyPolicy] =
    [PolicyType.identity, .permissionsBoundary, .session, .serviceControl].flatMap {
      (type: PolicyType) in
      [
        FaultyPolicy(
          #""Effect": "Allow", ▸"Principal": "*", "Action": "*", "Resource": "*""#, as: type,
          "unsupported-principal", "a statement of \(type) cannot have `Principal`"),
        FaultyPolicy(
          #""Effect": "Deny", ▸"NotPrincipal": "*", "Action": "*", "Resource": "*""#, as: type,
          "unsupported-principal", "a statement of \(type) cannot have `NotPrincipal`"),
        FaultyPolicy(
          document: #"{"Version": "2012-10-17", "Statement": ▸{"Effect": "Deny", "Action": "*"}}"#,
          as: type, "missing-resource", "a statement of \(type) must have a `Resource`"),
      ]
    }
    + [PolicyType.resource, .trust, .vpcEndpoint].map { (type: PolicyType) in
      FaultyPolicy(
        document:
          #"{"Version": "2012-10-17", "Statement": ▸{"Effect": "Deny", "Action": "sts:*"}}"#,
        as: type, "missing-principal", "a statement of \(type) must have a `Principal`")
    }
    + [PolicyType.serviceControl, .resourceControl].map { (type: PolicyType) in
      FaultyPolicy(
        document: #"▸{"Statement": []}"#, as: type, "missing-version",
        "\(type) must have a `Version`")
    }
    + trust + resourceControl
    + [PolicyType.resource, .vpcEndpoint].map { (type: PolicyType) in
      FaultyPolicy(
        #""Effect": "Allow", "Principal": ▸{"Federated": "accounts.google.com"}, "Action": "*""#,
        as: type, "federated-principal-not-supported",
        "only role trust policies can name an identity provider, here `accounts.google.com`")
    }

  private static let trust: [FaultyPolicy] = [
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": "sts:*", ▸"Resource": "*""#, as: .trust,
      "role-trust-policy-syntax-error-resource",
      "a role trust policy cannot have `Resource`: the role is the resource"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": "sts:*", ▸"NotResource": "*""#, as: .trust,
      "role-trust-policy-syntax-error-resource",
      "a role trust policy cannot have `NotResource`: the role is the resource"),
    FaultyPolicy(
      #""Effect": "Deny", ▸"NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:*""#, as: .trust,
      "role-trust-policy-syntax-error-not-principal",
      "a role trust policy cannot have `NotPrincipal`"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": ▸["sts:*", "s3:GetObject"]"#, as: .trust,
      "unsupported-action-in-policy",
      "a role trust policy can name actions of AWS STS only, not `s3:GetObject`"),
  ]

  private static let resourceControl: [FaultyPolicy] = [
    FaultyPolicy(
      #""Effect": "Deny", "Principal": ▸{"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*""#,
      as: .resourceControl, "rcp-syntax-error-principal",
      "a resource control policy's principal must be `*`"),
    FaultyPolicy(
      #""Effect": "Deny", ▸"NotPrincipal": "*", "Action": "s3:*", "Resource": "*""#,
      as: .resourceControl, "rcp-syntax-error-notprincipal",
      "a resource control policy cannot have `NotPrincipal`"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", ▸"NotAction": "s3:*", "Resource": "*""#,
      as: .resourceControl, "rcp-syntax-error-notaction",
      "a resource control policy cannot have `NotAction`"),
    FaultyPolicy(
      #""Effect": ▸"Allow", "Principal": "*", "Action": "s3:*", "Resource": "*""#,
      as: .resourceControl, "rcp-syntax-error-allow", "a resource control policy can only deny"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": ▸"*", "Resource": "*""#, as: .resourceControl,
      "rcp-syntax-error-action",
      "a resource control policy cannot have a wildcard alone or inside an action, as in `*`"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": ▸["s3:Get*", "s3:*Object"], "Resource": "*""#,
      as: .resourceControl, "rcp-syntax-error-action",
      "a resource control policy cannot have a wildcard alone or inside an action, as in "
        + "`s3:*Object`"),
  ]

  static let doubted: [FaultyPolicy] = [
    FaultyPolicy(
      #""Effect": "Allow", "Principal": ▸{"AWS": "*"}, "Action": "sts:AssumeRole""#, as: .trust,
      "role-trust-policy-unsupported-wildcard-in-principal", "the role trusts everyone"),
    FaultyPolicy(
      #""Effect": "Deny", "Principal": "*", "Action": ▸"*""#, as: .trust,
      "wildcard-in-trust-action",
      "a role trust policy names actions of AWS STS, and `*` names others too"),
    FaultyPolicy(
      document: #"{▸"Id": "x", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}"#,
      as: .identity, "unsupported-id",
      "`Id` belongs to resource-based policies, not to an identity-based policy"),
  ]
}
