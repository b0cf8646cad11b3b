import JSONText
import PolicyLanguage
import Testing

@Suite("Principals")
struct PrincipalParsingTests {
  @Test("every form of a principal is read", arguments: acceptedForms)
  func accepts(_ key: PrincipalKey, _ text: String, _ pattern: PrincipalPattern) throws {
    #expect(try PrincipalPattern(text, under: key) == pattern)
  }

  @Test("what is no principal is refused, with the reason", arguments: refusedForms)
  func refuses(_ key: PrincipalKey, _ text: String, _ fault: PrincipalFault) {
    #expect(throws: fault) { try PrincipalPattern(text, under: key) }
  }

  @Test("a faulty principal element is refused with the place of its fault", arguments: elements)
  func refusesElement(_ policy: FaultyPolicy) { policy.expectOnly(.error) }

  @Test("the entries of all kinds are taken together, single or in lists")
  func entries() throws {
    let text = """
      {"Statement": [{"Effect": "Allow", "Action": "*", "Principal": {
        "Service": ["lambda.amazonaws.com", "s3.amazonaws.com"], "AWS": "*"
      }}, {"Effect": "Deny", "Action": "*", "NotPrincipal": "*"}]}
      """
    let document = try #require(PolicyParser.parse(Array(text.utf8)).document)
    #expect(
      document.statements.map(\.principal) == [
        PrincipalElement([
          .service("lambda.amazonaws.com"), .service("s3.amazonaws.com"), .everyone,
        ]),
        PrincipalElement([.everyone], isNegated: true),
      ])
  }

  // Adding a form widens what permreg reads as a principal; removing one makes stored policies
  // invalid. Either needs a reason in AWS's manual.
  static let acceptedForms: [(PrincipalKey, String, PrincipalPattern)] =
    [
      (.aws, "*", .everyone),
      (.aws, "111122223333", .account(id: "111122223333", partition: nil)),
      (.aws, "arn:aws:iam::111122223333:root", .account(id: "111122223333", partition: "aws")),
      (
        .aws, "arn:aws-cn:iam::111122223333:root", .account(id: "111122223333", partition: "aws-cn")
      ),
      (.federated, "accounts.google.com", .federated("accounts.google.com")),
      (.service, "lambda.amazonaws.com", .service("lambda.amazonaws.com")),
      (.service, "s3.eu-south-1.amazonaws.com", .service("s3.eu-south-1.amazonaws.com")),
      (.service, "alexa-appkit.amazon.com", .service("alexa-appkit.amazon.com")),
      (.service, "ec2.amazonaws.com.cn", .service("ec2.amazonaws.com.cn")),
    ]
    + [
      "arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/team/a.b@c",
      "arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/service-role/app",
      "arn:aws:sts::111122223333:assumed-role/app/session",
      "arn:aws:sts::111122223333:federated-user/bob",
      "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
    ].map { (.aws, $0, .arn($0)) }
    + ["AIDACKCEVSQ6C2EXAMPLE", "AROADBQP57FF2AEXAMPLE"].map { (.aws, $0, .uniqueID($0)) }
    + [
      "arn:aws:iam::111122223333:saml-provider/idp",
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      "cognito-identity.amazonaws.com", "graph.facebook.com",
    ].map { (.federated, $0, .federated($0)) }
    + [(.canonicalUser, "79a59df900b949e5", .canonicalUser("79a59df900b949e5"))]

  static let refusedForms: [(PrincipalKey, String, PrincipalFault)] =
    [
      "arn:aws:iam::111122223333:role/*", "arn:aws:iam::*:root",
      "arn:aws:iam::111122223333:user/a?",
      "**", "arn:aws:sts::111122223333:assumed-role/app/*",
    ].map { (.aws, $0, .wildcard) }
    + [
      (.service, "*", .wildcard), (.service, "*.amazonaws.com", .wildcard),
      (.federated, "*", .wildcard), (.canonicalUser, "*", .wildcard),
      (.aws, "arn:aws:iam::111122223333:group/admins", .group),
    ]
    + [
      "", "11112222333", "1111222233334", "11112222333x", "alice", "arn:aws:iam::111122223333",
      "arn:aws:iam::111122223333:role/", "arn:aws:iam::111122223333:role", "arn:aws:iam:::role/app",
      "arn:aws:iam::111122223333:user//alice", "arn:aws:iam::111122223333:root/x",
      "arn:aws:iam:us-east-1:111122223333:role/app", "arn::iam::111122223333:role/app",
      "arn:aws:iam::111122223333:policy/p", "arn:aws:sts::111122223333:assumed-role/app",
      "arn:aws:sts::111122223333:assumed-role/team/app/session",
      "arn:aws:lambda:us-east-1:111122223333:function:f", "AIDA", "AIDAckcevsq6c2example",
      "AGPACKCEVSQ6C2EXAMPLE", "lambda.amazonaws.com",
      "arn:aws:iam::111122223333:saml-provider/idp",
    ].map { (.aws, $0, .format) }
    + [
      (.service, "", .format), (.service, "lambda", .format), (.service, "a b.com", .format),
      (.service, "arn:aws:iam::111122223333:root", .format), (.federated, "", .format),
      (.federated, "arn:aws:iam::111122223333:role/app", .format),
      (.federated, "arn:aws:iam::111122223333:saml-provider/", .format),
      (.canonicalUser, "", .format), (.canonicalUser, "a-b", .format),
    ]

  static let elements: [FaultyPolicy] = [
    element(
      #"▸"arn:aws:iam::111122223333:root""#, "invalid-principal-format",
      "`Principal` cannot be the string `arn:aws:iam::111122223333:root`, only `*`"),
    element(
      #"▸["*"]"#, "data-type-mismatch",
      #"`Principal` must be `"*"` or an object, but this is an array"#),
    element(
      #"{▸"aws": "*"}"#, "invalid-principal-key", "`aws` is no kind of principal in `Principal`",
      help: "did you mean `AWS`?"),
    element(
      #"{▸"Everyone": "*"}"#, "invalid-principal-key",
      "`Everyone` is no kind of principal in `Principal`",
      help: "the kinds of principal are AWS, Service, Federated, CanonicalUser"),
    element(
      #"{"AWS": ▸{}}"#, "data-type-mismatch",
      "`AWS` must be a string or an array of strings, but this is an object"),
    element(
      #"{"AWS": ["*", ▸111122223333]}"#, "data-type-mismatch",
      "`AWS` must be a string, but this is a number"),
    element(
      #"{"AWS": [▸"arn:aws:iam::111122223333:role/*"]}"#, "unsupported-wildcard-in-principal",
      "a principal cannot hold a wildcard, as `arn:aws:iam::111122223333:role/*` does"),
    element(
      #"{"AWS": ▸"arn:aws:iam::111122223333:group/g"}"#, "unsupported-principal",
      "`arn:aws:iam::111122223333:group/g` is a user group, which is no principal"),
    element(
      #"{"Service": ▸"lambda"}"#, "invalid-principal-format",
      "`lambda` is no principal of kind `Service`",
      help: "name a service principal, such as `lambda.amazonaws.com`"),
  ]

  private static func element(
    _ principal: String, _ code: String, _ message: String, help: String? = nil
  ) -> FaultyPolicy {
    FaultyPolicy(
      #""Effect": "Allow", "Action": "*", "Principal": \#(principal)"#, code, message, help: help)
  }
}
