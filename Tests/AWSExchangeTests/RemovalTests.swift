import Registry
import Testing

@testable import AWSExchange

@Suite("A removal")
struct RemovalTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.write(Exports.roles(Exports.role("a"), Exports.role("b")), to: Exports.details)
    try bench.write(Exports.functions("f", "g"), to: "\(Exports.lambda)/list-functions.json")
    try bench.write(
      Exports.policy(Exports.function("f")), to: "\(Exports.lambda)/get-policy/f.json")
    try bench.run()
  }

  private var roles: [String] { get throws { try bench.records(Role.self).map(\.arn) } }

  @Test("is not made where nothing proves that the input shows all")
  func noProof() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: Exports.details)
    let report = try bench.run()
    #expect(report.tally.removed == [:])
    #expect(try roles.count == 2)
    #expect(
      report.notCompared.contains {
        $0.hasPrefix("iam get-account-authorization-details \(Exports.account)")
      })
  }

  @Test("is made where the manifest calls the file complete")
  func manifest() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: Exports.details)
    try bench.write(
      Exports.manifest([Exports.details: "complete"], at: "2099-01-01T00:00:00Z"),
      to: "manifest.json")
    let report = try bench.run()
    #expect(report.tally.removed == [.role: 1])
    #expect(try roles == ["arn:aws:iam::\(Exports.account):role/a"])
  }

  @Test("is made where the caller says that the input is complete")
  func complete() throws {
    try bench.write(Exports.roles(Exports.role("a")), to: Exports.details)
    #expect(try bench.run { $0.assumeComplete = true }.tally.removed == [.role: 1])
  }

  @Test("is not made by a file that lacks the list which its command prints")
  func noList() throws {
    let path = "\(Exports.lambda)/list-functions.json"
    try bench.write("{}", to: path)
    try bench.write(
      Exports.manifest([path: "complete"], at: "2099-01-01T00:00:00Z"), to: "manifest.json")
    let report = try bench.run()
    #expect(report.tally.removed == [:])
    #expect(report.unrecognised.contains { $0.hasSuffix(path) })
  }

  @Test("takes the policy of a removed function along")
  func cascade() throws {
    try bench.write(Exports.functions("g"), to: "\(Exports.lambda)/list-functions.json")
    try bench.remove("\(Exports.lambda)/get-policy/f.json")
    try bench.write(
      Exports.manifest(
        ["\(Exports.lambda)/list-functions.json": "complete"], at: "2099-01-01T00:00:00Z"),
      to: "manifest.json")
    #expect(try bench.run().tally.removed == [.function: 1, .resourcePolicy: 1])
  }

  @Test(
    "of a function's policy follows what the manifest says of it",
    arguments: [("absent", 0), ("denied", 1), ("failed", 1), ("complete", 1)])
  func item(outcome: String, left: Int) throws {
    try bench.remove("\(Exports.lambda)/get-policy/f.json")
    let outcomes = [
      "\(Exports.lambda)/list-functions.json": "complete",
      "\(Exports.lambda)/get-policy/": "complete",
      "\(Exports.lambda)/get-policy/f.json": outcome,
    ]
    try bench.write(Exports.manifest(outcomes, at: "2099-01-01T00:00:00Z"), to: "manifest.json")
    try bench.run()
    #expect(try bench.records(ResourcePolicy.self).count == left)
  }

  @Test("is not made in an account that AWS refused to show")
  func denied() throws {
    try bench.remove(Exports.details)
    try bench.write(
      Exports.manifest([Exports.details: "denied"], at: "2099-01-01T00:00:00Z"),
      to: "manifest.json")
    let report = try bench.run()
    #expect(try roles.count == 2)
    #expect(report.notCompared.contains { $0.hasSuffix("AWS refused to show it") })
  }
}
