import BenchmarkOrganization
import Foundation
import Testing

@Suite("Collector layout")
struct LayoutTests {
  /// The paths of the layout: `*` stands for one component.
  static let layout = [
    "manifest.json",
    "organizations/describe-organization.json", "organizations/list-roots.json",
    "organizations/list-accounts.json", "organizations/list-policies-SERVICE_CONTROL_POLICY.json",
    "organizations/list-policies-RESOURCE_CONTROL_POLICY.json",
    "organizations/describe-policy/*", "organizations/list-targets-for-policy/*",
    "organizations/list-organizational-units-for-parent/*",
    "organizations/list-accounts-for-parent/*",
    "accounts/*/iam/get-account-authorization-details.json",
    "accounts/*/iam/list-saml-providers.json",
    "accounts/*/iam/list-open-id-connect-providers.json",
    "accounts/*/lambda/*/list-functions.json",
    "accounts/*/lambda/*/list-event-source-mappings.json", "accounts/*/lambda/*/list-layers.json",
    "accounts/*/lambda/*/list-versions-by-function/*", "accounts/*/lambda/*/list-aliases/*",
    "accounts/*/lambda/*/list-function-url-configs/*", "accounts/*/lambda/*/get-policy/*",
    "accounts/*/lambda/*/get-policy/*/*", "accounts/*/lambda/*/list-layer-versions/*",
    "accounts/*/lambda/*/get-layer-version-policy/*/*", "accounts/*/tagging/*/get-resources.json",
    "accounts/*/s3api/*/get-bucket-policy/*", "accounts/*/sqs/*/get-queue-attributes/*",
    "accounts/*/sns/*/get-topic-attributes/*", "accounts/*/kms/*/get-key-policy/*",
    "accounts/*/secretsmanager/*/get-resource-policy/*",
  ]

  private func entry(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return Self.layout.first { entry in
      let pattern = entry.split(separator: "/")
      return pattern.count == parts.count
        && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  @Test("every file has a place in the layout, and every place of the layout has a file")
  func places() throws {
    let paths = try GeneratedOrganization.thousand().paths()
    #expect(paths.filter { entry(of: $0) == nil } == [])
    #expect(Set(paths.compactMap(entry)) == Set(Self.layout))
  }

  @Test("every file is one JSON object and ends with a line break")
  func parse() throws {
    let organization = try GeneratedOrganization.thousand()
    for path in try organization.paths() {
      _ = try organization.object(path)
      if try organization.bytes(path).last != UInt8(ascii: "\n") { Issue.record("\(path)") }
    }
  }

  @Test("the facts know how many files there are, and their size")
  func sizes() throws {
    let organization = try GeneratedOrganization.thousand()
    let sizes = try organization.paths().map { try organization.bytes($0).count }
    #expect(organization.facts.files == sizes.count)
    #expect(organization.facts.bytes == sizes.reduce(0, +))
  }

  @Test("the manifest tells of every file: complete, by itself or by its folder")
  func complete() throws {
    let organization = try GeneratedOrganization.thousand()
    let outcomes = try outcomes(organization)
    for path in try organization.paths() where path != "manifest.json" {
      let folders = outcomes.keys.filter { $0.hasSuffix("/") && path.hasPrefix($0) }
      let outcome = outcomes[path] ?? folders.first.flatMap { outcomes[$0] }
      if outcome != "complete" { Issue.record("\(path): \(outcome ?? "nothing")") }
    }
  }

  @Test("what the manifest calls complete is there, and nothing else that it names")
  func present() throws {
    let organization = try GeneratedOrganization.thousand()
    let paths = Set(try organization.paths())
    for (path, outcome) in try outcomes(organization) where !path.hasSuffix("/") {
      if paths.contains(path) != (outcome == "complete") { Issue.record("\(path): \(outcome)") }
    }
  }

  @Test(
    "each outcome occurs where AWS would give it",
    arguments: [
      ("complete", "list-functions.json"), ("absent", "get-policy/"), ("denied", "get-policy/"),
      ("denied", "list-functions.json"), ("failed", "get-resources.json"),
      ("absent", "get-bucket-policy/"), ("absent", "get-layer-version-policy/"),
    ])
  func outcomes(outcome: String, path: String) throws {
    let all = try outcomes(GeneratedOrganization.thousand())
    #expect(all.contains { $0.value == outcome && $0.key.contains(path) && !$0.key.hasSuffix("/") })
  }

  @Test("each function's policy, versions and aliases were asked for")
  func items() throws {
    let organization = try GeneratedOrganization.thousand()
    let outcomes = try outcomes(organization)
    let paths = Set(try organization.paths())
    for account in try organization.accounts() {
      for function in try organization.functions(account) {
        let arn = try #require(function["FunctionArn"] as? String).split(separator: ":")
        let path = "accounts/\(account)/lambda/\(arn[3])/get-policy/\(arn[6])"
        #expect(paths.contains("\(path).json") || outcomes["\(path).json"] != nil)
        let aliases = try organization.list(
          "accounts/\(account)/lambda/\(arn[3])/list-aliases/\(arn[6]).json", "Aliases")
        for name in aliases.compactMap({ $0["Name"] as? String }) {
          let item = "\(path)/\(name).json"
          #expect(paths.contains(item) || outcomes[item] == "absent")
        }
      }
    }
  }

  @Test("accounts were asked one after another, after the collection began")
  func observations() throws {
    let manifest = try GeneratedOrganization.thousand().object("manifest.json")
    let start = try #require(manifest["collectedAt"] as? String)
    let times = try #require(manifest["observedAt"] as? [String: String])
    #expect(manifest["layoutVersion"] as? Int == 1)
    #expect(times.count == 5)
    #expect(times.values.allSatisfy { $0 > start })
    #expect(Set(times.values).count == 5)
  }

  private func outcomes(_ organization: GeneratedOrganization) throws -> [String: String] {
    try #require(try organization.object("manifest.json")["outcomes"] as? [String: String])
  }
}
