/// What a record describes. The raw value is how the command line and the history write it.
package enum RecordKind: String, CaseIterable, Sendable {
  case organization
  case organizationalUnit = "organizational-unit"
  case account
  case controlPolicy = "control-policy"
  case controlPolicyAttachment = "control-policy-attachment"
  case user
  case group
  case role
  case groupMembership = "group-membership"
  case identityProvider = "identity-provider"
  case managedPolicy = "managed-policy"
  case managedPolicyVersion = "managed-policy-version"
  case inlinePolicy = "inline-policy"
  case policyAttachment = "policy-attachment"
  case function
  case version
  case alias
  case functionURL = "function-url"
  case eventSourceMapping = "event-source-mapping"
  case layerVersion = "layer-version"
  case resourcePolicy = "resource-policy"
  case resourceTags = "resource-tags"
  case coverage
}

extension RecordKind {
  /// Where records of this kind are kept.
  package var table: RecordTable {
    switch self {
    case .organization: Organization.table
    case .organizationalUnit: OrganizationalUnit.table
    case .account: Account.table
    case .controlPolicy: ControlPolicy.table
    case .controlPolicyAttachment: ControlPolicyAttachment.table
    case .user: User.table
    case .group: Group.table
    case .role: Role.table
    case .groupMembership: GroupMembership.table
    case .identityProvider: IdentityProvider.table
    case .managedPolicy: ManagedPolicy.table
    case .managedPolicyVersion: ManagedPolicyVersion.table
    case .inlinePolicy: InlinePolicy.table
    case .policyAttachment: PolicyAttachment.table
    case .function: Function.table
    case .version: FunctionVersion.table
    case .alias: Alias.table
    case .functionURL: FunctionURL.table
    case .eventSourceMapping: EventSourceMapping.table
    case .layerVersion: LayerVersion.table
    case .resourcePolicy: ResourcePolicy.table
    case .resourceTags: ResourceTags.table
    case .coverage: Coverage.table
    }
  }
}
