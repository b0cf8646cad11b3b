import RecordEditing
import Registry
import Testing

private func text(_ count: Int) -> String { String(repeating: "t", count: count) }

@Suite("Tags are those that AWS accepts")
struct TagTests {
  private let ofIAM = TagRule(ignoresCase: true)

  @Test(
    "keys and values have lengths and an alphabet",
    arguments: [
      (text(128), "", true), (text(129), "", false), ("", "x", false), ("k", text(256), true),
      ("k", text(257), false), ("a b", "_.:/=+-@", true), ("größe", "東京", true),
      ("k", "a\u{1B}", false), ("k", "a,b", false), ("k", "a\nb", false), ("aws:x", "", false),
      ("AWS:x", "", false), ("awsome", "", true),
    ])
  func alphabet(key: String, value: String, isAccepted: Bool) {
    let result = try? ofIAM.adding([Tag(key: key, value: value)], to: Tags())
    #expect((result != nil) == isAccepted)
  }

  @Test("there are fifty at most")
  func count() throws {
    let fifty = try ofIAM.adding((1...50).map { Tag(key: "k\($0)", value: "") }, to: Tags())
    #expect(throws: EditError.self) { try ofIAM.adding([Tag(key: "more", value: "")], to: fifty) }
    #expect(try ofIAM.adding([Tag(key: "K1", value: "new")], to: fifty).entries.count == 50)
  }

  @Test("IAM takes keys that differ in case for one, Lambda for two")
  func keyCase() throws {
    let old = Tags([Tag(key: "Team", value: "a")])
    let new = [Tag(key: "team", value: "b")]
    #expect(try ofIAM.adding(new, to: old).entries == new)
    #expect(try TagRule(ignoresCase: false).adding(new, to: old).entries.count == 2)
    let twice = new + [Tag(key: "TEAM", value: "c")]
    #expect(throws: EditError.self) { try ofIAM.adding(twice, to: Tags()) }
    #expect(try TagRule(ignoresCase: false).adding(twice, to: Tags()).entries.count == 2)
    #expect(ofIAM.removing(["TEAM"], from: old).entries.isEmpty)
    #expect(TagRule(ignoresCase: false).removing(["TEAM"], from: old) == old)
  }

  @Test(
    "some things bear no tags",
    arguments: [
      ("arn:aws:iam::111122223333:group/devs", false),
      ("arn:aws:iam::aws:policy/AWSLambdaExecute", false),
      ("arn:aws:iam::111122223333:policy/p", true),
      ("arn:aws:lambda:eu-central-1:111122223333:function:orders", true),
      ("arn:aws:lambda:eu-central-1:111122223333:function:orders:prod", false),
      ("arn:aws:lambda:eu-central-1:111122223333:layer:tools:1", false),
      ("arn:aws:s3:::bucket", true),
    ])
  func bearers(arn: String, isAccepted: Bool) throws {
    let identity = try ResourceIdentity(arn: arn)
    #expect(((try? TagRule(for: identity)) != nil) == isAccepted)
  }

  @Test("tag and untag change users, roles and any other ARN, once")
  func tagging() throws {
    let bench = try Workbench.withFunction()
    let tag = [Tag(key: "team", value: "orders")]
    for name in ["role/app", "user/ada", "function/orders", "arn:aws:s3:::bucket"] {
      #expect(try bench.edit { try $0.tag(name, tag) }.isWritten)
      #expect(try !bench.edit { try $0.tag(name, tag) }.isWritten)
      #expect(try !bench.edit { try $0.untag(name, keys: ["other"]) }.isWritten)
      #expect(try bench.edit { try $0.untag(name, keys: ["team"]) }.isWritten)
    }
    #expect(try bench.read { try $0.count(.resourceTags) } == 0)
    let unknown = "arn:aws:iam::111122223333:role/nobody"
    #expect(try bench.refusal { try $0.tag(unknown, tag) }?.code == .noSuchEntity)
  }
}
