import ArgumentParser

extension PermregCommand {
  /// The commands that look at records and change them.
  static let recordCommands: [any ParsableCommand.Type] =
    [ListCommand.self, ShowCommand.self, RemoveCommand.self, TagCommand.self, UntagCommand.self]
    + organizationCommands + identityCommands + policyCommands + functionCommands

  private static let organizationCommands: [any ParsableCommand.Type] = [
    AddOrganizationCommand.self, AddOrganizationalUnitCommand.self, AddAccountCommand.self,
    AddControlPolicyCommand.self, AttachControlPolicyCommand.self, DetachControlPolicyCommand.self,
  ]

  private static let identityCommands: [any ParsableCommand.Type] = [
    AddUserCommand.self, AddGroupCommand.self, AddRoleCommand.self,
    AddIdentityProviderCommand.self, AddUserToGroupCommand.self, RemoveUserFromGroupCommand.self,
    SetTrustPolicyCommand.self, SetBoundaryCommand.self, ClearBoundaryCommand.self,
  ]

  private static let policyCommands: [any ParsableCommand.Type] = [
    AddPolicyCommand.self, AddPolicyVersionCommand.self, SetDefaultPolicyVersionCommand.self,
    AttachPolicyCommand.self, DetachPolicyCommand.self, PutInlinePolicyCommand.self,
    RemoveInlinePolicyCommand.self,
  ]

  private static let functionCommands: [any ParsableCommand.Type] = [
    AddFunctionCommand.self, AddVersionCommand.self, AddAliasCommand.self,
    AddFunctionURLCommand.self, AddEventSourceMappingCommand.self, AddLayerVersionCommand.self,
  ]
}
