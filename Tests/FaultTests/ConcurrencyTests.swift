import Foundation
import Testing

@Suite("two commands at once")
struct ConcurrencyTests {
  @Test("readers never fail while a writer works, and a second writer waits its turn")
  func readersAndWriters() throws {
    let workshop = try Workshop(principals: 200)
    let path = try workshop.registry("shared.db")
    let policy = workshop.folder.appending(path: "policy.json")
    let document =
      #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#
    try Data(document.utf8).write(to: policy)
    let importing = try workshop.start("import", workshop.export, "--registry", path)
    let adding = try workshop.start(
      "add-policy", "Extra", policy.path, "--account", "111122223333", "--registry", path)
    while importing.isRunning {
      let reading = try workshop.start("status", "--registry", path)
      reading.waitUntilExit()
      #expect(reading.terminationStatus == 0)
    }
    adding.waitUntilExit()
    #expect(importing.terminationStatus == 0)
    #expect(adding.terminationStatus == 0)
    #expect(try workshop.state(of: path).revision == 2)
  }
}
