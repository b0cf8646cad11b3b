import BenchmarkOrganization
import Foundation
import Testing

@Suite("Rounds of change")
struct ChangeTests {
  /// What a revision holds.
  struct Revision: Sendable {
    /// Users and roles, as text, by ARN.
    var principals: [String: String] = [:]
    /// The unique ids of roles, by ARN.
    var roleIDs: [String: String] = [:]
    let facts: OrganizationFacts
    let changedFunctionPolicies: Int

    init(_ number: Int) throws {
      let organization = try ChangeTests.organization(
        revision: number, principals: 400, percent: 15)
      facts = organization.facts
      changedFunctionPolicies = try organization.paths().filter { path in
        try path.contains("/get-policy/")
          && organization.bytes(path).range(of: Data(#"\"Sid\":\"change-"#.utf8)) != nil
      }.count
      for account in try organization.accounts() {
        for list in ["UserDetailList", "RoleDetailList"] {
          for record in try organization.details(account, list) {
            let arn = try #require(record["Arn"] as? String)
            let data = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
            principals[arn] = String(decoding: data, as: UTF8.self)
            roleIDs[arn] = record["RoleId"] as? String
          }
        }
      }
    }

    /// The principals that are not as they were in another revision.
    func difference(from other: Revision) -> Set<String> {
      let all = Set(principals.keys).union(other.principals.keys)
      return all.filter { principals[$0] != other.principals[$0] }
    }
  }

  private static let series = Result { try (0...5).map { try Revision($0) } }

  private static func organization(
    revision: Int, principals: Int, percent: Double
  ) throws -> GeneratedOrganization {
    try GeneratedOrganization(
      OrganizationOptions(
        principals: principals, seed: 8, accounts: 1,
        shape: .init(change: .init(revision: revision, percent: percent))))
  }

  @Test("a round changes about the share of principals that was asked for")
  func share() throws {
    let series = try Self.series.get()
    for (before, after) in zip(series, series.dropFirst()) {
      #expect((35...90).contains(after.difference(from: before).count))
    }
  }

  @Test("a round changes other principals than the round before")
  func rounds() throws {
    let series = try Self.series.get()
    let first = series[1].difference(from: series[0])
    let second = series[2].difference(from: series[1])
    #expect(first.intersection(second).count < first.count / 2)
  }

  @Test("no change leaves only the date of the collection different")
  func still() throws {
    let before = try Self.organization(revision: 0, principals: 8, percent: 0)
    let after = try Self.organization(revision: 3, principals: 8, percent: 0)
    let paths = try before.paths()
    #expect(try after.paths() == paths)
    let changed = try paths.filter { try before.bytes($0) != after.bytes($0) }
    #expect(changed == ["manifest.json"])
  }

  @Test("change removes principals, and adds policy versions, versions and statements")
  func kinds() throws {
    let series = try Self.series.get()
    let (before, after) = (series[0], series[5])
    #expect(after.principals.count < before.principals.count)
    #expect(Set(after.principals.keys).isSubset(of: before.principals.keys))
    let counts = (before: before.facts.counts, after: after.facts.counts)
    #expect(
      counts.after[.customerManagedPolicyVersions] > counts.before[.customerManagedPolicyVersions])
    #expect(counts.after[.functionVersions] > counts.before[.functionVersions])
    #expect(counts.after[.functions] == counts.before[.functions])
    #expect(before.changedFunctionPolicies == 0 && after.changedFunctionPolicies > 0)
  }

  @Test("a removed role that comes back has another unique id")
  func incarnations() throws {
    var removed: [String: String] = [:]
    var returned = 0
    let series = try Self.series.get()
    for (before, after) in zip(series, series.dropFirst()) {
      for (arn, id) in after.roleIDs {
        guard let old = removed.removeValue(forKey: arn) else { continue }
        returned += 1
        #expect(old != id)
      }
      for (arn, id) in before.roleIDs where after.roleIDs[arn] == nil { removed[arn] = id }
    }
    #expect(returned > 0)
  }

  @Test("the collection is six hours later for each round")
  func dates() throws {
    let format = Date.ISO8601FormatStyle()
    let dates = try [0, 4].map { revision in
      let organization = try Self.organization(revision: revision, principals: 8, percent: 1)
      let manifest = try organization.object("manifest.json")
      return try format.parse(manifest["collectedAt"] as? String ?? "")
    }
    #expect(dates[1].timeIntervalSince(dates[0]) == 86_400)
  }
}
