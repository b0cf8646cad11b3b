import Foundation
import Registry
import Testing

@Suite("a kill of a small write")
struct KilledCommandTests {
  /// How many commands are killed, each at a moment of its own.
  static let moments = 60

  @Test("loses nothing that was announced, and leaves nothing half")
  func smallWrites() throws {
    let workshop = try Workshop(principals: 8)
    let path = try workshop.registry("small.db")
    try workshop.writePolicy()
    let start = Date.now
    #expect(try workshop.shell(Self.addition("First")).status == 0)
    let duration = Date.now.timeIntervalSince(start)
    var (announced, committed) = (0, 0)
    for moment in 0..<Self.moments {
      let before = try workshop.state(of: path).revision
      let process = try workshop.startShell("exec " + Self.addition("P\(moment)"))
      Thread.sleep(forTimeInterval: duration * Double(moment) / Double(Self.moments))
      kill(process.processIdentifier, SIGKILL)
      let wasAnnounced = try !workshop.outcome(of: process).output.isEmpty
      let after = try workshop.state(of: path)
      #expect(after.isSound)
      #expect(after.revision == before || after.revision == before + 1)
      #expect(!wasAnnounced || after.revision == before + 1, "announced at moment \(moment)")
      announced += wasAnnounced ? 1 : 0
      committed += after.revision - before
    }
    let verified = try Registry(try RegistryFile.openForReading(at: path)).verify()
    #expect(verified.head?.number == committed + 1)
    print("killed \(Self.moments) commands: \(committed) committed, \(announced) announced")
  }

  private static func addition(_ name: String) -> String {
    "permreg add-policy \(name) policy.json --account 111122223333 --registry small.db"
  }
}
