import Foundation
import Registry
import Testing

@Suite("a backup")
struct BackupTests {
  @Test("made while another process writes is sound, and of one moment")
  func whileWriting() throws {
    let workshop = try Workshop(principals: 40)
    _ = try workshop.registry("live.db")
    try workshop.writePolicy()
    #expect(try workshop.shell("permreg import export -q --registry live.db").status == 0)
    let writer = try workshop.startShell(
      """
      for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
        permreg add-policy P$number policy.json -q --account 111122223333 --registry live.db || exit 1
      done
      """)
    var hashes: [String] = []
    repeat {
      let outcome = try workshop.shell("permreg backup copy-\(hashes.count).db --registry live.db")
      #expect(outcome.status == 0, "\(outcome.errors)")
      hashes.append(outcome.output)
    } while writer.isRunning
    #expect(try workshop.outcome(of: writer).status == 0)
    var revisions: [Int] = []
    for (index, output) in hashes.enumerated() {
      let path = workshop.folder.appending(path: "copy-\(index).db").path
      let verified = try Registry(try RegistryFile.openForReading(at: path)).verify()
      let head = try #require(verified.head)
      #expect(output.contains(head.hash.hexadecimal))
      revisions.append(head.number)
    }
    #expect(revisions == revisions.sorted())
    print("\(revisions.count) backups while writing, of the revisions \(revisions)")
  }

  @Test("of a damaged registry is not made in silence")
  func damaged() throws {
    let workshop = try Workshop(principals: 40)
    let path = try workshop.registry("live.db")
    #expect(try workshop.shell("permreg import export -q --registry live.db").status == 0)
    var bytes = try Data(contentsOf: URL(filePath: path))
    // The first byte of a page says what kind it is.
    bytes[4096 * 20] ^= 0xFF
    try bytes.write(to: URL(filePath: path))
    #expect(try workshop.shell("permreg backup copy.db --registry live.db").status != 0)
    #expect(try workshop.shell("permreg verify --registry live.db").status != 0)
  }
}
