import JSONText
import PolicyLanguage
import Registry

/// The outputs of `organizations`: the tree, the accounts and the control policies.
///
/// E-mail addresses are never looked at.
extension FileReader {
  mutating func readOrganization(_ root: JSONValue) {
    guard let organization = root["Organization"], let id = text(organization, "Id"),
      let account = text(organization, "MasterAccountId")
    else { return }
    scopes.insert(Scope(command: .describeOrganization))
    draft.pending.organization = Organization(id: id, managementAccount: account)
  }

  mutating func readRoots(_ root: JSONValue) {
    scopes.insert(Scope(command: .listRoots))
    for unit in list(root, "Roots") {
      guard let id = text(unit, "Id") else { continue }
      draft.pending.units[id] = text(unit, "Name") ?? id
      learnOrganization(unit)
    }
  }

  mutating func readUnits(_ root: JSONValue) {
    scopes.insert(Scope(command: .listOrganizationalUnits))
    for unit in list(root, "OrganizationalUnits") {
      guard let id = text(unit, "Id") else { continue }
      draft.pending.units[id] = text(unit, "Name") ?? id
      if let parent = place?.item { draft.pending.parents[id] = parent }
    }
  }

  mutating func readAccounts(_ root: JSONValue) {
    let parent = place?.command == .listAccountsForParent ? place?.item : nil
    scopes.insert(Scope(command: parent == nil ? .listAccounts : .listAccountsForParent))
    for account in list(root, "Accounts") {
      guard let id = text(account, "Id"), id.isAccountID else { continue }
      draft.pending.accounts[id] = text(account, "Name")
      if let parent { draft.pending.parents[id] = parent }
      learnOrganization(account)
    }
  }

  /// The ARNs of roots and accounts name the organization and its management account.
  private mutating func learnOrganization(_ value: JSONValue) {
    guard draft.pending.organization == nil, let arn = text(value, "Arn").flatMap(ARN.init) else {
      return
    }
    let parts = arn.resource.split(separator: "/")
    guard parts.count == 3, parts[1].hasPrefix("o-") else { return }
    draft.pending.organization = Organization(
      id: String(parts[1]), managementAccount: String(arn.account))
  }

  // MARK: Control policies

  /// The list names the policies; their documents stand in files of their own.
  mutating func readPolicyList(_ root: JSONValue) {
    for policy in list(root, "Policies") {
      guard let id = text(policy, "Id"), let arn = arn(policy, "Arn") else { continue }
      draft.pending.controlPolicies[id] = arn.text
      scopes.insert(Scope(command: listCommand(policy)))
    }
  }

  private func listCommand(_ policy: JSONValue) -> AWSCommand {
    text(policy, "Type") == ControlPolicyType.resourceControl.rawValue
      ? .listResourceControlPolicies : .listServiceControlPolicies
  }

  mutating func readControlPolicy(_ root: JSONValue) throws {
    guard let policy = root["Policy"], let summary = policy["PolicySummary"],
      let id = text(summary, "Id"), let arn = arn(summary, "Arn")
    else { return }
    draft.pending.controlPolicies[id] = arn.text
    scopes.insert(Scope(command: .describePolicy))
    guard let type = text(summary, "Type").flatMap(ControlPolicyType.init) else {
      draft.note(
        at(summary).diagnostic(
          .warning, "policy-type", "`\(id)` is neither an SCP nor an RCP; it is left out"))
      return
    }
    let role: PolicyType = type == .serviceControl ? .serviceControl : .resourceControl
    guard let document = try documents.keep(policy["Content"], as: role, in: path) else { return }
    let record = ControlPolicy(
      arn: arn.text, type: type, name: text(summary, "Name") ?? id, document: document.digest)
    add(record, at: policy)
  }

  mutating func readTargets(_ root: JSONValue) {
    guard let policy = place?.item else {
      draft.note(
        at(root).diagnostic(
          .warning, "no-bearer", "nothing tells which policy these targets belong to"))
      return
    }
    scopes.insert(Scope(command: .listTargets))
    for target in list(root, "Targets") {
      guard let id = text(target, "TargetId") else { continue }
      draft.pending.targets.append((policy, id, at(target)))
    }
  }
}
