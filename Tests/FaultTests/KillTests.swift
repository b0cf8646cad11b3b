import Foundation
import Testing

@Suite("a kill")
struct KillTests {
  /// Moments at which an import is killed, spread over the time that one takes.
  static let moments = 24

  @Test("at any moment of an import leaves the registry as it was or as it should be")
  func duringImport() throws {
    let workshop = try Workshop(principals: 200)
    let whole = try workshop.registry("whole.db")
    let start = Date.now
    let complete = try workshop.start("import", workshop.export, "--registry", whole)
    complete.waitUntilExit()
    let duration = Date.now.timeIntervalSince(start)
    let after = try workshop.state(of: whole)
    #expect(after.revision == 1)
    #expect(after.isSound)
    for moment in 0..<Self.moments {
      let path = try workshop.registry("\(moment).db")
      let process = try workshop.start("import", workshop.export, "--registry", path)
      Thread.sleep(forTimeInterval: duration * Double(moment) / Double(Self.moments))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let state = try workshop.state(of: path)
      let before = Workshop.State(revision: 0, roles: 0, isSound: true)
      #expect(state == before || state == after, "killed at moment \(moment)")
      let next = try workshop.start("import", workshop.export, "--registry", path)
      next.waitUntilExit()
      #expect(next.terminationStatus == 0)
      #expect(try workshop.state(of: path) == after)
    }
  }
}
