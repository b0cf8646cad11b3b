import JSONText
import PolicyLanguage
import Testing

@Suite("Rules on conditions and variables of stored policies")
struct ConditionRulesTests {
  @Test("a policy with a faulty condition is refused", arguments: conditions)
  func refusesCondition(_ policy: FaultyPolicy) { policy.expectOnlyWhenStored(.error) }

  @Test("a policy with a faulty variable is refused", arguments: variables)
  func refusesVariable(_ policy: FaultyPolicy) { policy.expectOnlyWhenStored(.error) }

  @Test("a variable that AWS will not process is a warning", arguments: unprocessed)
  func warnsOfVariable(_ policy: FaultyPolicy) { policy.expectOnlyWhenStored(.warning) }

  @Test("good conditions pass", arguments: accepted)
  func accepts(_ condition: String) {
    let text = """
      {"Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": \(condition)
      }}
      """
    let parsed = PolicyValidator.validate(Array(text.utf8), as: .identity)
    #expect(parsed.diagnostics == [])
    #expect(parsed.document != nil)
  }

  static let accepted = [
    "{}",
    #"{"Bool": {"aws:SecureTransport": false}}"#,
    #"{"Bool": {"aws:SecureTransport": ["false"]}}"#,
    #"{"NumericLessThan": {"aws:MultiFactorAuthAge": [1, 2]}}"#,
    #"{"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team, 'none'}"}}"#,
    #"{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/${aws:username}"}}"#,
    #"{"StringLike": {"token.actions.githubusercontent.com:sub": "repo:o/r:*"}}"#,
    #"{"StringEquals": {"ec2:ResourceTag/a/b": "x"}}"#,
    #"{"StringEquals": {"aws:RequestTag/${aws:username}": "x"}}"#,
  ]

  static let conditions: [FaultyPolicy] = [
    condition(
      #"{"StringLike": {▸"SourceArn": "x"}}"#, "invalid-condition-key-format",
      "`SourceArn` is no condition key"),
    condition(
      #"{"StringLike": {▸":SourceArn": "x"}}"#, "invalid-condition-key-format",
      "`:SourceArn` is no condition key"),
    condition(
      #"{"StringLike": {▸"aws:": "x"}}"#, "invalid-condition-key-format",
      "`aws:` is no condition key"),
    condition(
      #"{"StringLike": {▸"aws:ResourceTag": "x"}}"#, "missing-tag-key-in-condition",
      "the condition key `aws:ResourceTag` names no tag"),
    condition(
      #"{"StringLike": {▸"AWS:requesttag/": "x"}}"#, "missing-tag-key-in-condition",
      "the condition key `AWS:requesttag/` names no tag"),
    condition(
      #"{"StringEquals": {"a:b": ["x", "y", ▸1]}}"#, "invalid-condition-data-type",
      "the values of `a:b` mix a string and a number"),
    condition(
      #"{"BoolIfExists": {"a:b": ["true", ▸"false"]}}"#, "invalid-condition-multiple-boolean",
      "`Bool` compares `a:b` with one value only"),
  ]

  static let variables: [FaultyPolicy] = [
    resource(
      "${aws:username", "missing-brace-in-variable",
      "a variable in `arn:aws:s3:::b/${aws:username` is not closed"),
    resource("${}", "empty-variable", "a variable in `arn:aws:s3:::b/${}` names no key"),
    resource(
      "${aws:username }", "unsupported-space-in-variable",
      "the variable's key `aws:username ` holds a space"),
    resource(
      "${aws:username, none}", "missing-quote-in-variable",
      "the default of the variable `aws:username` lacks its quotes"),
    condition(
      #"{"StringLike": {"a:b": ["x", ▸"${a:b"]}}"#, "missing-brace-in-variable",
      "a variable in `${a:b` is not closed"),
    condition(
      #"{"NumericEquals": {"a:b": ▸"${a:c}"}}"#, "invalid-variable-for-operator",
      "`NumericEquals` does not process policy variables"),
    condition(
      #"{"ForAnyValue:IpAddress": {"a:b": ▸"${*}"}}"#, "invalid-variable-for-operator",
      "`ForAnyValue:IpAddress` does not process policy variables"),
  ]

  static let unprocessed: [FaultyPolicy] = [
    .init(
      document: #"""
        {"Version": "2008-10-17", "Statement":
          {"Effect": "Deny", "Action": "*", "Resource": ▸"arn:aws:s3:::${aws:username}"}}
        """#, "variable-unsupported-in-version",
      "`arn:aws:s3:::${aws:username}` is ordinary text in a document that is not of version "
        + "2012-10-17"),
    .init(
      #""Effect": "Deny", "Action": "*", "Resource": ▸"arn:aws:iam::${aws:PrincipalAccount}:role/x""#,
      "variable-unsupported-in-element",
      "AWS documents variables in the last field of an ARN only, unlike in "
        + "`arn:aws:iam::${aws:PrincipalAccount}:role/x`"),
  ]

  @Test("an action with a variable is refused twice, as action and as place for a variable")
  func variableInAction() {
    let policy = MarkedText(
      #"{"Statement": {"Effect": "Deny", "Action": ▸"s3:${a:b}", "Resource": "*"}}"#)
    let found = PolicyValidator.validate(policy.bytes, as: .identity).diagnostics
    #expect(found.map(\.code) == ["invalid-action", "variable-unsupported-in-element"])
    #expect(found.map(\.position) == policy.positions + policy.positions)
  }

  private static func condition(
    _ condition: String, _ code: String, _ message: String
  ) -> FaultyPolicy {
    FaultyPolicy(
      #""Effect": "Deny", "Action": "*", "Resource": "*", "Condition": \#(condition)"#, code,
      message)
  }

  private static func resource(
    _ variable: String, _ code: String, _ message: String
  ) -> FaultyPolicy {
    FaultyPolicy(
      #""Effect": "Deny", "Action": "*", "Resource": ▸"arn:aws:s3:::b/\#(variable)""#, code, message
    )
  }
}
