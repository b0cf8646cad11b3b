import JSONText
import PolicyLanguage
import Registry

/// Makes records of what several files tell together.
extension ImportDraft {
  /// - Returns: the scopes that the function policies outside the layout belong to.
  mutating func settle(with known: KnownRecords) throws -> Set<Scope> {
    settleMemberships(known)
    try settleOrganization(known)
    try settleAccounts(known)
    settleTargets(known)
    return settleFunctionPolicies()
  }

  /// A user's file names groups without their paths, so the ARN is that of the account's group.
  private mutating func settleMemberships(_ known: KnownRecords) {
    guard !pending.memberships.isEmpty else { return }
    var groups: [String: String] = [:]
    for group in known.groups + all(Group.self) {
      if let identity = try? ResourceIdentity(arn: group.arn) {
        groups["\(identity.account) \(identity.name)"] = group.arn
      }
    }
    for (user, name, place) in pending.memberships {
      let account = ARN(user).map { String($0.account) } ?? ""
      guard let group = groups["\(account) \(name)"] else {
        note(
          place.diagnostic(
            .warning, "unknown-group",
            "`\(user)` is in the group `\(name)`, which nothing describes"
          ))
        continue
      }
      add(GroupMembership(user: user, group: group)) { place }
    }
  }

  private mutating func settleOrganization(_ known: KnownRecords) throws {
    if let organization = pending.organization { replace(organization) }
    let organization = pending.organization ?? known.organizations.first
    guard !pending.units.isEmpty else { return }
    guard let organization else {
      note(
        Diagnostic(
          .warning, "unknown-organization",
          "nothing tells the organization of the units; they are left out"))
      return
    }
    for (id, name) in pending.units.sorted(by: { inByteOrder($0.key, $1.key) }) {
      let parent = try pending.parents[id] ?? known.record(OrganizationalUnit.self, id)?.parent
      replace(
        OrganizationalUnit(id: id, organization: organization.id, name: name, parent: parent))
    }
  }

  private mutating func settleAccounts(_ known: KnownRecords) throws {
    for (id, name) in pending.accounts {
      let earlier = try known.record(Account.self, id)
      replace(
        Account(
          id: id, name: name ?? earlier?.name,
          organization: pending.organization?.id ?? earlier?.organization,
          parent: pending.parents[id] ?? earlier?.parent))
    }
  }

  private mutating func settleTargets(_ known: KnownRecords) {
    var arns = pending.controlPolicies
    for policy in known.controlPolicies {
      let id = controlPolicyID(policy.arn)
      if arns[id] == nil { arns[id] = policy.arn }
    }
    for (id, target, place) in pending.targets {
      guard let policy = arns[id] else {
        note(
          place.diagnostic(
            .warning, "unknown-policy", "nothing describes the control policy `\(id)`"))
        continue
      }
      add(ControlPolicyAttachment(target: target, policy: policy)) { place }
    }
  }

  private mutating func settleFunctionPolicies() -> Set<Scope> {
    var scopes: Set<Scope> = []
    var names: [String: [String]] = [:]
    for function in all(Function.self) {
      if let identity = try? ResourceIdentity(arn: function.arn) {
        names[identity.name, default: []].append(function.arn)
      }
    }
    for policy in pending.functionPolicies {
      guard let bearer = bearer(of: policy, names), let arn = ARN(bearer) else {
        note(
          policy.place.diagnostic(
            .warning, "no-bearer",
            "nothing tells which function this policy belongs to; it is left out"))
        continue
      }
      scopes.insert(
        Scope(
          command: .getFunctionPolicy, account: String(arn.account), region: String(arn.region)))
      for (resource, statement) in policy.resources
      where !ForeignResource.reaches(resource, bearer) {
        note(.foreignResource(resource, statement, of: bearer, at: policy.place))
      }
      let record = ResourcePolicy(
        resource: bearer, document: policy.document.digest, awsRevisionID: policy.awsRevisionID)
      add(record) { policy.place }
    }
    return scopes
  }

  /// The function that the statements name where the input describes it, else the described one that
  /// the file is named after, else the only one that the statements name.
  private func bearer(of policy: LooseFunctionPolicy, _ names: [String: [String]]) -> String? {
    let named = Set(
      policy.resources.map(\.resource).filter { $0.contains(":function:") && !$0.contains("*") })
    let only = named.count == 1 ? named.first : nil
    if let only, contains(.function, FunctionARN(only).unqualified) { return only }
    var name = policy.place.file.split(separator: "/").last.map(String.init) ?? ""
    if name.hasSuffix(".json") { name.removeLast(5) }
    if let functions = names[name], functions.count == 1 { return functions[0] }
    return only
  }
}

/// The id of a control policy: the last part of its ARN.
func controlPolicyID(_ arn: String) -> String {
  arn.split(separator: "/").last.map(String.init) ?? arn
}
