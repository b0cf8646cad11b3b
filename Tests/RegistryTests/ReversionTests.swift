import Registry
import Testing

@Suite("undoing a revision")
struct ReversionTests {
  private let author = Author(actor: "tester", userID: 1, reason: "oops")
  private let fixture: RegistryFixture

  init() throws {
    fixture = try RegistryFixture()
    try fixture.writeSamples()
  }

  private func contents() throws -> [String] {
    try fixture.read { snapshot in
      try RecordKind.allCases.flatMap { try snapshot.rows(of: $0).map(\.json) }
    }
  }

  @Test("brings everything that it changed back, as a new revision")
  func roundTrip() throws {
    let before = try contents()
    try fixture.write { writer in
      try writer.remove(.inlinePolicy, key: "\(Samples.role) invoke")
      try writer.put(Role(arn: Samples.role, tags: Tags([Tag(key: "a", value: "b")])))
      try writer.put(Role(arn: "\(Samples.role)2", tags: Tags()))
    }
    #expect(try contents() != before)
    let outcome = try fixture.registry.revert(4, by: author)
    #expect(outcome.revision?.number == 5)
    #expect(outcome.tally.added == [.inlinePolicy: 1])
    #expect(try contents() == before)
    #expect(try fixture.registry.verify().head?.number == 5)
  }

  @Test("undoing the undoing brings it back")
  func twice() throws {
    let before = try contents()
    _ = try fixture.registry.revert(2, by: author)
    #expect(try contents() != before)
    _ = try fixture.registry.revert(4, by: author)
    #expect(try contents() == before)
  }

  @Test("is refused where a later revision changed the record otherwise, and writes nothing")
  func conflict() throws {
    try fixture.write { try $0.put(Account(id: Samples.account, name: "second")) }
    let conflict = try #require(throws: ReversionConflict.self) {
      try fixture.registry.revert(2, by: author)
    }
    #expect(
      conflict.description
        == "`@2` cannot be undone: `@4` changed the account `111122223333` after it")
    #expect(try fixture.registry.head?.number == 4)
  }

  @Test("of what is undone already makes no revision")
  func idempotent() throws {
    _ = try fixture.registry.revert(3, by: author)
    #expect(try fixture.registry.revert(3, by: author).revision == nil)
  }

  @Test("can be tried")
  func dryRun() throws {
    #expect(try fixture.registry.revert(3, by: author, isDryRun: true).revision?.number == 4)
    #expect(try fixture.registry.head?.number == 3)
  }

  @Test("of a revision that is not there is an error")
  func unknown() throws {
    #expect(throws: UnknownMoment.self) { try fixture.registry.revert(9, by: author) }
  }
}
