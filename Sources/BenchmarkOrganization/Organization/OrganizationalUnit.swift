/// A node of the organization's tree: the root, or an organizational unit below it.
struct OrganizationalUnit: Sendable {
  /// `r-…` for the root, `ou-…` for a unit.
  let id: String
  /// The kind of unit, which says where it hangs.
  let place: Place
  /// The ARN of the unit or root.
  let arn: String

  /// The units of every generated organization, three levels deep below the root.
  enum Place: Int, CaseIterable, Sendable {
    case root
    case security
    /// What all accounts share.
    case infrastructure
    case network
    case workloads
    case prod
    case prodCore
    case prodEdge
    case nonProd
    case staging
    case dev
    case sandbox
    case quarantine

    /// The unit above; `nil` for the root.
    var parent: Place? {
      switch self {
      case .root: nil
      case .security, .infrastructure, .workloads, .sandbox, .quarantine: .root
      case .network: .infrastructure
      case .prod, .nonProd: .workloads
      case .prodCore, .prodEdge: .prod
      case .staging, .dev: .nonProd
      }
    }

    /// The units directly below, in their order.
    var children: [Place] { Self.allCases.filter { $0.parent == self } }

    /// The name that Organizations shows.
    var name: String {
      switch self {
      case .root: "Root"
      case .security: "Security"
      case .infrastructure: "Infrastructure"
      case .network: "Network"
      case .workloads: "Workloads"
      case .prod: "Prod"
      case .prodCore: "Core"
      case .prodEdge: "Edge"
      case .nonProd: "NonProd"
      case .staging: "Staging"
      case .dev: "Dev"
      case .sandbox: "Sandbox"
      case .quarantine: "Quarantine"
      }
    }

    /// The value of the tag `env` on what stands in the unit's accounts.
    var environment: String {
      switch self {
      case .root: "management"
      case .security, .infrastructure, .network: "shared"
      case .workloads, .prod, .prodCore, .prodEdge: "prod"
      case .nonProd, .staging: "staging"
      case .dev: "dev"
      case .sandbox, .quarantine: "sandbox"
      }
    }
  }
}
