import BenchmarkOrganization
import Testing

@Suite("Counts")
struct CountTests {
  @Test("an organization has exactly the principals that were asked for", arguments: [64, 500])
  func principals(number: Int) throws {
    let organization = try GeneratedOrganization(
      OrganizationOptions(principals: number, seed: 4, accounts: 4))
    var found = 0
    for account in try organization.accounts() {
      found += try organization.details(account, "UserDetailList").count
      found += try organization.details(account, "RoleDetailList").count
    }
    #expect(found == number)
    #expect(organization.facts.counts[.users] + organization.facts.counts[.roles] == number)
  }

  @Test("the facts count what is there")
  func counts() throws {
    let organization = try GeneratedOrganization.thousand()
    let counts = organization.facts.counts
    let corpus = try PolicyCorpus(organization)
    let paths = try organization.paths()
    func items(_ command: String, _ member: String) throws -> Int {
      try paths.filter { $0.contains("/\(command)") }
        .map { try organization.list($0, member).count }.reduce(0, +)
    }
    #expect(counts[.accounts] == 5)
    #expect(counts[.functionPolicies] == corpus.documents(.function).count)
    #expect(counts[.qualifierPolicies] == corpus.documents(.qualifier).count)
    #expect(counts[.layerVersionPolicies] == corpus.documents(.layer).count)
    #expect(counts[.resourcePolicies] == corpus.documents(.resource).count)
    #expect(counts[.inlinePolicies] == corpus.documents(.inline).count)
    #expect(counts[.roles] == corpus.documents(.trust).count)
    #expect(counts[.customerManagedPolicyVersions] == corpus.documents(.customerManaged).count)
    #expect(
      counts[.serviceControlPolicies] + counts[.resourceControlPolicies]
        == corpus.documents(.control).count)
    #expect(try counts[.functions] == items("list-functions.json", "Functions"))
    #expect(try counts[.functionAliases] == items("list-aliases/", "Aliases"))
    #expect(
      try counts[.functionVersions]
        == items("list-versions-by-function/", "Versions") - counts[.functions])
    #expect(
      try counts[.functionURLs] == items("list-function-url-configs/", "FunctionUrlConfigs"))
    #expect(
      try counts[.eventSourceMappings]
        == items("list-event-source-mappings.json", "EventSourceMappings"))
    #expect(try counts[.layerVersions] == items("list-layer-versions/", "LayerVersions"))
    #expect(
      try counts[.taggedResources] == items("get-resources.json", "ResourceTagMappingList"))
  }

  @Test("about half of the policies, by size, are repeats")
  func repeats() throws {
    let documents = try PolicyCorpus(GeneratedOrganization.thousand()).documents
    let total = documents.map(\.text.utf8.count).reduce(0, +)
    let distinct = Set(documents.map(\.text)).map(\.utf8.count).reduce(0, +)
    let share = 100 - 100 * distinct / total
    #expect((40...65).contains(share))
  }

  @Test("about a third of the roles have a boundary, and some principals have no tags")
  func shares() throws {
    let organization = try GeneratedOrganization.thousand()
    let roles = try organization.accounts().flatMap {
      try organization.details($0, "RoleDetailList")
    }
    let bounded = roles.filter { $0["PermissionsBoundary"] != nil }.count
    let untagged = roles.filter { ($0["Tags"] as? [[String: String]])?.isEmpty == true }.count
    #expect((26...40).contains(bounded * 100 / roles.count))
    #expect((8...25).contains(untagged * 100 / roles.count))
  }
}
