import PolicyLanguage
import Registry
import Testing

@Suite("differences")
struct DifferenceTests {
  private let fixture: RegistryFixture

  init() throws { fixture = try RegistryFixture() }

  private func put(_ statements: String, boundary: String? = nil) throws {
    try fixture.write { writer in
      let text = #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
      let document = try writer.document(try policy(text), as: .identity).digest
      try writer.put(Role(arn: Samples.role, permissionsBoundary: boundary, tags: Tags()))
      try writer.put(InlinePolicy(principal: Samples.role, name: "p", document: document))
    }
  }

  private func statement(_ action: String, sid: String? = nil) -> String {
    let sid = sid.map { #""Sid":"\#($0)","# } ?? ""
    return #"{\#(sid)"Effect":"Allow","Action":"\#(action)","Resource":"*"}"#
  }

  private func differences(_ first: Int, _ last: Int) throws -> [FieldDifference] {
    try fixture.read { snapshot in
      try fixture.registry.changes(from: first, to: last)
        .flatMap { try ChangeReader(snapshot).differences(in: $0) }
    }
  }

  @Test("only what differs is told, statement by statement, wherever a statement stands")
  func statements() throws {
    try put(
      [statement("s3:GetObject", sid: "A"), statement("s3:PutObject", sid: "B")].joined(
        separator: ","))
    try put(
      [statement("s3:*", sid: "B"), statement("s3:GetObject", sid: "A")].joined(separator: ","))
    let found = try differences(1, 2)
    #expect(found.map(\.field) == ["document statement B"])
    #expect(found.first?.before?.contains("s3:PutObject") == true)
    #expect(found.first?.after?.contains(#""s3:*""#) == true)
  }

  @Test("a statement that is new or gone has one side")
  func oneSided() throws {
    try put(statement("s3:GetObject"))
    try put([statement("s3:GetObject"), statement("s3:PutObject")].joined(separator: ","))
    let found = try #require(try differences(1, 2).first)
    #expect(found.field == "document statement #2")
    #expect(found.before == nil)
    let back = try #require(try differences(2, 1).first)
    #expect((back.before, back.after) == (found.after, nil))
  }

  @Test("a field is told with both values")
  func fields() throws {
    try put(statement("s3:*"))
    try put(statement("s3:*"), boundary: Samples.boundary)
    #expect(
      try differences(1, 2) == [
        FieldDifference(field: "permissions_boundary", before: nil, after: Samples.boundary)
      ])
  }

  @Test("what was changed and changed back does not differ")
  func backAgain() throws {
    try put(statement("s3:*"))
    try put(statement("s3:Get*"))
    try put(statement("s3:*"))
    #expect(try fixture.registry.changes(from: 1, to: 3).isEmpty)
    #expect(try fixture.registry.changes(from: 1, to: 2).count == 1)
    #expect(try fixture.registry.changes(from: 0, to: 3).map(\.before) == [nil, nil])
  }

  @Test("blame names for each part the revision since which it has stood")
  func blame() throws {
    try put(statement("s3:GetObject", sid: "A"))
    try put(
      [statement("s3:*", sid: "B"), statement("s3:GetObject", sid: "A")].joined(separator: ","))
    try put(
      [statement("s3:Get*", sid: "B"), statement("s3:GetObject", sid: "A")].joined(separator: ","))
    let parts = try fixture.read { snapshot in
      let row = try #require(try snapshot.row(of: .inlinePolicy, key: [Samples.role, "p"]))
      return try Blame(fixture.registry, snapshot).parts(of: row)
    }
    #expect(
      parts.map { "\($0.part) @\($0.revision)" } == [
        "document statement B @3", "document statement A @1", "document Version @1",
      ])
  }

  @Test("blame of a managed policy goes through its versions")
  func blameManaged() throws {
    for (version, actions) in [("v1", ["s3:Get*"]), ("v2", ["s3:Get*", "s3:Put*"])] {
      try fixture.write { writer in
        let statements = actions.map { statement($0, sid: $0.filter(\.isLetter)) }
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        let document = try writer.document(try policy(text), as: .identity).digest
        try writer.put(ManagedPolicy(arn: Samples.managed, defaultVersion: version))
        try writer.put(
          ManagedPolicyVersion(policy: Samples.managed, version: version, document: document))
      }
    }
    let parts = try fixture.read { snapshot in
      let row = try #require(try snapshot.row(of: .managedPolicy, key: [Samples.managed]))
      return try Blame(fixture.registry, snapshot).parts(of: row)
    }
    #expect(
      parts.map { "\($0.part) @\($0.revision)" } == [
        "default_version @2", "document statement sGet @1", "document statement sPut @2",
        "document Version @1",
      ])
  }
}
