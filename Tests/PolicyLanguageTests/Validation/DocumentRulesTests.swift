import JSONText
import PolicyLanguage
import Testing

@Suite("Rules on stored documents as a whole")
struct DocumentRulesTests {
  /// A valid document of so many characters without white space, with as much white space again.
  private func document(characters: Int) -> String {
    let head = #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Sid":""#
    let end = #"","Action":"*","Resource":"*"}]}"#
    let padding = characters - head.utf8.count - end.utf8.count
    let space = String(repeating: " \n", count: characters / 2)
    return head + String(repeating: "a", count: padding) + end.replacing("]", with: space + "]")
  }

  @Test(
    "a document may reach the limit of its type, and not pass it",
    arguments: [
      (PolicyType.identity, 6_144), (.permissionsBoundary, 6_144), (.session, 2_048),
      (.serviceControl, 10_240),
    ])
  func sizeLimits(_ type: PolicyType, _ limit: Int) {
    let fitting = PolicyValidator.validate(Array(document(characters: limit).utf8), as: type)
    #expect(fitting.diagnostics == [])
    let large = PolicyValidator.validate(Array(document(characters: limit + 1).utf8), as: type)
    #expect(large.document == nil)
    #expect(
      large.diagnostics.map(\.message) == [
        "the document has \(limit + 1) characters without white space, and \(type) may have \(limit)"
      ])
  }

  @Test("an inline policy has a limit of its own")
  func inlineLimit() {
    let text = Array(document(characters: 6_145).utf8)
    #expect(PolicyValidator.validate(text, as: .identity).document == nil)
    #expect(
      PolicyValidator.validate(text, as: .identity, characterLimit: 10_240).document != nil)
  }

  @Test("a trust policy above the default quota is a warning, above the highest an error")
  func trustLimits() throws {
    func trust(_ characters: Int) -> [Diagnostic] {
      let head = #"{"Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:*","Sid":""#
      let end = #""}]}"#
      let padding = String(repeating: "a", count: characters - head.utf8.count - end.utf8.count)
      return PolicyValidator.validate(Array((head + padding + end).utf8), as: .trust).diagnostics
    }
    #expect(trust(2_048) == [])
    #expect(trust(2_049).map(\.code) == ["policy-size-exceeds-default-quota"])
    #expect(trust(8_192).map(\.severity) == [.warning])
    #expect(trust(8_193).map(\.code) == ["policy-size-exceeds-quota"])
  }

  @Test("white space counts inside strings only, and a character counts once", arguments: counts)
  func characterCount(_ text: String, _ count: Int) throws {
    #expect(try JSONDocument(parsing: Array(text.utf8)).root.characterCount == count)
  }

  static let counts = [
    ("[]", 2), (" [ ]\n", 2), ("[ 1 , 2 ]", 5), (#"" ""#, 3), (#""é€""#, 4), (#""\" ""#, 5),
    (#"["\\", " "]"#, 10), (#"{"a" : "b c"}"#, 11),
  ]

  @Test("IAM stores characters up to U+00FF, others only as escapes")
  func characters() {
    func document(_ sid: String) -> MarkedText {
      MarkedText(
        #"{"Id": "\#(sid)", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "sts:*"}}"#)
    }
    let found = PolicyValidator.validate(document("é▸€").bytes, as: .trust).diagnostics
    #expect(found.map(\.message) == ["IAM stores no `€`, only characters up to U+00FF"])
    #expect(found.map(\.position) == document("é▸€").positions)
    for sid in ["é\u{7F}ÿ", "\\u20ac"] {
      #expect(PolicyValidator.validate(document(sid).bytes, as: .trust).diagnostics == [])
    }
    #expect(PolicyValidator.validate(document("€").bytes, as: .resource).diagnostics == [])
  }

  @Test("text that is not JSON is reported like any other fault")
  func noJSON() {
    let parsed = PolicyValidator.validate(Array("{".utf8), as: .identity)
    #expect(parsed.document == nil)
    #expect(parsed.diagnostics.map(\.code) == ["json-syntax"])
  }

  @Test("what the parser finds is reported beside what the rules find, in the order of the text")
  func parserAndRules() {
    let policy = MarkedText(
      #"""
      {"Statement": [
        {"Sid": ▸"a b", "Effect": ▸"allow", "Action": "*", "Resource": ▸"x"},
        ▸1
      ]}
      """#)
    let parsed = PolicyValidator.validate(policy.bytes, as: .identity)
    #expect(parsed.document == nil)
    #expect(
      parsed.diagnostics.map(\.code) == [
        "unsupported-sid", "invalid-effect", "invalid-arn-prefix", "data-type-mismatch",
      ])
    #expect(parsed.diagnostics.map(\.position) == policy.positions)
  }
}

@Suite("Names and paths of policies")
struct PolicyNameTests {
  @Test(
    "a name has up to 128 letters, digits and a few signs",
    arguments: ["a", "Orders_+=,.@-9", String(repeating: "a", count: 128)])
  func acceptsName(_ name: String) {
    #expect(PolicyNameRule.fault(of: name) == nil)
  }

  @Test(
    "another name is refused",
    arguments: [
      ("", "a policy's name cannot be empty"), ("a b", "`a b` cannot be a policy's name"),
      ("a/b", "`a/b` cannot be a policy's name"), ("é", "`é` cannot be a policy's name"),
      (
        String(repeating: "a", count: 129),
        "the policy's name has 129 characters, and may have 128"
      ),
    ])
  func refusesName(_ name: String, _ message: String) {
    #expect(PolicyNameRule.fault(of: name)?.message == message)
  }

  @Test(
    "a path is a slash, or names between slashes",
    arguments: ["/", "/team/", "/a/b_+=,.@-/", "/" + String(repeating: "a", count: 510) + "/"])
  func acceptsPath(_ path: String) {
    #expect(PolicyPathRule.fault(of: path) == nil)
  }

  @Test(
    "another path is refused",
    arguments: ["", "team", "/team", "team/", "//", "/a//b/", "/a b/", "/é/"])
  func refusesPath(_ path: String) {
    #expect(PolicyPathRule.fault(of: path)?.message == "`\(path)` cannot be a policy's path")
  }

  @Test("a path has up to 512 characters")
  func refusesLongPath() {
    let path = "/" + String(repeating: "a", count: 511) + "/"
    #expect(
      PolicyPathRule.fault(of: path)?.message
        == "the policy's path has 513 characters, and may have 512")
  }
}
