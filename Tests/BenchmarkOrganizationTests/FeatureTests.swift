import BenchmarkOrganization
import Foundation
import Testing

@Suite("Features that an organization of 1,000 principals has")
struct FeatureTests {
  private static let corpus = Result { try PolicyCorpus(GeneratedOrganization.thousand()) }

  /// A feature: a place, and a text that a document of that place holds. Texts are JSON without
  /// spaces, with sorted members, and `%` for twelve digits.
  struct Feature: Sendable, CustomTestStringConvertible {
    let name: String
    let places: [PolicyCorpus.Place]
    let text: String

    init(_ name: String, _ places: PolicyCorpus.Place..., has text: String) {
      self.name = name
      self.places = places
      self.text = text
    }

    var testDescription: String { name }
  }

  @Test("a document has it", arguments: identityFeatures + grantFeatures + organizationFeatures)
  func feature(feature: Feature) throws {
    let texts = try Self.corpus.get().texts
    let found = feature.places.contains { place in
      texts[place]?.range(of: Data(feature.text.utf8)) != nil
    }
    #expect(found)
  }

  @Test(
    "every comparison operator of the policy language occurs",
    arguments: [
      "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
      "StringLike", "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan",
      "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals",
      "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan",
      "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals",
      "ArnNotEquals", "ArnLike", "ArnNotLike", "Null",
    ])
  func comparison(name: String) throws {
    let spellings = [name, "\(name)IfExists"].flatMap {
      [$0, "ForAnyValue:\($0)", "ForAllValues:\($0)"]
    }
    let operators = try operators()
    #expect(!operators.isDisjoint(with: spellings))
    #expect(operators.contains(name) || name == "StringNotLike")
  }

  @Test("set operators and IfExists occur with several comparisons")
  func modifiers() throws {
    let operators = try operators()
    #expect(operators.filter { $0.hasPrefix("ForAnyValue:") }.count >= 2)
    #expect(operators.filter { $0.hasPrefix("ForAllValues:") }.count >= 2)
    #expect(operators.filter { $0.hasSuffix("IfExists") }.count >= 5)
  }

  private func operators() throws -> Set<String> {
    let statements = try Self.corpus.get().documents.flatMap { try $0.statements() }
    return Set(statements.flatMap { ($0["Condition"] as? [String: Any])?.keys.map { $0 } ?? [] })
  }

  @Test("principal elements stand in resource-based policies and nowhere else")
  func principals() throws {
    for document in try Self.corpus.get().documents {
      let isControl = document.place == .control
      let isIdentity = [.inline, .customerManaged, .awsManaged].contains(document.place)
      for statement in try document.statements() where !isControl {
        let hasPrincipal = statement["Principal"] != nil || statement["NotPrincipal"] != nil
        if hasPrincipal == isIdentity { Issue.record("\(document.text)") }
      }
    }
  }

  @Test("secrets are in the environment of functions, and in no other file")
  func secrets() throws {
    let organization = try GeneratedOrganization.thousand()
    let marker = Data(organization.facts.secretMarker.utf8)
    let paths = try organization.paths().filter {
      try organization.bytes($0).range(of: marker) != nil
    }
    #expect(!paths.isEmpty)
    let holders = ["list-functions.json", "list-versions-by-function/"]
    #expect(paths.allSatisfy { path in holders.contains { path.contains($0) } })
  }

  @Test("a customer managed policy is in force that is not the newest version")
  func defaultVersion() throws {
    let organization = try GeneratedOrganization.thousand()
    let policies = try organization.details(organization.facts.names.account, "Policies")
    let setBack = policies.filter { policy in
      let versions = policy["PolicyVersionList"] as? [[String: Any]] ?? []
      return versions.first?["VersionId"] as? String != policy["DefaultVersionId"] as? String
    }
    #expect(setBack.count >= 2)
  }

  @Test("AWS managed policies are the same in every account")
  func awsManaged() throws {
    let organization = try GeneratedOrganization.thousand()
    var records: [String: Set<String>] = [:]
    for account in try organization.accounts() {
      for var policy in try organization.details(account, "Policies") {
        let arn = try #require(policy["Arn"] as? String)
        guard arn.hasPrefix("arn:aws:iam::aws:") else { continue }
        policy["AttachmentCount"] = 0
        let data = try JSONSerialization.data(withJSONObject: policy, options: .sortedKeys)
        records[arn, default: []].insert(String(decoding: data, as: UTF8.self))
      }
    }
    #expect(records.count > 20)
    #expect(records.values.allSatisfy { $0.count == 1 })
  }

  @Test("units hang three levels deep, and an account id begins with 0")
  func tree() throws {
    let organization = try GeneratedOrganization.thousand()
    var parents: [String: String] = [:]
    for path in try organization.paths() where path.contains("units-for-parent/") {
      let parent = String(path.split(separator: "/")[2].dropLast(5))
      for unit in try organization.list(path, "OrganizationalUnits") {
        parents[unit["Id"] as? String ?? ""] = parent
      }
    }
    func depth(_ id: String) -> Int { parents[id].map { 1 + depth($0) } ?? 0 }
    #expect(parents.keys.map(depth).max() == 3)
    #expect(try organization.accounts().contains { $0.hasPrefix("0") })
  }

  @Test("tag keys differ in letter case, and a value is not ASCII")
  func tags() throws {
    let organization = try GeneratedOrganization.thousand()
    var keys: Set<String> = []
    var values: Set<String> = []
    for account in try organization.accounts() {
      for role in try organization.details(account, "RoleDetailList") {
        for tag in role["Tags"] as? [[String: String]] ?? [] {
          keys.insert(tag["Key"] ?? "")
          values.insert(tag["Value"] ?? "")
        }
      }
    }
    #expect(keys.isSuperset(of: ["team", "Team", "TEAM", "cost-center", "Cost Center"]))
    #expect(values.contains("") && values.contains { !$0.utf8.allSatisfy { $0 < 0x80 } })
  }
}
