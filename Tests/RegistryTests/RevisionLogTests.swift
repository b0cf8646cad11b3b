import Registry
import Testing

@Suite("the log")
struct RevisionLogTests {
  private let fixture: RegistryFixture
  private let role = Role(arn: Samples.role, tags: Tags())

  init() throws {
    fixture = try RegistryFixture()
    try fixture.write { try $0.put(role) }
    _ = try fixture.registry.write("other", by: Author(actor: "ada", userID: 2)) { writer in
      try writer.put(Account(id: Samples.account))
      try writer.put(PolicyAttachment(principal: Samples.role, policy: Samples.managed))
    }
    try fixture.write { try $0.remove(.role, key: role.key) }
  }

  private func numbers(_ change: (inout RevisionFilter) -> Void) throws -> [Int] {
    var filter = RevisionFilter()
    change(&filter)
    return try fixture.registry.log(filter, until: 3).map(\.revision.number)
  }

  @Test("lists the revisions, the newest first, with what they did")
  func order() throws {
    let log = try fixture.registry.log(until: 3)
    #expect(log.map(\.revision.number) == [3, 2, 1])
    #expect(log.map(\.tally.removed) == [[.role: 1], [:], [:]])
    #expect(log[1].tally.added == [.account: 1, .policyAttachment: 1])
    #expect(try fixture.registry.log(until: 3, limit: 2).map(\.revision.number) == [3, 2])
    #expect(try fixture.registry.log(until: 1).map(\.revision.number) == [1])
  }

  @Test("by record: what changed it and what hangs on it, removed records too")
  func byRecord() throws {
    #expect(try numbers { $0.record = Samples.role } == [3, 2, 1])
    #expect(try numbers { $0.record = Samples.account } == [2])
    #expect(try numbers { $0.record = "arn:aws:iam::111122223333:role/ap" } == [])
  }

  @Test("by kind, alone and with a record")
  func byKind() throws {
    #expect(try numbers { $0.kind = .role } == [3, 1])
    #expect(
      try numbers {
        $0.kind = .policyAttachment
        $0.record = Samples.role
      } == [2])
  }

  @Test("by actor and by time")
  func byActorAndTime() throws {
    #expect(try numbers { $0.actor = "ada" } == [2])
    let second = try #require(try fixture.registry.revision(2)).recordedAt
    #expect(try numbers { $0.since = second }.contains(2))
    #expect(try numbers { $0.until = second }.contains(1))
    #expect(try numbers { $0.since = "9999" } == [])
    #expect(try numbers { $0.until = "0000" } == [])
  }

  @Test(
    "a record is named as elsewhere, and may be gone",
    arguments: ["app", "role/app", Samples.role])
  func names(_ name: String) throws {
    #expect(try fixture.registry.historyKey(named: name) == Samples.role)
    #expect(throws: NameError.self) { try fixture.registry.historyKey(named: "nobody") }
  }
}
