import BenchmarkOrganization
import Foundation
import Registry
import Testing

@testable import AWSExchange

@Suite("A generated organization")
struct GeneratedOrganizationTests {
  let bench: Workbench
  let facts: OrganizationFacts

  init() throws {
    bench = try Workbench()
    facts = try OrganizationGenerator(OrganizationOptions(principals: 300, seed: 1))
      .write(to: bench.input)
  }

  @Test("is imported with all that its facts count")
  func counts() throws {
    let report = try bench.run()
    let added = report.tally.added
    #expect(report.unrecognised == [])
    #expect(added[.user] == facts.counts[.users])
    #expect(added[.group] == facts.counts[.groups])
    #expect(added[.role] == facts.counts[.roles])
    #expect(added[.inlinePolicy] == facts.counts[.inlinePolicies])
    #expect(added[.policyAttachment] == facts.counts[.managedPolicyAttachments])
    #expect(added[.function] == facts.counts[.functions])
    #expect(added[.version] == facts.counts[.functionVersions])
    #expect(added[.alias] == facts.counts[.functionAliases])
    #expect(added[.functionURL] == facts.counts[.functionURLs])
    #expect(added[.eventSourceMapping] == facts.counts[.eventSourceMappings])
    #expect(added[.layerVersion] == facts.counts[.layerVersions])
    #expect(added[.resourceTags] == facts.counts[.taggedResources])
    #expect(added[.account] == facts.counts[.accounts])
    #expect(
      added[.identityProvider]
        == facts.counts[.samlProviders] + facts.counts[.openIDConnectProviders])
    #expect(
      added[.resourcePolicy]
        == facts.counts[.functionPolicies] + facts.counts[.qualifierPolicies]
        + facts.counts[.layerVersionPolicies] + facts.counts[.resourcePolicies])
    #expect(
      added[.controlPolicy]
        == facts.counts[.serviceControlPolicies] + facts.counts[.resourceControlPolicies])
  }

  @Test("makes no second revision when it is imported again")
  func again() throws {
    #expect(try bench.run().revision?.number == 1)
    let second = try bench.run()
    #expect(second.revision == nil)
    #expect(second.tally.changed == [:])
    #expect(second.tally.removed == [:])
  }

  @Test("leaves no environment variable in the registry's file")
  func secrets() throws {
    try bench.run()
    let marker = Data(facts.secretMarker.utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder)
    where name.hasPrefix("registry.db") {
      let file = try Data(contentsOf: URL(fileURLWithPath: "\(bench.folder)/\(name)"))
      #expect(file.range(of: marker) == nil)
    }
    let lists = (FileManager.default.enumerator(atPath: bench.input)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix("list-functions.json") }
    let marked = try lists.filter { list in
      try Data(contentsOf: URL(fileURLWithPath: "\(bench.input)/\(list)")).range(of: marker) != nil
    }
    #expect(!marked.isEmpty)
  }
}
