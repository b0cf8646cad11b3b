import JSONText

/// A service control policy or resource control policy, and what it is attached to.
struct ControlPolicy: Sendable {
  /// `p-…`.
  let id: String
  /// The name that Organizations shows.
  let name: String
  /// What it is for.
  let summary: String
  /// Its type.
  let type: PolicyType
  /// Whether it is AWS's own.
  let isAWSManaged: Bool
  /// The root or units that it is attached to.
  let places: [OrganizationalUnit.Place]
  /// The indices of the accounts that it is attached to.
  let accounts: [Int]
  /// The document.
  let content: JSON

  /// A type of control policy, spelt as in the API.
  enum PolicyType: String, CaseIterable, Sendable {
    case serviceControlPolicy = "SERVICE_CONTROL_POLICY"
    case resourceControlPolicy = "RESOURCE_CONTROL_POLICY"

    /// The part of an ARN that names the type.
    var arnPart: String { rawValue.lowercased() }
  }
}

extension OrganizationPlan {
  /// Every control policy of the organization.
  ///
  /// The management account is a target of policies too; by AWS's rule they do not bind it. Each
  /// customer policy but the account-level one is attached to a unit, so its denies reach accounts by
  /// inheritance only.
  var controlPolicies: [ControlPolicy] {
    let everyPlace = OrganizationalUnit.Place.allCases
    let everyAccount = Array(accounts.indices)
    var policies = [
      ControlPolicy(
        id: "p-FullAWSAccess", name: "FullAWSAccess", summary: "Allows access to every operation",
        type: .serviceControlPolicy, isAWSManaged: true,
        // The sandbox unit has an allow list instead.
        places: everyPlace.filter { $0 != .sandbox }, accounts: everyAccount,
        content: ControlPolicyDocuments.fullAccess),
      ControlPolicy(
        id: "p-RCPFullAWSAccess", name: "RCPFullAWSAccess",
        summary: "Allows access to every operation", type: .resourceControlPolicy,
        isAWSManaged: true, places: everyPlace, accounts: everyAccount,
        content: ControlPolicyDocuments.fullResourceAccess),
    ]
    for (number, draft) in customerControlPolicies.enumerated() {
      policies.append(policy(draft, number: number))
    }
    return policies
  }

  private typealias Draft = (
    name: String, summary: String, places: [OrganizationalUnit.Place], content: JSON
  )

  private func policy(_ draft: Draft, number: Int) -> ControlPolicy {
    var stream = entropy.stream(.controlPolicy, number)
    let isResource = draft.name.hasPrefix("Resource")
    return ControlPolicy(
      id: "p-" + stream.label(8), name: draft.name, summary: draft.summary,
      type: isResource ? .resourceControlPolicy : .serviceControlPolicy, isAWSManaged: false,
      places: draft.places,
      // A policy without a place is attached to one development account.
      accounts: draft.places.isEmpty ? [min(2, accounts.count - 1)] : [],
      content: draft.content)
  }

  private var customerControlPolicies: [Draft] {
    let documents = ControlPolicyDocuments(plan: self)
    return [
      ("BaselineGuard", "No leaving, no root user", [.root], documents.baselineGuard),
      ("RegionGuard", "Only the regions we run in", [.workloads], documents.regionGuard),
      ("ProdLambdaGuard", "Only deployment changes production", [.prod], documents.prodGuard),
      ("PublicAccessGuard", "No public functions", [.workloads], documents.publicAccessGuard),
      ("TagGuard", "Restricted data needs clearance", [.nonProd], documents.tagGuard),
      ("SandboxAllowList", "Instead of FullAWSAccess", [.sandbox], documents.sandboxAllowList),
      ("SandboxHomeRegion", "Sandboxes stay at home", [.sandbox], documents.homeRegionGuard),
      ("QuarantineDeny", "Nothing works here", [.quarantine], documents.denyEverything),
      ("AccountFreeze", "A planned shutdown", [], documents.accountFreeze),
      ("ResourcePerimeter", "Only our identities", [.workloads], documents.resourcePerimeter),
      ("ResourceTransport", "Encrypted transport only", [.root], documents.resourceTransport),
    ]
  }
}
