import JSONText
import PolicyLanguage
import Testing

@Suite("Policies that are read")
struct ReadPolicyTests {
  private func read(_ text: String) throws -> PolicyDocument {
    let parsed = PolicyParser.parse(Array(text.utf8))
    #expect(parsed.diagnostics == [])
    return try #require(parsed.document)
  }

  @Test("every element of a document is read")
  func everyElement() throws {
    let policy = MarkedText(
      """
      {
        "Version": "2012-10-17",
        "Id": "default",
        "Statement": [▸{
          "Sid": "one",
          "Effect": "Allow",
          "Principal": {"AWS": "111122223333"},
          "Action": ["lambda:InvokeFunction", "lambda:Get*"],
          "Resource": "arn:aws:lambda:*:*:function:${aws:username}",
          "Condition": {
            "StringEquals": {▸"aws:SourceAccount": ["1", "2"], ▸"AWS:PrincipalOrgID": "o-1"},
            "ForAnyValue:NumericLessThanIfExists": {▸"a:b": [5, 1.50, "7"]},
            "Bool": {▸"aws:SecureTransport": true}
          }
        }, ▸{"Effect": "Deny", "NotAction": "iam:*", "NotResource": ["*"]}]
      }
      """)
    let parsed = PolicyParser.parse(policy.bytes)
    let document = try #require(parsed.document)
    #expect(parsed.diagnostics == [])
    #expect(document.version == .v2012)
    #expect(document.id == "default")
    let (first, second) = (document.statements[0], document.statements[1])
    #expect(first.sid == "one")
    #expect(first.effect == .allow)
    #expect(first.principal == PrincipalElement([.account(id: "111122223333", partition: nil)]))
    #expect(first.action == ActionElement(["lambda:InvokeFunction", "lambda:Get*"]))
    #expect(first.resource == ResourceElement(["arn:aws:lambda:*:*:function:${aws:username}"]))
    #expect(
      first.conditions.map(\.key) == [
        "aws:SourceAccount", "AWS:PrincipalOrgID", "a:b", "aws:SecureTransport",
      ])
    #expect(
      first.conditions.map(\.values) == [["1", "2"], ["o-1"], ["5", "1.50", "7"], ["true"]])
    #expect(
      first.conditions.map(\.operator.description) == [
        "StringEquals", "StringEquals", "ForAnyValue:NumericLessThanIfExists", "Bool",
      ])
    #expect(second.sid == nil && second.principal == nil && second.conditions.isEmpty)
    #expect(second.action == ActionElement(["iam:*"], isNegated: true))
    #expect(second.resource == ResourceElement(["*"], isNegated: true))
    let positions =
      [first.position] + first.conditions.map(\.position) + [second.position]
    #expect(positions == policy.positions)
  }

  @Test(
    "a document need not state its version",
    arguments: [
      ("", nil), (#""Version": "2008-10-17","#, .v2008), (#""Version": "2012-10-17","#, .v2012),
    ]
      as [(String, PolicyVersion?)])
  func versions(_ element: String, _ version: PolicyVersion?) throws {
    let document = try read("{\(element)\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\"}}")
    #expect(document.version == version)
  }

  @Test("a statement alone and a list of one mean the same")
  func singleStatement() throws {
    let alone = try read(#"{"Statement": {"Effect": "Deny", "Action": "*"}}"#)
    let listed = try read(#"{"Statement": [{"Effect": "Deny", "Action": ["*"]}]}"#)
    #expect(alone.statements.map(\.action) == listed.statements.map(\.action))
  }

  @Test("keys and names written with escapes are read as what they say")
  func escapes() throws {
    let document = try read(#"{"Statement": {"\u0045ffect": "\u0044eny", "Action": "s3:\u002a"}}"#)
    #expect(document.statements[0].action == ActionElement(["s3:*"]))
  }

  @Test("positions are places of the whole text that the document stands in")
  func positionsInLargerText() throws {
    let text = MarkedText(
      "{\"Policies\": [\n  {\"Statement\": ▸{\"Effect\": ▸\"no\", \"Action\": 1}}\n]}")
    let whole = try JSONDocument(parsing: text.bytes)
    let policies = try #require(whole.root["Policies"]?.elements)
    for policy in policies {
      let diagnostics = PolicyParser.parse(policy).diagnostics
      #expect(diagnostics.first?.position == text.positions.last)
    }
  }

  @Test("what AWS leaves open is read with a warning that names the rule", arguments: uncertain)
  func uncertainForms(_ policy: FaultyPolicy) { policy.expectOnly(.warning) }

  @Test("what says nothing is read with a suggestion", arguments: empty)
  func emptyForms(_ policy: FaultyPolicy) { policy.expectOnly(.suggestion) }

  @Test("an empty list under a bare operator names the rule that AWS leaves open")
  func emptyBareCondition() {
    let text =
      #"{"Statement": {"Effect": "Deny", "Action": "*", "Condition": {"Bool": {"a:b": []}}}}"#
    let notes = PolicyParser.parse(Array(text.utf8)).diagnostics.map(\.notes)
    #expect(notes == [["what that means is not documented without contradiction (U04)"]])
  }

  static let uncertain: [FaultyPolicy] = [
    .init(
      #""Effect": "Deny", "NotAction": ▸[]"#, "empty-array-not-action",
      "`NotAction` is empty, and AWS does not document what that covers"),
    .init(
      #""Effect": "Deny", "Action": "*", "NotResource": ▸[]"#, "empty-array-not-resource",
      "`NotResource` is empty, and AWS does not document what that covers"),
    .init(
      #""Effect": "Deny", "Action": "*", "NotPrincipal": {"AWS": ▸[]}"#,
      "empty-array-not-principal",
      "a list in `NotPrincipal` is empty, and AWS does not document whom that covers"),
    .init(
      #""Effect": "Deny", "Action": "*", "NotPrincipal": ▸{}"#, "empty-object-not-principal",
      "a list in `NotPrincipal` is empty, and AWS does not document whom that covers"),
    .init(
      #""Effect": "Deny", "Action": "*", "Condition": {▸"STRINGEQUALS": {"a:b": "x"}}"#,
      "condition-operator-case",
      "`STRINGEQUALS` is spelt `StringEquals`, and AWS does not document whether case matters"),
    .init(
      document: #"{"Statement": ▸[]}"#, "empty-array-statement",
      "the policy has no statements and so says nothing"),
  ]

  static let empty: [FaultyPolicy] = [
    .init(
      #""Effect": "Deny", "Action": ▸[]"#, "empty-array-action",
      "`Action` is empty, so the statement has no effect"),
    .init(
      #""Effect": "Deny", "Action": "*", "Resource": ▸[]"#, "empty-array-resource",
      "`Resource` is empty, so the statement has no effect"),
    .init(
      #""Effect": "Deny", "Action": "*", "Principal": ▸{}"#, "empty-object-principal",
      "an empty list in `Principal` names nobody"),
    .init(
      #""Effect": "Deny", "Action": "*", "Principal": {"Service": ▸[]}"#, "empty-array-principal",
      "an empty list in `Principal` names nobody"),
    .init(
      #""Effect": "Deny", "Action": "*", "Condition": {"ForAnyValue:StringLike": {"a:b": ▸[]}}"#,
      "empty-array-condition", "`a:b` is compared with an empty list"),
  ]
}
