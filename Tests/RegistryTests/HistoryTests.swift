import Foundation
import JSONText
import Registry
import SQLite
import Testing

@Suite("the history")
struct HistoryTests {
  let role = Role(arn: "arn:aws:iam::111122223333:role/app", tags: Tags())

  @Test("a write makes one revision with its author, and numbers have no gaps")
  func revision() throws {
    let fixture = try RegistryFixture()
    let first = try #require(try fixture.write { try $0.put(role) })
    let second = try #require(try fixture.write { try $0.remove(.role, key: role.key) })
    #expect(first.number == 1)
    #expect(second.number == 2)
    #expect(second.previousHash == first.hash)
    #expect(first.author.actor == "tester")
    #expect(second.recordedAt >= first.recordedAt)
  }

  @Test("a record that is put as it is makes no revision")
  func unchanged() throws {
    let fixture = try RegistryFixture()
    try fixture.write { try $0.put(role) }
    #expect(try fixture.write { try $0.put(role) } == nil)
    #expect(try fixture.registry.head?.number == 1)
  }

  @Test("a dry run writes nothing and tells what it would have written")
  func dryRun() throws {
    let fixture = try RegistryFixture()
    let outcome = try fixture.registry.write(
      "test", by: Author(actor: "tester", userID: 1), isDryRun: true
    ) { try $0.put(role) }
    #expect(outcome.tally.added == [.role: 1])
    #expect(try fixture.registry.head == nil)
    #expect(try fixture.read { try $0.records(Role.self) }.isEmpty)
  }

  @Test("a throw in the middle leaves the registry as it was")
  func rollback() throws {
    struct Stop: Error {}
    let fixture = try RegistryFixture()
    #expect(throws: Stop.self) {
      try fixture.write { writer in
        try writer.put(role)
        throw Stop()
      }
    }
    #expect(try fixture.registry.head == nil)
  }

  @Test("one revision cannot write one record twice, differently")
  func conflict() throws {
    let fixture = try RegistryFixture()
    var other = role
    other.uniqueID = "AROAEXAMPLE"
    #expect(throws: ConflictingRecord.self) {
      try fixture.write { writer in
        try writer.put(role)
        try writer.put(other)
      }
    }
  }

  @Test("the past is read as it was")
  func past() throws {
    let fixture = try RegistryFixture()
    var changed = role
    changed.tags = Tags([Tag(key: "team", value: "blue")])
    try fixture.write { try $0.put(role) }
    try fixture.write { try $0.put(changed) }
    try fixture.write { try $0.remove(.role, key: role.key) }
    #expect(try fixture.read(at: 1) { try $0.records(Role.self) } == [role])
    #expect(try fixture.read(at: 2) { try $0.records(Role.self) } == [changed])
    #expect(try fixture.read(at: 3) { try $0.records(Role.self) }.isEmpty)
  }

  @Test("another program can recompute the hash from the rows")
  func chain() throws {
    let fixture = try RegistryFixture()
    try fixture.write { writer in
      try writer.put(role)
      try writer.put(Account(id: "111122223333"))
    }
    try fixture.write { try $0.remove(.role, key: role.key) }
    let script = """
      import hashlib, sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      def net(v):
          if v is None: return b'-,'
          b = str(v).encode()
          return str(len(b)).encode() + b':' + b + b','
      previous = bytes(32)
      for row in db.execute('SELECT number, recorded_at, observed_at, actor, user_id, reason, '
                            'command, previous_hash, hash FROM revision ORDER BY number'):
          h = hashlib.sha256(previous)
          for v in row[:7]: h.update(net(v))
          for c in db.execute('SELECT kind, key, before, after FROM change WHERE revision = ? '
                              'ORDER BY ordinal', (row[0],)):
              for v in c: h.update(net(v))
          assert row[7] == previous and row[8] == h.digest(), row[0]
          previous = row[8]
      print(previous.hex())
      """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, fixture.path]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    #expect(text == (try fixture.registry.head?.hash.hexadecimal ?? "") + "\n")
  }
}
