/// Derives roles.
struct Roles {
  /// The organization of the roles.
  let plan: OrganizationPlan
  /// The account of the roles.
  let account: AccountPlan

  /// The role with this index; `nil` where change has removed it.
  func content(_ index: Int) -> RoleContent? {
    let identity = RoleIdentity(plan, account, index)
    let state = PrincipalState(
      plan.history.generations(of: .role, account.index, index),
      isPermanent: identity.kind.isPermanent)
    guard !state.isRemoved else { return nil }
    var stream = plan.entropy.stream(.role, account.index, index, generation: 1 + state.incarnation)
    let trusts = TrustPolicies(plan: plan, account: account)
    var content = RoleContent(
      identity: identity, uniqueID: stream.uniqueID("AROA"), created: .past(&stream),
      trust: trusts.document(of: identity, generation: state.membership))
    if stream.chance(70) { content.lastUsed = lastUse(&stream) }
    let attachments = Attachments(plan: plan, account: account)
    content.attached = attachments.policies(of: identity, generation: state.attachments)
    // AWS fixes the permissions of a service-linked role: no inline policy, no boundary, no tags.
    guard identity.kind != .serviceLinked else { return content }
    let inline = InlinePolicies(plan: plan, account: account)
    content.inline = inline.policies(of: identity, generation: state.inline)
    content.boundary = boundary(of: identity, state)
    content.tags = tags(of: identity, state)
    return content
  }

  private func lastUse(_ stream: inout SplitMix64) -> (at: Timestamp, region: String) {
    let at = Timestamp.newest.advanced(by: -stream.below(20_000_000))
    return (at, stream.pick(plan.options.regions))
  }

  private func boundary(of role: RoleIdentity, _ state: PrincipalState) -> PolicyReference? {
    guard role.kind != .organizationAccess && role.kind != .breakGlass else { return nil }
    var stream = plan.entropy.stream(
      .roleBoundary, account.index, role.index, generation: state.boundary)
    return stream.chance(34) ? Boundaries.pick(in: account, &stream) : nil
  }

  private func tags(of role: RoleIdentity, _ state: PrincipalState) -> [Tag] {
    var stream = plan.entropy.stream(.roleTags, account.index, role.index)
    return Tag.choose(
      team: role.team, environment: account.environment, generation: state.tags, &stream)
  }
}
