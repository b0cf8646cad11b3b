/// Derives users.
struct Users {
  /// The organization of the users.
  let plan: OrganizationPlan
  /// The account of the users.
  let account: AccountPlan

  /// The user with this index; `nil` where change has removed it.
  func content(_ index: Int) -> UserContent? {
    let identity = UserIdentity(plan, account, index)
    let state = PrincipalState(
      plan.history.generations(of: .user, account.index, index), isPermanent: identity.isPermanent)
    guard !state.isRemoved else { return nil }
    var stream = plan.entropy.stream(.user, account.index, index, generation: 1 + state.incarnation)
    var content = UserContent(
      identity: identity, uniqueID: stream.uniqueID("AIDA"), created: .past(&stream))
    let inline = InlinePolicies(plan: plan, account: account)
    content.inline = inline.policies(of: identity, generation: state.inline)
    content.groups = groups(of: identity, state)
    let attachments = Attachments(plan: plan, account: account)
    content.attached = attachments.policies(of: identity, generation: state.attachments)
    content.boundary = boundary(of: identity, state)
    content.tags = tags(of: identity, state)
    return content
  }

  private func groups(of user: UserIdentity, _ state: PrincipalState) -> [String] {
    var stream = plan.entropy.stream(
      .userGroups, account.index, user.index, generation: state.membership)
    return GroupPlan.names(&stream)
  }

  private func boundary(of user: UserIdentity, _ state: PrincipalState) -> PolicyReference? {
    var stream = plan.entropy.stream(
      .userBoundary, account.index, user.index, generation: state.boundary)
    return stream.chance(12) ? Boundaries.pick(in: account, &stream) : nil
  }

  private func tags(of user: UserIdentity, _ state: PrincipalState) -> [Tag] {
    var stream = plan.entropy.stream(.userTags, account.index, user.index)
    return Tag.choose(
      team: user.team, environment: account.environment, generation: state.tags, &stream)
  }
}
