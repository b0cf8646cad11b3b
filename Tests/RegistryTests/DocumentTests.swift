import PolicyLanguage
import Registry
import SQLite
import Testing

@Suite("documents")
struct DocumentTests {
  let arn = "arn:aws:iam::111122223333:role/app"

  @Test("two spellings of one meaning are one document with two spellings")
  func spellings() throws {
    let fixture = try RegistryFixture()
    try fixture.write { writer in
      let one = try writer.document(try policy(allowAll), as: .identity)
      let other = try writer.document(
        try policy(
          #"{"Statement":[{"Resource":["*"],"Action":["*"],"Effect":"Allow"}],"Version":"2012-10-17"}"#
        ),
        as: .identity)
      #expect(one.digest == other.digest)
      try writer.put(InlinePolicy(principal: arn, name: "one", document: one.digest))
    }
    let connection = fixture.registry.connection
    #expect(try connection.query("SELECT count(*) FROM document") { try $0.int(0) } == [1])
    #expect(try connection.query("SELECT count(*) FROM spelling") { try $0.int(0) } == [2])
  }

  @Test("a document that is no valid policy is kept, marked, and unknown to the evaluator")
  func invalid() throws {
    let fixture = try RegistryFixture()
    try fixture.write { writer in
      let stored = try writer.document(
        try policy(#"{"Statement":{"Effect":"Maybe"}}"#), as: .identity)
      #expect(!stored.isValid)
      #expect(!stored.diagnostics.isEmpty)
      try writer.put(InlinePolicy(principal: arn, name: "odd", document: stored.digest))
    }
    try fixture.read { snapshot in
      let id = try #require(
        try snapshot.connection.first("SELECT id FROM document WHERE is_valid = 0") {
          try $0.int64(0)
        })
      #expect(try PolicyLibrary(snapshot).policy(id).compiled == nil)
    }
  }

  @Test("an attached policy that no record describes is listed until one does")
  func undescribed() throws {
    let fixture = try RegistryFixture()
    let managed = "arn:aws:iam::aws:policy/Example"
    let listed =
      "SELECT count(*) FROM undescribed_policy WHERE until_revision = 9223372036854775807"
    try fixture.write { try $0.put(PolicyAttachment(principal: arn, policy: managed)) }
    #expect(try fixture.registry.connection.first(listed) { try $0.int(0) } == 1)
    try fixture.write { writer in
      let stored = try writer.document(try policy(allowAll), as: .identity)
      try writer.put(ManagedPolicy(arn: managed, defaultVersion: "v1"))
      try writer.put(
        ManagedPolicyVersion(policy: managed, version: "v1", document: stored.digest))
    }
    #expect(try fixture.registry.connection.first(listed) { try $0.int(0) } == 0)
  }
}
