extension PolicyType: CustomStringConvertible {
  /// The type in words, with its article, as messages need it.
  package var description: String {
    switch self {
    case .identity: "an identity-based policy"
    case .permissionsBoundary: "a permissions boundary"
    case .session: "a session policy"
    case .resource: "a resource-based policy"
    case .trust: "a role trust policy"
    case .serviceControl: "a service control policy"
    case .resourceControl: "a resource control policy"
    case .vpcEndpoint: "a VPC endpoint policy"
    }
  }
}
