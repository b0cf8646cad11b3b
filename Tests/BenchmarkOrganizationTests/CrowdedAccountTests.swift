import BenchmarkOrganization
import Foundation
import Testing

@Suite("Crowded account")
struct CrowdedAccountTests {
  /// Whether a pattern with `*` at its end, or without any, matches.
  private func matches(_ pattern: Any?, _ value: String, ignoringCase: Bool = false) -> Bool {
    let patterns = (pattern as? [String]) ?? [(pattern as? String) ?? ""]
    return patterns.contains { pattern in
      let text = ignoringCase ? pattern.lowercased() : pattern
      let value = ignoringCase ? value.lowercased() : value
      return text.hasSuffix("*") ? value.hasPrefix(text.dropLast()) : text == value
    }
  }

  /// Whether a document has a statement of this effect for invoking the function.
  private func says(_ effect: String, _ document: Any?, _ function: String) -> Bool {
    let statements = (document as? [String: Any])?["Statement"] as? [[String: Any]] ?? []
    return statements.contains { statement in
      statement["Effect"] as? String == effect
        && matches(statement["Action"], "lambda:InvokeFunction", ignoringCase: true)
        && matches(statement["Resource"], function) && statement["Condition"] == nil
    }
  }

  @Test(
    "the allowed roles are as many as were asked for, and no other role is",
    arguments: [(1, 1), (1, 0), (40, 40), (300, 15), (400, 20)])
  func allowed(roles: Int, allowed: Int) throws {
    let organization = try GeneratedOrganization(
      OrganizationOptions(
        principals: 16, seed: 2, accounts: 2,
        shape: .init(crowd: .init(roles: roles, allowed: allowed))))
    let crowd = try #require(organization.facts.crowd)
    #expect(crowd.allowed == allowed)
    var documents: [String: Any] = [:]
    for policy in try organization.details(crowd.account, "Policies") {
      let versions = policy["PolicyVersionList"] as? [[String: Any]] ?? []
      let inForce = versions.first { $0["IsDefaultVersion"] as? Bool == true }
      documents[policy["Arn"] as? String ?? ""] = inForce?["Document"]
    }
    var found = 0
    for role in try organization.details(crowd.account, "RoleDetailList") {
      let inline = role["RolePolicyList"] as? [[String: Any]] ?? []
      let attached = role["AttachedManagedPolicies"] as? [[String: String]] ?? []
      let held =
        inline.map { $0["PolicyDocument"] } + attached.map { documents[$0["PolicyArn"] ?? ""] }
      let boundary = (role["PermissionsBoundary"] as? [String: String])?["PermissionsBoundaryArn"]
      let isBounded = boundary.map { !says("Allow", documents[$0], crowd.function) } ?? false
      let isAllowed = held.contains { says("Allow", $0, crowd.function) }
      let isDenied = held.contains { says("Deny", $0, crowd.function) }
      if isAllowed && !isDenied && !isBounded { found += 1 }
    }
    #expect(found == allowed)
  }

  @Test("its function is asked for and has no policy of its own")
  func function() throws {
    let organization = try GeneratedOrganization(
      OrganizationOptions(
        principals: 16, seed: 2, accounts: 2, shape: .init(crowd: .init(roles: 5, allowed: 2))))
    let crowd = try #require(organization.facts.crowd)
    let functions = try organization.functions(crowd.account)
    #expect(functions.compactMap { $0["FunctionArn"] as? String } == [crowd.function])
    let manifest = try organization.object("manifest.json")
    let outcomes = try #require(manifest["outcomes"] as? [String: String])
    let path = "accounts/\(crowd.account)/lambda/us-east-1/get-policy/crowd-target.json"
    #expect(outcomes[path] == "absent")
    #expect(try organization.accounts().contains(crowd.account))
  }
}
