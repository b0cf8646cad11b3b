import Testing

@Suite("The commands about records")
struct RecordCommandTests {
  /// A session whose registry holds the fixture's account.
  private func session() throws -> Transcript {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import account.json -q --collected-at 2026-08-01T06:00:00Z")
    return session
  }

  @Test("list writes the same records in every format")
  func list() throws {
    var session = try session()
    for format in ["table", "json", "ndjson", "csv"] {
      #expect(try session.run("list role --format \(format)") == 0)
    }
    #expect(try session.run("list function") == 0)
    #expect(try session.run("list user --account 444455556666") == 0)
    try session.matches("list")
  }

  @Test(
    "a role is found by every form of its name",
    arguments: [
      "arn:aws:iam::111122223333:role/team/worker", "role/team/worker", "role/worker", "worker",
      "work",
    ])
  func names(name: String) throws {
    var session = try session()
    #expect(try session.run("show role \(name) --format ndjson") == 0)
    #expect(session.text.contains(#""arn":"arn:aws:iam::111122223333:role/team/worker""#))
  }

  @Test(
    "a name with the wrong path, type or account is unknown",
    arguments: [
      "role/other/worker", "user/worker", "worker --account 444455556666", "wroker",
    ])
  func unknownNames(name: String) throws {
    var session = try session()
    #expect(try session.run("show role \(name)") == 64)
  }

  @Test("show gives a record with its documents and its history")
  func show() throws {
    var session = try session()
    #expect(try session.run("show role app") == 0)
    #expect(try session.run("show inline-policy role/app invoke-orders --format json") == 0)
    #expect(try session.run("show role wroker") == 64)
    #expect(try session.run("show role r") == 64)
    #expect(try session.run("show inline-policy app") == 64)
    try session.matches("show")
  }

  @Test("add-policy adds what IAM would add, once")
  func addPolicy() throws {
    var session = try session()
    #expect(try session.run("add-policy invoke policy.json --dry-run") == 0)
    #expect(
      try session.run(
        "add-policy invoke policy.json --path /team/ --attach-to role/app ada --reason PLAT-12")
        == 0)
    #expect(try session.run("add-policy invoke policy.json --path /team/") == 0)
    #expect(try session.run("add-policy invoke other-policy.json --path /team/") == 64)
    #expect(try session.run("add-policy INVOKE policy.json") == 64)
    #expect(try session.run("list policy-attachment") == 0)
    #expect(try session.run("log --limit 1 --format json") == 0)
    try session.matches("add-policy")
  }

  @Test("add-policy refuses what IAM would refuse, and shows where")
  func refusedPolicies() throws {
    var session = try session()
    #expect(try session.run("add-policy p misspelled-policy.json") == 3)
    #expect(try session.run("add-policy p unreadable.json") == 3)
    #expect(try session.run("add-policy p long-policy.json") == 3)
    #expect(try session.run("add-policy p -", input: "[]") == 3)
    #expect(try session.run("add-policy p missing.json") == 1)
    #expect(try session.run("add-policy p/q policy.json") == 64)
    #expect(try session.run("add-policy p policy.json --path team") == 64)
    #expect(try session.run("add-policy p policy.json --account 1") == 64)
    #expect(try session.run("add-policy p policy.json --attach-to nobody") == 64)
    #expect(try session.run("log") == 0)
    try session.matches("refused-policies")
  }

  @Test("without --account the only account is taken, and else the choice is listed")
  func accounts() throws {
    var session = try Transcript()
    try session.run("init -q")
    #expect(try session.run("add-policy p policy.json") == 64)
    #expect(try session.run("add-policy p policy.json --account 111122223333") == 0)
    #expect(try session.run("add-policy q policy.json") == 0)
    #expect(try session.run("add-policy p policy.json --account 444455556666") == 0)
    #expect(try session.run("add-policy r policy.json") == 64)
    try session.matches("accounts")
  }

  @Test("the catalog tells of actions and services")
  func catalog() throws {
    var session = try Transcript()
    #expect(try session.run("catalog show invoke") == 0)
    #expect(try session.run("catalog show lambda:InvokeFunction --format json") == 0)
    #expect(try session.run("catalog list sts --format csv") == 0)
    try session.matches("catalog")
  }
}
