import JSONText

/// Writes `get-account-authorization-details.json` of an account, a record at a time.
struct AuthorizationDetails {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan
  private var ledger = AttachmentLedger()

  /// The details of one account.
  init(plan: OrganizationPlan, account: AccountPlan) {
    self.plan = plan
    self.account = account
  }

  /// Writes the file. Memory is needed for one record and the names of the policies in use.
  mutating func write(to export: inout OrganizationExport) throws(GenerationError) {
    var details = self
    let roles = Roles(plan: plan, account: account)
    try export.write(account.folder + Self.file) {
      (file: inout ExportFile, counts: inout RecordCounts) throws(GenerationError) in
      file.json.beginObject()
      try details.writeUsers(to: &file, &counts)
      try details.writeGroups(to: &file, &counts)
      file.json.key("RoleDetailList")
      file.json.beginArray()
      for index in 0..<account.roleCount {
        guard let role = roles.content(index) else { continue }
        try details.write(role, to: &file, &counts)
      }
      file.json.endArray()
      let locals = LocalPolicies(plan: plan, account: account)
      try details.writePolicies(
        BaselinePolicies.policies(of: account) + (0..<account.localPolicyCount).map(locals.policy),
        to: &file, &counts)
      file.json.endObject()
    }
    self = details
  }

  /// The file in an account's folder.
  static let file = "iam/get-account-authorization-details.json"
}

extension AuthorizationDetails {
  private mutating func writeUsers(
    to file: inout ExportFile, _ counts: inout RecordCounts
  ) throws(GenerationError) {
    let users = Users(plan: plan, account: account)
    file.json.key("UserDetailList")
    file.json.beginArray()
    for index in 0..<account.userCount {
      guard let user = users.content(index) else { continue }
      ledger.note(user.attached, boundary: user.boundary)
      counts.add(.users)
      counts.add(.inlinePolicies, user.inline.count)
      counts.add(.managedPolicyAttachments, user.attached.count)
      counts.add(.permissionsBoundaries, user.boundary == nil ? 0 : 1)
      file.json.value(user.json)
      try file.flushIfFull()
    }
    file.json.endArray()
  }

  private mutating func writeGroups(
    to file: inout ExportFile, _ counts: inout RecordCounts
  ) throws(GenerationError) {
    let attachments = Attachments(plan: plan, account: account)
    file.json.key("GroupDetailList")
    file.json.beginArray()
    for group in GroupPlan.all {
      let attached = attachments.policies(of: group)
      let inline = group.inline(in: account)
      ledger.note(attached, boundary: nil)
      counts.add(.groups)
      counts.add(.inlinePolicies, inline.count)
      counts.add(.managedPolicyAttachments, attached.count)
      file.json.value(record(group, attached, inline))
    }
    file.json.endArray()
    try file.flushIfFull()
  }

  private func record(
    _ group: GroupPlan, _ attached: [PolicyReference], _ inline: [InlinePolicies.Inline]
  ) -> JSON {
    var stream = plan.entropy.stream(.group, account.index, group.index)
    return [
      "Path": .string(group.path),
      "GroupName": .string(group.name),
      "GroupId": .string(stream.uniqueID("AGPA")),
      "Arn": .string(account.iam("group\(group.path)\(group.name)")),
      "CreateDate": .string(Timestamp.past(&stream).commandLineText),
      "GroupPolicyList": .array(inline.map(\.json)),
      "AttachedManagedPolicies": .array(attached.map(\.json)),
    ]
  }

  /// Writes one role into the open list of roles.
  mutating func write(
    _ role: RoleContent, to file: inout ExportFile, _ counts: inout RecordCounts
  ) throws(GenerationError) {
    ledger.note(role.attached, boundary: role.boundary)
    counts.add(.roles)
    counts.add(.instanceProfiles, role.hasInstanceProfile ? 1 : 0)
    counts.add(.inlinePolicies, role.inline.count)
    counts.add(.managedPolicyAttachments, role.attached.count)
    counts.add(.permissionsBoundaries, role.boundary == nil ? 0 : 1)
    file.json.value(role.json)
    try file.flushIfFull()
  }

  /// Writes the member `Policies`: the customer's policies, and AWS's that are in use.
  mutating func writePolicies(
    _ policies: [ManagedPolicy], to file: inout ExportFile, _ counts: inout RecordCounts
  ) throws(GenerationError) {
    file.json.key("Policies")
    file.json.beginArray()
    for policy in policies {
      counts.add(.customerManagedPolicies)
      counts.add(.customerManagedPolicyVersions, policy.versions.count)
      file.json.value(record(policy, entropy: plan.entropy))
      try file.flushIfFull()
    }
    for policy in AWSManagedPolicies.all where ledger.attachments(of: policy.arn) > 0 {
      counts.add(.awsManagedPolicies)
      file.json.value(record(policy, entropy: EntropySource(seed: 0)))
      try file.flushIfFull()
    }
    file.json.endArray()
  }

  /// An entry of `Policies`. Ids and dates follow from the ARN, so AWS's are alike in all accounts.
  private func record(_ policy: ManagedPolicy, entropy: EntropySource) -> JSON {
    var place = 0
    for byte in policy.arn.utf8 { place = (place &* 31 &+ Int(byte)) & 0xFFFF_FFFF }
    var stream = entropy.stream(.managedPolicy, -1, place)
    let id = stream.uniqueID("ANPA")
    let created = Timestamp.past(&stream)
    let versions = policy.versions.map { version -> JSON in
      [
        "Document": version.document,
        "VersionId": .string("v\(version.number)"),
        "IsDefaultVersion": .bool(version.number == policy.defaultVersion),
        "CreateDate": .string(created.advanced(by: (version.number - 1) * 86_400).commandLineText),
      ]
    }
    let newest = policy.versions.map(\.number).max() ?? 1
    return [
      "PolicyName": .string(policy.name),
      "PolicyId": .string(id),
      "Arn": .string(policy.arn),
      "Path": .string(policy.path),
      "DefaultVersionId": .string("v\(policy.defaultVersion)"),
      "AttachmentCount": .integer(ledger.attachments(of: policy.arn)),
      "PermissionsBoundaryUsageCount": .integer(ledger.boundaries(of: policy.arn)),
      "IsAttachable": true,
      "CreateDate": .string(created.commandLineText),
      "UpdateDate": .string(created.advanced(by: (newest - 1) * 86_400).commandLineText),
      "PolicyVersionList": .array(versions),
    ]
  }
}
