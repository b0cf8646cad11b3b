import Testing

@Suite("A session of the command line")
struct SessionTests {
  @Test("help and version are for standard output, and end with 0")
  func help() throws {
    var session = try Transcript()
    #expect(try session.run("--help") == 0)
    #expect(try session.run("--version") == 0)
    #expect(try session.run("add-policy --help") == 0)
    try session.matches("help")
  }

  @Test("init makes a registry once, and says what comes next")
  func initialization() throws {
    var session = try Transcript()
    #expect(try session.run("init") == 0)
    #expect(try session.run("init") == 64)
    #expect(try session.run("--registry policy.json init") == 64)
    #expect(try session.run("init --read-only --registry other.db") == 64)
    #expect(try session.run("status") == 0)
    try session.matches("init")
  }

  @Test("what is misspelled is answered with what may have been meant")
  func usage() throws {
    var session = try Transcript()
    try session.run("init -q")
    for command in [
      "lst", "list rol", "list role --acount 1", "list", "catalog show lambda:InvokFunction",
      "catalog list lamda", "status --as-of yesterday", "status --as-of @3",
      "status --as-of 2025-02-29", "add-policy x policy.json --read-only --account 111122223333",
    ] {
      #expect(try session.run(command) == 64)
    }
    try session.matches("usage")
  }

  @Test("a file that is no registry, or a newer one, is refused and left as it is")
  func foreignFiles() throws {
    var session = try Transcript()
    #expect(try session.run("status") == 1)
    #expect(try session.run("status --registry policy.json") == 1)
    try session.run("init -q")
    var newer = try session.bytes(of: "permreg.db")
    // The user version stands in bytes 60 to 63 of the header, big-endian.
    newer[62] = 1
    try session.write(newer, to: "newer.db")
    #expect(try session.run("status --registry newer.db") == 1)
    #expect(try session.bytes(of: "newer.db") == newer)
    try session.matches("foreign-files")
  }

  @Test("import tells what it changed, and the same import twice changes nothing")
  func imports() throws {
    var session = try Transcript()
    try session.run("init -q")
    #expect(try session.run("import account.json --dry-run --reason look") == 0)
    #expect(try session.run("import account.json --collected-at 2026-08-01T06:00:00Z") == 0)
    #expect(try session.run("import account.json --collected-at 2026-08-01T06:00:00Z") == 0)
    #expect(try session.run("import unreadable.json") == 3)
    #expect(try session.run("import missing.json") == 3)
    #expect(try session.run("log") == 0)
    #expect(try session.run("list role --as-of 2026-07-31") == 0)
    try session.matches("import")
  }

  @Test("global options mean the same before and after the command's name")
  func globalOptions() throws {
    var (before, after) = (try Transcript(), try Transcript())
    for command in ["init -q", "import account.json -q --collected-at 2026-08-01T06:00:00Z"] {
      try before.run(command)
      try after.run(command)
    }
    try before.run("--format csv --account 111122223333 list role")
    try after.run("list role --format csv --account 111122223333")
    let answers = [before, after].map { $0.text.split(separator: "$ ").last?.drop { $0 != "\n" } }
    #expect(answers[0] == answers[1])
    try before.matches("global-options")
  }
}
