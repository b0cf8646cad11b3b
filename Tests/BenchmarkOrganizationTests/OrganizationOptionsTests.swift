import BenchmarkOrganization
import Testing

@Suite("Organization options")
struct OrganizationOptionsTests {
  /// Options that are refused, and the reason that is given.
  struct Refusal: Sendable, CustomTestStringConvertible {
    var principals = 100
    var accounts: Int?
    var regions = ["us-east-1"]
    var revision = 0
    var percent = 1.0
    var crowd: OrganizationOptions.Crowd?
    let reason: String

    var testDescription: String { reason }
  }

  static let refusals = [
    Refusal(principals: 7, reason: "principals must be between 8 and 5000000, not `7`"),
    Refusal(principals: -1, reason: "principals must be between 8 and 5000000, not `-1`"),
    Refusal(
      principals: 5_000_001, reason: "principals must be between 8 and 5000000, not `5000001`"),
    Refusal(accounts: 0, reason: "accounts must be between 1 and 5000, not `0`"),
    Refusal(
      principals: 50_000, accounts: 5_001,
      reason: "accounts must be between 1 and 5000, not `5001`"),
    Refusal(
      accounts: 13, reason: "`13` accounts need at least 104 principals, not `100`"),
    Refusal(regions: [], reason: "at least one region is needed"),
    Refusal(regions: ["a-1", "a-1"], reason: "a region is named twice"),
    Refusal(regions: ["../up"], reason: "`../up` is not the name of a region"),
    Refusal(regions: [""], reason: "`` is not the name of a region"),
    Refusal(revision: -1, reason: "revision must be between 0 and 100000, not `-1`"),
    Refusal(percent: 100.5, reason: "change percent must be between 0 and 100, not `100.5`"),
    Refusal(percent: .nan, reason: "change percent must be between 0 and 100, not `nan`"),
    Refusal(
      crowd: .init(roles: 0, allowed: 0),
      reason: "crowd roles must be between 1 and 5000000, not `0`"
    ),
    Refusal(
      crowd: .init(roles: 3, allowed: 4), reason: "crowd allowed must be between 0 and 3, not `4`"),
  ]

  @Test("an option out of its range is refused with its value", arguments: refusals)
  func refused(refusal: Refusal) {
    #expect(throws: GenerationError.invalidOption(refusal.reason)) {
      try OrganizationOptions(
        principals: refusal.principals, seed: 1, accounts: refusal.accounts,
        regions: refusal.regions,
        shape: .init(
          change: .init(revision: refusal.revision, percent: refusal.percent),
          crowd: refusal.crowd))
    }
  }

  @Test(
    "without a number of accounts there is one for 1,000 principals, within reason",
    arguments: [(8, 1), (39, 4), (40, 5), (1_000, 5), (5_999, 5), (6_000, 6), (200_000, 200)])
  func defaultAccounts(principals: Int, accounts: Int) throws {
    #expect(try OrganizationOptions(principals: principals, seed: 1).accounts == accounts)
  }

  @Test("the smallest organization is one account with eight principals")
  func smallest() throws {
    let organization = try GeneratedOrganization(
      OrganizationOptions(principals: 8, seed: 1, regions: ["eu-central-1"]))
    #expect(try organization.accounts().count == 1)
    #expect(organization.facts.counts[.users] == 1)
    #expect(organization.facts.counts[.roles] == 7)
  }
}
