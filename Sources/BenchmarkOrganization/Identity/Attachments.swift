/// Chooses the managed policies that users, groups and roles have attached.
struct Attachments {
  /// The organization of the holder.
  let plan: OrganizationPlan
  /// The account of the holder.
  let account: AccountPlan

  /// The policies of a role, each once. A change swaps those that are not the same for all of a kind.
  func policies(of role: RoleIdentity, generation: Int) -> [PolicyReference] {
    var stream = plan.entropy.stream(.roleAttachments, account.index, role.index)
    var list = usual(for: role, &stream)
    if role.kind == .serviceLinked { return list }
    if stream.chance(24) { list.append(directory) }
    if stream.chance(45) { list.append(baseline(stream.below(1_000) + generation)) }
    let local = stream.below(account.localPolicyCount)
    if stream.chance(60) { list.append(locals.reference(shifted(local, generation))) }
    return unique(list)
  }

  /// The policies of a user, each once. A change swaps some of them.
  func policies(of user: UserIdentity, generation: Int) -> [PolicyReference] {
    var stream = plan.entropy.stream(.userAttachments, account.index, user.index)
    var list: [PolicyReference] = []
    if stream.chance(6) { list += named([.lambdaFullAccess]) }
    if stream.chance(12) { list.append(directory) }
    if stream.chance(30) { list.append(baseline(stream.below(1_000) + generation)) }
    let local = stream.below(account.localPolicyCount)
    if stream.chance(30) { list.append(locals.reference(shifted(local, generation))) }
    return unique(list)
  }

  /// The policies of a group that its name calls for.
  func policies(of group: GroupPlan) -> [PolicyReference] {
    var list = named(group.awsManaged)
    list += group.baseline.map { BaselinePolicies.reference($0, in: account) }
    if group.hasLocalPolicy { list.append(locals.reference(group.index)) }
    return list
  }
}

extension Attachments {
  private var locals: LocalPolicies { LocalPolicies(plan: plan, account: account) }

  private var directory: PolicyReference {
    BaselinePolicies.reference(BaselinePolicies.directory, in: account)
  }

  private func baseline(_ number: Int) -> PolicyReference {
    let names = BaselinePolicies.attachable
    return BaselinePolicies.reference(names[number % names.count], in: account)
  }

  private func shifted(_ index: Int, _ generation: Int) -> Int {
    (index + generation) % account.localPolicyCount
  }

  private func named(_ names: [AWSManagedPolicyName]) -> [PolicyReference] {
    names.map(\.reference)
  }

  private func unique(_ list: [PolicyReference]) -> [PolicyReference] {
    list.indices.filter { !list[..<$0].contains(list[$0]) }.map { list[$0] }
  }

  /// The AWS managed policies that a role of this kind is given.
  private func usual(for role: RoleIdentity, _ stream: inout SplitMix64) -> [PolicyReference] {
    switch role.kind {
    case .organizationAccess, .breakGlass: named([.administratorAccess])
    case .lambda, .lambdaAtEdge, .lambdaGuarded: named(execution(&stream))
    case .ec2: named([.ssmManagedInstanceCore])
    case .service: [service(&stream).reference]
    case .serviceLinked: named(serviceLinked(role))
    case .singleSignOn: named(permissionSet(role))
    case .saml: named([.readOnlyAccess, .securityAudit])
    case .pipeline, .deploy: named(stream.chance(30) ? [.powerUserAccess] : [])
    case .vendor: named(stream.chance(50) ? [.securityAudit, .viewOnlyAccess] : [])
    case .cluster, .cognito: named([.s3ReadOnlyAccess])
    default: []
    }
  }

  private func service(_ stream: inout SplitMix64) -> AWSManagedPolicyName {
    stream.chance(25)
      ? .lambdaRole : stream.pick([.xrayDaemonWriteAccess, .ecsTaskExecutionRolePolicy])
  }

  private func execution(_ stream: inout SplitMix64) -> [AWSManagedPolicyName] {
    var names: [AWSManagedPolicyName] = [.lambdaBasicExecutionRole]
    if stream.chance(25) { names.append(.lambdaVPCAccessExecutionRole) }
    if stream.chance(20) { names.append(.xrayDaemonWriteAccess) }
    let sources: [AWSManagedPolicyName] = [
      .lambdaSQSQueueExecutionRole, .lambdaDynamoDBExecutionRole,
      .lambdaKinesisExecutionRole, .lambdaENIManagementAccess, .lambdaExecute,
      .lambdaInvocationDynamoDB,
    ]
    if stream.chance(30) { names.append(stream.pick(sources)) }
    return names
  }

  private func serviceLinked(_ role: RoleIdentity) -> [AWSManagedPolicyName] {
    switch role.serviceLink.service {
    case "lambda.amazonaws.com": [.lambdaServiceRolePolicy]
    case "replicator.lambda.amazonaws.com": [.lambdaReplicator]
    default: []
    }
  }

  /// The policies of the Identity Center permission set that the role's name shows.
  private func permissionSet(_ role: RoleIdentity) -> [AWSManagedPolicyName] {
    if role.name.contains("_AdministratorAccess_") { return [.administratorAccess] }
    if role.name.contains("_Developer_") { return [.powerUserAccess, .iamReadOnlyAccess] }
    if role.name.contains("_ReadOnly_") { return [.readOnlyAccess] }
    return [.lambdaFullAccess, .sqsFullAccess]
  }
}
