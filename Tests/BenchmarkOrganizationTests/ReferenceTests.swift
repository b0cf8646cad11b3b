import BenchmarkOrganization
import Foundation
import Testing

@Suite("References")
struct ReferenceTests {
  /// The organization as it was made, and one in which nearly everything has changed.
  static let revisions = [0, 30]

  private static let changed = Result {
    try GeneratedOrganization(
      OrganizationOptions(
        principals: 200, seed: 1, accounts: 2,
        shape: .init(change: .init(revision: 30, percent: 10))))
  }

  private func organization(_ revision: Int) throws -> GeneratedOrganization {
    try revision == 0 ? .thousand() : Self.changed.get()
  }

  private func values(_ records: [[String: Any]], _ member: String) -> [String] {
    records.compactMap { $0[member] as? String }
  }

  @Test("what is attached, or a boundary, is among the account's policies", arguments: revisions)
  func policies(revision: Int) throws {
    let organization = try organization(revision)
    for account in try organization.accounts() {
      let policies = try organization.details(account, "Policies")
      let arns = Set(values(policies, "Arn"))
      #expect(arns.count == policies.count)
      var uses: [String: Int] = [:]
      for list in ["UserDetailList", "GroupDetailList", "RoleDetailList"] {
        for holder in try organization.details(account, list) {
          let attached = holder["AttachedManagedPolicies"] as? [[String: String]] ?? []
          #expect(Set(attached).count == attached.count)
          for policy in attached {
            let arn = try #require(policy["PolicyArn"])
            #expect(arns.contains(arn))
            #expect(arn.hasSuffix("/" + (policy["PolicyName"] ?? "")))
            uses[arn, default: 0] += 1
          }
          if let boundary = holder["PermissionsBoundary"] as? [String: String] {
            #expect(arns.contains(boundary["PermissionsBoundaryArn"] ?? ""))
          }
        }
      }
      for policy in policies {
        let arn = try #require(policy["Arn"] as? String)
        #expect(policy["AttachmentCount"] as? Int == uses[arn, default: 0])
      }
    }
  }

  @Test("of a policy's versions, five at most, the default one is in force", arguments: revisions)
  func versions(revision: Int) throws {
    let organization = try organization(revision)
    for account in try organization.accounts() {
      for policy in try organization.details(account, "Policies") {
        let versions = try #require(policy["PolicyVersionList"] as? [[String: Any]])
        let defaults = versions.filter { $0["IsDefaultVersion"] as? Bool == true }
        #expect(values(defaults, "VersionId") == [policy["DefaultVersionId"] as? String])
        #expect((1...5).contains(versions.count))
        #expect(Set(values(versions, "VersionId")).count == versions.count)
      }
    }
  }

  @Test("users are in groups that exist, and names differ", arguments: revisions)
  func groups(revision: Int) throws {
    let organization = try organization(revision)
    for account in try organization.accounts() {
      let groups = Set(values(try organization.details(account, "GroupDetailList"), "GroupName"))
      let users = try organization.details(account, "UserDetailList")
      let roles = try organization.details(account, "RoleDetailList")
      for user in users {
        #expect(groups.isSuperset(of: user["GroupList"] as? [String] ?? ["none"]))
      }
      #expect(Set(values(users, "UserName").map { $0.lowercased() }).count == users.count)
      #expect(Set(values(roles, "RoleName").map { $0.lowercased() }).count == roles.count)
      #expect(Set(values(roles, "RoleId")).count == roles.count)
    }
  }

  @Test("a function's role exists and trusts Lambda, and its layers exist", arguments: revisions)
  func functions(revision: Int) throws {
    let organization = try organization(revision)
    for account in try organization.accounts() {
      let roles = try organization.details(account, "RoleDetailList")
      let trusts = Dictionary(
        uniqueKeysWithValues: roles.map { role in
          (role["Arn"] as? String ?? "", "\(role["AssumeRolePolicyDocument"] ?? "")")
        })
      let layers = Set(
        try organization.paths().filter {
          $0.hasPrefix("accounts/\(account)/") && $0.contains("/list-layer-versions/")
        }.flatMap { values(try organization.list($0, "LayerVersions"), "LayerVersionArn") })
      for function in try organization.functions(account) {
        let trust = trusts[function["Role"] as? String ?? ""]
        #expect(trust?.contains("lambda.amazonaws.com") == true)
        #expect(layers.isSuperset(of: values(function["Layers"] as? [[String: Any]] ?? [], "Arn")))
      }
    }
  }

  @Test("aliases point to versions, and mappings to functions, that exist", arguments: revisions)
  func qualifiers(revision: Int) throws {
    let organization = try organization(revision)
    for path in try organization.paths() where path.contains("/list-aliases/") {
      let aliases = try organization.list(path, "Aliases")
      let versions = path.replacing("list-aliases", with: "list-versions-by-function")
      let numbers = values(try organization.list(versions, "Versions"), "Version")
      #expect(Set(numbers).isSuperset(of: values(aliases, "FunctionVersion")))
    }
    for path in try organization.paths() where path.hasSuffix("list-event-source-mappings.json") {
      let functions = path.replacing("event-source-mappings", with: "functions")
      let arns = values(try organization.list(functions, "Functions"), "FunctionArn")
      for target in values(try organization.list(path, "EventSourceMappings"), "FunctionArn") {
        #expect(arns.contains { target == $0 || target == "\($0):live" })
      }
    }
  }

  @Test("every role of the organization that a document names exists", arguments: revisions)
  func roles(revision: Int) throws {
    let organization = try organization(revision)
    var arns: Set<String> = []
    for account in try organization.accounts() {
      arns.formUnion(values(try organization.details(account, "RoleDetailList"), "Arn"))
      arns.formUnion(values(try organization.details(account, "UserDetailList"), "Arn"))
    }
    var named = 0
    for document in try PolicyCorpus(organization).documents where document.place != .awsManaged {
      for match in document.text.matches(of: /"(arn:aws:iam::\d{12}:(role|user)\/[^"*$]+)"/) {
        named += 1
        if !arns.contains(String(match.1)) { Issue.record("\(match.1)") }
      }
    }
    #expect(named > 20)
  }

  @Test("control policies are attached to units and accounts of the tree")
  func targets() throws {
    let organization = try organization(0)
    var ids = Set(try organization.accounts())
    for path in try organization.paths() where path.contains("organizational-units-for-parent/") {
      ids.formUnion(values(try organization.list(path, "OrganizationalUnits"), "Id"))
    }
    ids.formUnion(values(try organization.list("organizations/list-roots.json", "Roots"), "Id"))
    for path in try organization.paths() where path.contains("/list-targets-for-policy/") {
      let targets = values(try organization.list(path, "Targets"), "TargetId")
      #expect(!targets.isEmpty && ids.isSuperset(of: targets))
    }
  }

  @Test("the names of the facts exist")
  func names() throws {
    let organization = try organization(0)
    let names = organization.facts.names
    let functions = values(try organization.functions(names.account), "FunctionArn")
    let asked = [
      names.identityOnlyFunction, names.organizationFunction, names.crossAccountFunction,
      names.publicFunction,
    ]
    #expect(Set(functions).isSuperset(of: asked))
    let roles = values(try organization.details(names.account, "RoleDetailList"), "Arn")
    let users = values(try organization.details(names.account, "UserDetailList"), "Arn")
    #expect(roles.contains(names.role) && users.contains(names.user))
  }
}
