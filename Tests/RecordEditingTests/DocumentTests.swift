import JSONText
import PolicyLanguage
import RecordEditing
import Testing

@Suite("A document is stored where AWS would store it")
struct DocumentTests {
  @Test(
    "each type has its size, white space not counted",
    arguments: [
      (PolicyType.identity, 6_144), (.serviceControl, 10_240), (.resourceControl, 5_120),
    ])
  func sizes(type: PolicyType, limit: Int) throws {
    #expect(throws: Never.self) { try document(of: limit, as: type) }
    let error = #expect(throws: RefusedDocument.self) { try document(of: limit + 1, as: type) }
    #expect(error?.error.code == .limitExceeded)
  }

  @Test("a trust policy has 2048 characters, or what AWS grants up to 8192")
  func trustQuota() throws {
    let frame = try trustPolicy().root.characterCount
    for quota in [TrustQuota.standard, TrustQuota.highest] {
      let rest = quota - frame
      #expect(throws: Never.self) { try trustPolicy(sidLength: rest, quota: quota) }
      #expect(throws: RefusedDocument.self) { try trustPolicy(sidLength: rest + 1, quota: quota) }
    }
    #expect(throws: EditError.self) { try TrustQuota.check(TrustQuota.highest + 1) }
    #expect(throws: EditError.self) { try TrustQuota.check(TrustQuota.standard - 1) }
  }

  @Test(
    "what is no policy is malformed",
    arguments: [
      "", "[]", "{", #"{"Version":"2012-10-17"}"#,
      #"{"Version":"2012-10-17","Statement":{"Sid":"a-b","Effect":"Allow","Action":"*","Resource":"*"}}"#,
      #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"#,
    ])
  func malformed(text: String) {
    let error = #expect(throws: RefusedDocument.self) {
      try CheckedDocument(Array(text.utf8), name: "p.json", as: .identity)
    }
    #expect(error?.error.code == .malformedPolicyDocument)
    #expect(error?.diagnostics.allSatisfy { $0.file == "p.json" } == true)
  }

  /// A document of so many characters without white space, with some white space.
  private func document(of size: Int, as type: PolicyType) throws -> CheckedDocument {
    let principal = type == .resourceControl ? #""Principal": "*", "# : ""
    let effect = type == .resourceControl ? "Deny" : "Allow"
    func text(_ filling: Int) -> String {
      #"{"Version": "2012-10-17", "Statement": [{"Effect": "\#(effect)", \#(principal)"#
        + #""Action": "s3:*", "Resource": "arn:aws:s3:::\#(String(repeating: "x", count: filling))"}]}"#
    }
    let frame = try JSONDocument(parsing: Array(text(0).utf8)).root.characterCount
    return try CheckedDocument(Array(text(size - frame).utf8), as: type)
  }
}
