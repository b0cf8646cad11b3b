/// The policies of one kind that bear on a request, taken together: an Allow or a Deny in any of
/// them counts.
package struct PolicyLayer: Sendable {
  /// The policies, each with a copy of its filter, so that one that cannot concern an action is not
  /// even looked at.
  let entries: [Entry]
  /// How many documents belong here that are missing or not valid. Each might allow or deny
  /// anything.
  package let unknownDocuments: Int

  /// A policy and its filter.
  struct Entry {
    let policy: CompiledPolicy
    let filter: ActionFilter
  }

  package init(_ policies: [CompiledPolicy] = [], unknownDocuments: Int = 0) {
    entries = policies.map { Entry(policy: $0, filter: $0.filter) }
    self.unknownDocuments = unknownDocuments
  }

  /// The policies in the order given.
  package var policies: [CompiledPolicy] { entries.map(\.policy) }
}

/// All policies that bear on a request. Layers hold references to compiled policies, so they are
/// cheap to put together.
///
/// Source: IAM User Guide, "Policy evaluation logic".
package struct PolicyLayers: Sendable {
  /// The policies of the user with its groups, of the role behind a session, or of the user behind
  /// a federation token.
  package var identity: PolicyLayer
  /// `nil` where the user or role has no permissions boundary.
  package var boundary: PolicyLayer?
  /// `nil` where no policy was passed when the session was made.
  package var session: PolicyLayer?
  /// The policy of the resource, a role's trust policy included.
  package var resource: PolicyLayer?
  /// One layer for each level of the caller's organization from the root down to the account; empty
  /// where no service control policies apply.
  package var serviceControl: [PolicyLayer]
  /// The same for resource control policies and the account that owns the resource.
  package var resourceControl: [PolicyLayer]
  /// `nil` where the request does not come through a VPC endpoint.
  package var vpcEndpoint: PolicyLayer?
  package var exemptions: Exemptions

  package init(
    identity: PolicyLayer = PolicyLayer(), resource: PolicyLayer? = nil,
    boundary: PolicyLayer? = nil
  ) {
    self.identity = identity
    self.resource = resource
    self.boundary = boundary
    session = nil
    serviceControl = []
    resourceControl = []
    vpcEndpoint = nil
    exemptions = []
  }

  /// The layer that a reference names; `nil` where there is none.
  package subscript(reference: LayerReference) -> PolicyLayer? {
    switch reference.kind {
    case .identity: identity
    case .boundary: boundary
    case .session: session
    case .resource: resource
    case .vpcEndpoint: vpcEndpoint
    case .serviceControl:
      serviceControl.indices.contains(reference.level) ? serviceControl[reference.level] : nil
    case .resourceControl:
      resourceControl.indices.contains(reference.level) ? resourceControl[reference.level] : nil
    }
  }

  /// Facts that free a request from the organization's policies.
  ///
  /// Source: AWS Organizations User Guide, "Service control policies" and "Resource control
  /// policies", the parts on what they do not restrict.
  package struct Exemptions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The caller's account manages the organization: service control policies do not bind it.
    package static let callerInManagementAccount = Self(rawValue: 1)
    /// The owner's account manages the organization: resource control policies do not bind it.
    package static let resourceInManagementAccount = Self(rawValue: 2)
    /// The resource is a KMS key that AWS manages: resource control policies do not bind it.
    package static let resourceIsAWSManagedKey = Self(rawValue: 4)
  }
}
