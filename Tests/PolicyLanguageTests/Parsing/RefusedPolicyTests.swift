import JSONText
import PolicyLanguage
import Testing

@Suite("Policies that the grammar refuses")
struct RefusedPolicyTests {
  @Test("an invalid document is refused with the place of its fault", arguments: documents)
  func refusesDocument(_ policy: FaultyPolicy) { policy.expectOnly(.error) }

  @Test("an invalid statement is refused with the place of its fault", arguments: statements)
  func refusesStatement(_ policy: FaultyPolicy) { policy.expectOnly(.error) }

  @Test("an invalid condition is refused with the place of its fault", arguments: conditions)
  func refusesCondition(_ policy: FaultyPolicy) { policy.expectOnly(.error) }

  @Test("every fault of a document is found, in the order of the text")
  func manyFaults() {
    let policy = MarkedText(
      """
      {
        "Version": ▸"2012",
        "Statement": [
          ▸{"Action": "*", "Resource": "*"},
          {"Effect": ▸"allow", "Action": ▸1, ▸"resource": "*"}
        ]
      }
      """)
    let parsed = PolicyParser.parse(policy.bytes)
    #expect(parsed.document == nil)
    #expect(parsed.diagnostics.map(\.position) == policy.positions)
    #expect(
      parsed.diagnostics.map(\.code) == [
        "invalid-version", "missing-effect", "invalid-effect", "data-type-mismatch",
        "invalid-policy-element",
      ])
  }

  static let documents: [FaultyPolicy] = [
    .init(document: "▸", "json-syntax", "expected a value but found the end of the text"),
    .init(
      document: "▸[]", "data-type-mismatch", "a policy must be an object, but this is an array"),
    .init(
      document: #"{"Statement": [], ▸"Statement": []}"#, "json-duplicate-key",
      "key `Statement` stands twice in one object, first on line 1, column 2"),
    .init(document: "▸{}", "missing-statement", "the policy has no `Statement`"),
    .init(
      document: #"{"Version": ▸"2012-10-18", "Statement": []}"#, "invalid-version",
      "`2012-10-18` is no version of the policy language",
      help: "use `2012-10-17`, or `2008-10-17` for a policy without variables"),
    .init(
      document: #"{"Version": ▸20121017, "Statement": []}"#, "data-type-mismatch",
      "`Version` must be a string, but this is a number"),
    .init(
      document: #"{"Id": ▸null, "Statement": []}"#, "data-type-mismatch",
      "`Id` must be a string, but this is null"),
    .init(
      document: #"{▸"version": "2012-10-17", "Statement": []}"#, "invalid-policy-element",
      "`version` is no element of a policy", help: "did you mean `Version`?"),
    .init(
      document: #"{"Statement": [], ▸"Comment": "x"}"#, "invalid-policy-element",
      "`Comment` is no element of a policy",
      help: "the elements of a policy are Version, Id, Statement"),
    .init(
      document: #"{"Statement": ▸"x"}"#, "data-type-mismatch",
      "a statement must be an object, but this is a string"),
    .init(
      document: #"{"Statement": [▸[]]}"#, "data-type-mismatch",
      "a statement must be an object, but this is an array"),
  ]

  static let statements: [FaultyPolicy] = [
    .init(
      #""Effect": "Allow", "Action": "*", "Resource": "*", ▸"Conditions": {}"#,
      "invalid-policy-element", "`Conditions` is no element of a statement",
      help: "did you mean `Condition`?"),
    .init(
      #""Effect": "Allow", "Action": "*", "Resource": "*", ▸"condition": {}"#,
      "invalid-policy-element", "`condition` is no element of a statement",
      help: "did you mean `Condition`?"),
    .init(
      #""Effect": "Allow", "Action": "*", ▸"Zzz": 1"#, "invalid-policy-element",
      "`Zzz` is no element of a statement",
      help: "the elements of a statement are Sid, Effect, Principal, NotPrincipal, Action, "
        + "NotAction, Resource, NotResource, Condition"),
    .init(
      document: #"{"Statement": ▸{"Action": "*"}}"#, "missing-effect",
      "the statement has no `Effect`"),
    .init(
      #""Effect": ▸"deny", "Action": "*""#, "invalid-effect", "`deny` is no effect",
      help: "the effects are `Allow` and `Deny`, spelt like this"),
    .init(
      #""Effect": ▸["Allow"], "Action": "*""#, "data-type-mismatch",
      "`Effect` must be a string, but this is an array"),
    .init(
      #""Sid": ▸1, "Effect": "Allow", "Action": "*""#, "data-type-mismatch",
      "`Sid` must be a string, but this is a number"),
    .init(
      document: #"{"Statement": ▸{"Effect": "Allow", "Resource": "*"}}"#, "missing-action",
      "the statement has neither `Action` nor `NotAction`"),
    .init(
      #""Effect": "Allow", "NotAction": "a:b", ▸"Action": "*""#, "unsupported-element-combination",
      "a statement cannot have both `Action` and `NotAction`"),
    .init(
      #""Effect": "Allow", "Action": "*", "Resource": "*", ▸"NotResource": "*""#,
      "unsupported-element-combination",
      "a statement cannot have both `Resource` and `NotResource`"),
    .init(
      #""Effect": "Allow", "Action": "*", "Principal": "*", ▸"NotPrincipal": "*""#,
      "unsupported-element-combination",
      "a statement cannot have both `Principal` and `NotPrincipal`"),
    .init(
      #""Effect": "Allow", "Action": ▸null"#, "data-type-mismatch",
      "`Action` must be a string or an array of strings, but this is null"),
    .init(
      #""Effect": "Allow", "NotAction": ["a:b", ▸1]"#, "data-type-mismatch",
      "`NotAction` must be a string, but this is a number"),
    .init(
      #""Effect": "Allow", "Action": "*", "Resource": ▸{}"#, "data-type-mismatch",
      "`Resource` must be a string or an array of strings, but this is an object"),
    .init(
      #""Effect": "Allow", "Action": "*", "NotResource": [▸["*"]]"#, "data-type-mismatch",
      "`NotResource` must be a string, but this is an array"),
  ]

  static let conditions: [FaultyPolicy] = [
    condition(
      "▸[]", "data-type-mismatch", "`Condition` must be an object, but this is an array"),
    condition(
      #"{▸"StringEqual": {}}"#, "invalid-condition-operator",
      "`StringEqual` is no condition operator", help: "did you mean `StringEquals`?"),
    condition(
      #"{▸"ForAllValues:Equals": {}}"#, "invalid-condition-operator",
      "`ForAllValues:Equals` is no condition operator"),
    condition(
      #"{▸"IfExists": {}}"#, "invalid-condition-operator", "`IfExists` is no condition operator"),
    condition(
      #"{▸"NullIfExists": {"a:b": "true"}}"#, "null-with-if-exists",
      "`Null` cannot be combined with `IfExists`"),
    condition(
      #"{▸"ForAnyValue:NullIfExists": {"a:b": "true"}}"#, "null-with-if-exists",
      "`Null` cannot be combined with `IfExists`"),
    condition(
      #"{"Bool": ▸"true"}"#, "data-type-mismatch", "`Bool` must be an object, but this is a string"),
    condition(
      #"{"Bool": {"aws:SecureTransport": ▸null}}"#, "data-type-mismatch",
      "a value of `aws:SecureTransport` must be a string, a number or a Boolean, but this is null"),
    condition(
      #"{"StringLike": {"a:b": ["x", ▸{}]}}"#, "data-type-mismatch",
      "a value of `a:b` must be a string, a number or a Boolean, but this is an object"),
    condition(
      #"{"StringLike": {"a:b": [▸["x"]]}}"#, "data-type-mismatch",
      "a value of `a:b` must be a string, a number or a Boolean, but this is an array"),
    condition(
      #"{"StringLike": {"aws:SourceArn": "x", ▸"AWS:SourceArn": "y"}}"#,
      "duplicate-keys-with-different-case", "`AWS:SourceArn` and `aws:SourceArn` are the same key",
      help: "write the values of both as one list"),
    condition(
      #"{"StringLike": {"a:b": "x"}, ▸"stringlike": {"c:d": "x"}}"#,
      "duplicate-keys-with-different-case", "`stringlike` and `StringLike` are the same key"),
  ]

  private static func condition(
    _ condition: String, _ code: String, _ message: String, help: String? = nil
  ) -> FaultyPolicy {
    FaultyPolicy(
      #""Effect": "Allow", "Action": "*", "Condition": \#(condition)"#, code, message, help: help)
  }
}
