import Testing

@Suite("Coverage of the registry's statements")
struct CoverageTests {
  private static let everything = [
    "Invoke", "Send", "Vpc", "All", "Read", "Never", "Fence", "Trust", "ada", "", "", "Keep",
    "Quiet",
  ]

  @Test("without a case, no statement was exercised; a document that many hold counts once")
  func nothing() throws {
    let coverage = try AskedOrganization().coverage(of: invocation(policy: allowAll))
    #expect(coverage.idle.sorted() == Self.everything.sorted())
    #expect(coverage.all == Self.everything.count)
  }

  @Test("a case exercises every statement that applies, control policies included")
  func access() throws {
    let coverage = try AskedOrganization().coverage(
      of: #"{"can":{"principal":"app","action":"lambda:InvokeFunction","resource":"orders"}}"#)
    // Resource control policies do not reach Lambda, so theirs took no part.
    #expect(
      coverage.idle.sorted()
        == ["", "All", "Fence", "Keep", "Never", "Quiet", "Read", "Send", "Trust", "Vpc", "ada"])
  }

  @Test("a Deny that applies is exercised, and so is the Allow that it overrides")
  func denial() throws {
    let idle = try AskedOrganization().coverage(
      of: #"{"can":{"principal":"reader","action":"lambda:GetFunction","resource":"payroll"}}"#
    ).idle
    #expect(!idle.contains("Never") && !idle.contains("Read"))
  }

  @Test("a statement that hangs on a key which nobody gave is exercised; one that fails is not")
  func openKeys() throws {
    let question = #""principal":"app","action":"lambda:GetPolicy","resource":"orders""#
    let complete = try AskedOrganization().coverage(of: "{\"can\":{\(question)}}").idle
    #expect(complete.contains("Vpc"))
    let open = try AskedOrganization().coverage(
      of: "{\"can\":{\(question),\"completeContext\":false}}"
    ).idle
    #expect(!open.contains("Vpc"))
  }

  @Test("who-can exercises the statements of all whom it judges")
  func principals() throws {
    let idle = try AskedOrganization().coverage(
      of: #"{"whoCan":{"action":"lambda:InvokeFunction","resource":"orders"}}"#
    ).idle
    #expect(!idle.contains("Invoke") && !idle.contains("ada") && !idle.contains("All"))
    #expect(idle.contains("Read"))
  }
}
