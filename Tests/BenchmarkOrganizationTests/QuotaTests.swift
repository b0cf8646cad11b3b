import Foundation
import Testing

@testable import BenchmarkOrganization

/// AWS refuses to store what breaks these rules, so no export shows it.
@Suite("Quotas and character sets of IAM and Lambda")
struct QuotaTests {
  private static let corpus = Result { try PolicyCorpus(GeneratedOrganization.thousand()) }

  @Test(
    "a document is no longer than AWS stores",
    arguments: [
      (PolicyCorpus.Place.customerManaged, 6_144), (.trust, 2_048), (.control, 5_120),
      (.function, 20_480), (.qualifier, 20_480), (.resource, 20_480),
    ])
  func lengths(place: PolicyCorpus.Place, quota: Int) throws {
    let lengths = try Self.corpus.get().documents(place).map(\.text.utf8.count)
    #expect(try #require(lengths.max()) <= quota)
  }

  @Test(
    "the inline policies of one holder together are no longer than AWS stores",
    arguments: [
      ("UserDetailList", "UserPolicyList", 2_048), ("GroupDetailList", "GroupPolicyList", 5_120),
      ("RoleDetailList", "RolePolicyList", 10_240),
    ])
  func inline(list: String, member: String, quota: Int) throws {
    let organization = try GeneratedOrganization.thousand()
    for account in try organization.accounts() {
      for holder in try organization.details(account, list) {
        let policies = holder[member] as? [[String: Any]] ?? []
        let lengths = try policies.map {
          try JSONSerialization.data(
            withJSONObject: $0["PolicyDocument"] ?? [:], options: .withoutEscapingSlashes
          ).count
        }
        #expect(lengths.reduce(0, +) <= quota)
        #expect(Set(policies.map { $0["PolicyName"] as? String }).count == policies.count)
        #expect((holder["AttachedManagedPolicies"] as? [[String: String]] ?? []).count <= 10)
      }
    }
  }

  @Test("statement ids of IAM policies are letters and digits, and differ in a document")
  func statementIDs() throws {
    let places: [PolicyCorpus.Place] = [.customerManaged, .inline, .trust, .awsManaged, .control]
    for document in try Self.corpus.get().documents where places.contains(document.place) {
      let ids = try document.statements().compactMap { $0["Sid"] as? String }
      let isPlain = ids.joined().utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      if !isPlain || Set(ids).count != ids.count { Issue.record("\(document.text)") }
    }
  }

  @Test(
    "names are no longer than AWS allows",
    arguments: [("UserDetailList", "UserName", 64), ("RoleDetailList", "RoleName", 64)])
  func names(list: String, member: String, quota: Int) throws {
    let organization = try GeneratedOrganization.thousand()
    let names = try organization.accounts().flatMap { account in
      try organization.details(account, list).compactMap { $0[member] as? String }
    }
    #expect(try #require(names.map(\.utf8.count).max()) <= quota)
  }

  @Test("every AWS managed policy has a document")
  func awsManaged() {
    let names = AWSManagedPolicies.all.map(\.name)
    #expect(names.sorted() == AWSManagedPolicyName.allCases.map(\.rawValue).sorted())
    #expect(
      AWSManagedPolicies.all.map(\.reference)
        == names.compactMap {
          AWSManagedPolicyName(rawValue: $0)?.reference
        })
  }

  @Test("account ids are distinct, and none is that of an account outside")
  func accountIDs() {
    let entropy = EntropySource(seed: 6)
    let ids = (0...OrganizationOptions.maximumAccounts).map {
      AccountPlan.id(of: $0, entropy: entropy)
    }
    let outside = (0..<AccountPlan.outsiderCount).map {
      AccountPlan.outsider($0, entropy: entropy)
    }
    #expect(Set(ids).count == ids.count)
    #expect(Set(outside).count == outside.count && Set(ids).isDisjoint(with: outside))
    #expect((ids + outside).allSatisfy { $0.utf8.count == 12 })
  }

  @Test("each 64 roles have every kind, and service-linked ones never share a name")
  func roleKinds() throws {
    let kinds = (64..<128).map(RoleKind.at)
    let fixed: Set<RoleKind> = [.organizationAccess, .breakGlass]
    #expect(Set(kinds) == Set(RoleKind.allCases).subtracting(fixed))
    let plan = OrganizationPlan(
      options: try OrganizationOptions(principals: 1_000, seed: 1, accounts: 1))
    let names = (0..<640).map { RoleIdentity(plan, plan.accounts[0], $0).name }
    #expect(Set(names).count == names.count)
    #expect(names.contains("AWSServiceRoleForLambda"))
  }
}
