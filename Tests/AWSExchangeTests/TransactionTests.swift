import JSONText
import Registry
import Testing

@testable import AWSExchange

@Suite("An import")
struct TransactionTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test(
    "that meets a broken file changes nothing and says where it broke",
    arguments: ["{\"Functions\":\n [}", "\u{0}", "{\"a\":1,\"a\":2}"])
  func broken(text: String) throws {
    try bench.write(Exports.roles(Exports.role("a")), to: "a.json")
    try bench.write(text, to: "z.json")
    let error = try #require(throws: ImportError.self) { try bench.run() }
    #expect(error.diagnostic.file == "\(bench.input)/z.json")
    #expect(error.diagnostic.position != nil)
    #expect(try bench.registry.head == nil)
  }

  @Test("of a path that is not there is refused")
  func missing() throws {
    let error = try #require(throws: ImportError.self) { try bench.run() }
    #expect(error.diagnostic.code == "input-output")
  }

  @Test("lists the files that it does not recognise")
  func unrecognised() throws {
    try bench.write("{\"Buckets\":[]}", to: "buckets.json")
    let report = try bench.run()
    #expect(report.unrecognised == ["\(bench.input)/buckets.json"])
    #expect(report.revision == nil)
  }

  @Test("of something older than what is known is refused, unless backfill is allowed")
  func older() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: "a.json")
    try bench.run { $0.collectedAt = "2026-02-01T00:00:00Z" }
    let error = try #require(throws: ImportError.self) {
      try bench.run { $0.collectedAt = "2026-01-01T00:00:00Z" }
    }
    #expect(error.diagnostic.code == "older-input")
    try bench.write(Exports.roles(Exports.role("b")), to: "a.json")
    let report = try bench.run {
      $0.collectedAt = "2026-01-01T00:00:00Z"
      $0.allowBackfill = true
    }
    #expect(report.tally.added == [.role: 1])
    #expect(
      try bench.records(Coverage.self).map(\.observedAt) == ["2026-02-01T00:00:00.000Z"])
  }

  @Test("of the same files makes no revision, though the clock went on")
  func again() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: "a.json")
    #expect(try bench.run().revision?.number == 1)
    #expect(try bench.run().revision == nil)
  }

  @Test("that is a dry run reports its changes and makes none")
  func dryRun() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: "a.json")
    #expect(try bench.run { $0.isDryRun = true }.tally.added[.role] == 1)
    #expect(try bench.registry.head == nil)
  }

  @Test("does not follow a link out of its folder")
  func link() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: "a.json")
    try bench.link("/etc/hostname", at: "b.json")
    #expect(try bench.run().files == 1)
  }

  @Test("takes the newest default version of a policy that AWS manages")
  func managedPolicies() throws {
    for (file, version) in [("a", "v2"), ("b", "v3"), ("c", "v1")] {
      try bench.write(
        """
        {"Policies":[{"Arn":"arn:aws:iam::aws:policy/P","DefaultVersionId":"\(version)",
          "PolicyVersionList":[{"VersionId":"\(version)","IsDefaultVersion":true,
            "Document":\(Exports.allow)}]}]}
        """, to: "\(file).json")
    }
    try bench.run()
    #expect(try bench.records(ManagedPolicy.self).map(\.defaultVersion) == ["v3"])
    #expect(try bench.records(ManagedPolicyVersion.self).map(\.version) == ["v1", "v2", "v3"])
  }
}
