import Foundation
import Registry
import SQLite
import Testing

@Suite("verification")
struct VerificationTests {
  /// A closed file with records of every kind, as bytes.
  static let original: [UInt8] = {
    do {
      let fixture = try RegistryFixture()
      try fixture.writeSamples()
      try fixture.registry.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      return Array(try Data(contentsOf: URL(filePath: fixture.path)))
    } catch {
      fatalError("\(error)")
    }
  }()

  @Test("a registry that only permreg wrote is sound, and tells the hash of its head")
  func sound() throws {
    let fixture = try RegistryFixture()
    #expect(try fixture.registry.verify().head == nil)
    try fixture.writeSamples()
    let verified = try fixture.registry.verify()
    #expect(try verified.head == fixture.registry.head)
    #expect(verified.kept == nil)
    #expect(try fixture.registry.verify(kept: verified.head?.hash).kept == 3)
    #expect(try fixture.registry.verify(kept: fixture.registry.revision(1)?.hash).kept == 1)
  }

  @Test("an edit of any column of any table is found", arguments: try TamperedFile.columns())
  func edits(_ edit: TableColumn) throws {
    let file = try TamperedFile(Self.original)
    let changed = try file.edit(
      "UPDATE \(edit.table) SET \(edit.column) = \(edit.otherValue) WHERE \(edit.oneRow)")
    #expect(changed == 1, "the samples have a row")
    #expect(throws: RegistryFault.self) { try file.verify() }
  }

  @Test("a row that is deleted from any table is missed", arguments: try TamperedFile.tables())
  func deletions(_ table: String) throws {
    let file = try TamperedFile(Self.original)
    let column = try #require(try TamperedFile.columns().first { $0.table == table })
    #expect(try file.edit("DELETE FROM \(table) WHERE \(column.oneRow)") == 1)
    #expect(throws: RegistryFault.self) { try file.verify() }
  }

  @Test("a row that is inserted into any table is noticed", arguments: try TamperedFile.tables())
  func insertions(_ table: String) throws {
    let file = try TamperedFile(Self.original)
    try file.insertCopy(into: table)
    #expect(throws: RegistryFault.self) { try file.verify() }
  }

  @Test(
    "a schema that is not the one of the migrations is noticed",
    arguments: [
      "DROP INDEX change_by_record", "DROP INDEX iam_role_by_trust",
      "CREATE INDEX extra ON resource (region)", "CREATE TABLE extra (a)",
      "CREATE TRIGGER quiet AFTER INSERT ON revision BEGIN SELECT 1; END",
      "ALTER TABLE resource_tags ADD COLUMN extra TEXT",
    ])
  func schema(_ sql: String) throws {
    let file = try TamperedFile(Self.original)
    try file.execute(sql)
    #expect(throws: RegistryFault.self) { try file.verify() }
  }

  @Test("statistics of ANALYZE are no fault: they decide no answer")
  func statistics() throws {
    let file = try TamperedFile(Self.original)
    try file.execute("ANALYZE")
    #expect(try file.verify().head?.number == 3)
  }

  @Test("the fault names the table, the row, what stands there and what should")
  func wording() throws {
    let file = try TamperedFile(Self.original)
    _ = try file.edit("UPDATE account SET name = 'evil' WHERE until_revision > 9")
    let fault = try #require(throws: RegistryFault.self) { try file.verify() }
    #expect(
      fault.description
        == "in `account`, `111122223333`: `name` is `evil`, and should be `first`")
  }

  @Test("texts that look alike and differ in bytes are different")
  func composition() throws {
    let fixture = try RegistryFixture()
    try fixture.write { try $0.put(Account(id: Samples.account, name: "caf\u{E9}")) }
    try fixture.registry.connection.run("UPDATE account SET name = ?1", "cafe\u{301}")
    #expect(throws: RegistryFault.self) { try fixture.registry.verify() }
  }

  @Test("a history rewritten with all its hashes is found by a hash kept elsewhere alone")
  func rewritten() throws {
    let (honest, forged) = (try RegistryFixture(), try RegistryFixture())
    try honest.writeSamples()
    try forged.write { try $0.put(Account(id: Samples.account)) }
    let kept = try #require(try honest.registry.head?.hash)
    #expect(try forged.registry.verify().head?.number == 1)
    #expect(throws: RegistryFault.self) { try forged.registry.verify(kept: kept) }
  }

  @Test("a byte that is flipped in any page is found, or the page has room where it fell")
  func flippedBytes() throws {
    let size = 4096
    for page in 0..<(Self.original.count / size) {
      var bytes = Self.original
      bytes[page * size + (page == 0 ? 100 : 0)] ^= 0x10
      // The first byte of a page says what kind it is, so that it is always live.
      let file = try TamperedFile(bytes)
      #expect(throws: (any Error).self, "page \(page + 1)") { try file.verify() }
    }
  }
}
