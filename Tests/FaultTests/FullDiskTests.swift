import Foundation
import Registry
import Testing

@Suite("a disk that is full")
struct FullDiskTests {
  /// How far a file may grow, in twentieths of what the database needs; its log needs more.
  static let shares = stride(from: 1, to: 41, by: 4)

  @Test("at any moment of an import loses nothing, and says what to do")
  func duringImport() throws {
    let workshop = try Workshop(principals: 16)
    let whole = try workshop.registry("whole.db")
    #expect(try workshop.shell("permreg import export -q --registry whole.db").status == 0)
    let after = try workshop.state(of: whole)
    let size = try Data(contentsOf: URL(filePath: whole)).count
    let empty = try Data(
      contentsOf: URL(filePath: try workshop.registry("empty.db"))
    ).count
    var refused = 0
    for share in Self.shares {
      let path = try workshop.registry("\(share).db")
      // The shell counts blocks of 512 bytes.
      let blocks = (empty + (size - empty) * share / 20) / 512
      let outcome = try workshop.shell(
        "ulimit -f \(blocks); permreg import export -q --registry \(share).db")
      let state = try workshop.state(of: path)
      if outcome.status != 0 {
        refused += 1
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("nothing of this command was kept"), "\(outcome.errors)")
        #expect(state == Workshop.State(revision: 0, roles: 0, isSound: true))
      }
      // With room again, the same command does its work.
      let again = try workshop.shell("permreg import export -q --registry \(share).db")
      #expect(again.status == 0)
      #expect(try workshop.state(of: path) == after)
    }
    #expect(refused > 0)
    print("a full disk refused \(refused) of \(Array(Self.shares).count) imports")
  }
}
