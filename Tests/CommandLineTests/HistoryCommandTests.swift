import Foundation
import Testing

@Suite("The commands of the history")
struct HistoryCommandTests {
  /// A registry with an import of 1 August and a policy that was changed since.
  private func session() throws -> Transcript {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import account.json -q --collected-at 2026-08-01T06:00:00Z")
    try session.run(
      "add-policy Orders policy.json -q --account 111122223333 --reason new --actor bob")
    session.forget()
    return session
  }

  @Test("log filters by record, kind, actor and time")
  func log() throws {
    var session = try session()
    #expect(try session.run("log --record Orders") == 0)
    #expect(try session.run("log --kind role --format csv") == 0)
    #expect(try session.run("log --by bob") == 0)
    #expect(try session.run("log --since 2100-01-01") == 0)
    #expect(try session.run("log --until 2000-01-01") == 0)
    #expect(try session.run("log --limit 1 --as-of @2") == 0)
    #expect(try session.run("log --record nobody") == 64)
    try session.matches("log")
  }

  @Test("show-revision tells each change, and field by field where it is asked to")
  func showRevision() throws {
    var session = try session()
    #expect(try session.run("show-revision @3") == 0)
    #expect(try session.run("show-revision 3 --verbose") == 0)
    #expect(try session.run("show-revision 4") == 64)
    #expect(try session.run("show-revision @3 --as-of @2") == 64)
    #expect(try session.run("show-revision yesterday") == 64)
    try session.matches("show-revision")
  }

  @Test("diff compares two moments, and ends with 2 where it is asked to")
  func diff() throws {
    var session = try session()
    #expect(try session.run("diff @2") == 0)
    #expect(try session.run("diff @3 @2 --exit-code --kind managed-policy") == 2)
    #expect(try session.run("diff @3 @3 --exit-code") == 0)
    #expect(try session.run("diff 2026-07-31 2026-08-01 --kind role --format csv") == 0)
    #expect(try session.run("diff @2 --as-of @2 --exit-code") == 0)
    #expect(try session.run("diff @0 @2 --as-of @2") == 64)
    #expect(try session.run("diff @9") == 64)
    try session.matches("diff")
  }

  @Test("blame names who brought a field or a statement")
  func blame() throws {
    var session = try session()
    #expect(try session.run("blame managed-policy Orders") == 0)
    #expect(try session.run("blame managed-policy Orders --statement Invoke --format csv") == 0)
    #expect(try session.run("blame managed-policy Orders --statement Other") == 64)
    #expect(try session.run("blame managed-policy Orders --as-of @2") == 64)
    try session.matches("blame")
  }

  @Test("revert undoes a revision by a new one")
  func revert() throws {
    var session = try session()
    #expect(try session.run("revert @3 --dry-run") == 0)
    #expect(try session.run("revert @3 --reason oops") == 0)
    #expect(try session.run("revert @3") == 0)
    #expect(try session.run("revert @4") == 0)
    #expect(try session.run("revert @9") == 64)
    #expect(try session.run("revert @3 --read-only") == 64)
    try session.matches("revert")
  }

  @Test("verify prints the head's hash, and finds it again")
  func verify() throws {
    var session = try session()
    #expect(try session.run("verify") == 0)
    let hash = try #require(session.original.firstMatch(of: /[0-9a-f]{64}/)?.output)
    #expect(try session.run("verify --head \(hash)") == 0)
    #expect(try session.run("verify --format csv") == 0)
    #expect(try session.run("verify --head \(String(repeating: "0", count: 64))") == 2)
    #expect(try session.run("verify --head abc") == 64)
    #expect(try session.run("verify --as-of @2") == 64)
    try session.matches("verify")
  }

  @Test("backup makes a file that verify finds sound, and overwrites none")
  func backup() throws {
    var session = try session()
    #expect(try session.run("backup copy.db") == 0)
    #expect(try session.mode(of: "copy.db") == 0o600)
    #expect(try session.run("verify --registry copy.db") == 0)
    #expect(try session.run("backup copy.db") == 64)
    #expect(try session.run("backup policy.json") == 64)
    #expect(try session.run("backup missing/copy.db") == 1)
    #expect(try session.run("backup other.db --as-of @2") == 64)
    try session.matches("backup")
  }

  @Test(
    "every command that reads answers as of a revision, a date and an instant",
    arguments: [
      "status", "list role", "show role app", "log", "blame role app", "diff @0",
      "can role/app lambda:InvokeFunction arn:aws:lambda:us-east-1:111122223333:function:orders",
      "who-can invoke",
    ])
  func asOf(_ command: String) throws {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import account.json -q --collected-at 2026-08-01T06:00:00Z")
    try session.run("add-policy Orders policy.json -q --account 111122223333")
    for (moment, revision) in [
      ("@0", 0), ("@1", 1), ("@2", 2), ("2026-07-31", 1), ("2026-08-01", 2),
      ("2026-08-01T05:59:59Z", 1), ("2026-08-01T06:00:00Z", 2), ("2026-08-02", 2),
    ] {
      session.forget()
      let status = try session.run("\(command) --as-of \(moment) --format json")
      let isNamed = status != 64 && status != 1
      // A record that did not stand yet cannot be named.
      #expect(isNamed || revision < 2, "\(moment): \(session.original)")
      if isNamed {
        let json = try #require(
          try JSONSerialization.jsonObject(with: Data(session.output)) as? [String: Any])
        let head = try #require(json["revision"] as? [String: Any])
        #expect(head["number"] as? Int == revision, "\(moment)")
      }
    }
  }
}
