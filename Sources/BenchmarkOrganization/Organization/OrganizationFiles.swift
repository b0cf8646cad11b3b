import JSONText

/// Writes `organizations/`: the tree, its accounts, and the control policies with their targets.
struct OrganizationFiles {
  /// What to write.
  let plan: OrganizationPlan
  /// All accounts, a crowded one among them.
  let accounts: [AccountPlan]

  /// Writes all files. The cost grows with the number of accounts.
  func write(to export: inout OrganizationExport) throws(GenerationError) {
    try export.write(organization, to: "organizations/describe-organization.json")
    try export.write(roots, to: "organizations/list-roots.json")
    try export.write(
      ["Accounts": .array(accounts.map(record))], to: "organizations/list-accounts.json")
    export.counts.add(.accounts, accounts.count)
    try writeTree(to: &export)
    let policies = plan.controlPolicies
    for type in ControlPolicy.PolicyType.allCases {
      let ofType = policies.filter { $0.type == type }
      try export.write(
        ["Policies": .array(ofType.map(summary))],
        to: "organizations/list-policies-\(type.rawValue).json")
      export.counts.add(
        type == .serviceControlPolicy ? .serviceControlPolicies : .resourceControlPolicies,
        ofType.count)
    }
    try writePolicies(policies, to: &export)
  }

  private func writeTree(to export: inout OrganizationExport) throws(GenerationError) {
    let units = "organizations/list-organizational-units-for-parent/"
    let members = "organizations/list-accounts-for-parent/"
    for unit in plan.units {
      let below = unit.place.children.map { record(plan.unit($0)) }
      try export.writeItem(["OrganizationalUnits": .array(below)], to: "\(units)\(unit.id).json")
      let inside = accounts.filter { $0.place == unit.place }.map(record)
      try export.writeItem(["Accounts": .array(inside)], to: "\(members)\(unit.id).json")
    }
    export.counts.add(.organizationalUnits, plan.units.count - 1)
    export.manifest.record(units, .complete)
    export.manifest.record(members, .complete)
  }

  private func writePolicies(
    _ policies: [ControlPolicy], to export: inout OrganizationExport
  ) throws(GenerationError) {
    let descriptions = "organizations/describe-policy/"
    let targets = "organizations/list-targets-for-policy/"
    for policy in policies {
      let description: JSON = [
        "PolicySummary": summary(policy), "Content": .string(policy.content.text()),
      ]
      try export.writeItem(["Policy": description], to: "\(descriptions)\(policy.id).json")
      try export.writeItem(["Targets": list(policy)], to: "\(targets)\(policy.id).json")
    }
    export.manifest.record(descriptions, .complete)
    export.manifest.record(targets, .complete)
  }
}

extension OrganizationFiles {
  private var organization: JSON {
    [
      "Organization": [
        "Id": .string(plan.id),
        "Arn": .string(plan.arn("organization/\(plan.id)")),
        "FeatureSet": "ALL",
        "MasterAccountArn": .string(plan.arn("account/\(plan.id)/\(plan.management.id)")),
        "MasterAccountId": .string(plan.management.id),
        "MasterAccountEmail": .string(email(plan.management)),
        "AvailablePolicyTypes": [["Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"]],
      ]
    ]
  }

  private var roots: JSON {
    let root = plan.unit(.root)
    return [
      "Roots": [
        [
          "Id": .string(root.id), "Arn": .string(root.arn), "Name": "Root",
          "PolicyTypes": [
            ["Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"],
            ["Type": "RESOURCE_CONTROL_POLICY", "Status": "ENABLED"],
          ],
        ]
      ]
    ]
  }

  private func email(_ account: AccountPlan) -> String {
    "aws+\(account.name)@example.com"
  }

  private func arn(_ account: AccountPlan) -> String {
    plan.arn("account/\(plan.id)/\(account.id)")
  }

  private func record(_ account: AccountPlan) -> JSON {
    var stream = plan.entropy.stream(.account, account.index, 2)
    return [
      "Id": .string(account.id),
      "Arn": .string(arn(account)),
      "Email": .string(email(account)),
      "Name": .string(account.name),
      "Status": "ACTIVE",
      "JoinedMethod": account.isManagement ? "INVITED" : "CREATED",
      "JoinedTimestamp": .string(Timestamp.past(&stream).commandLineText),
    ]
  }

  private func record(_ unit: OrganizationalUnit) -> JSON {
    ["Id": .string(unit.id), "Arn": .string(unit.arn), "Name": .string(unit.place.name)]
  }

  private func summary(_ policy: ControlPolicy) -> JSON {
    let path = "\(policy.type.arnPart)/\(policy.id)"
    return [
      "Id": .string(policy.id),
      "Arn": .string(
        policy.isAWSManaged
          ? "arn:aws:organizations::aws:policy/\(path)" : plan.arn("policy/\(plan.id)/\(path)")),
      "Name": .string(policy.name),
      "Description": .string(policy.summary),
      "Type": .string(policy.type.rawValue),
      "AwsManaged": .bool(policy.isAWSManaged),
    ]
  }

  private func list(_ policy: ControlPolicy) -> JSON {
    let units = policy.places.map { place -> JSON in
      let unit = plan.unit(place)
      return [
        "TargetId": .string(unit.id), "Arn": .string(unit.arn), "Name": .string(place.name),
        "Type": place == .root ? "ROOT" : "ORGANIZATIONAL_UNIT",
      ]
    }
    let attached = policy.isAWSManaged ? accounts : policy.accounts.map { accounts[$0] }
    let members = attached.map { account -> JSON in
      [
        "TargetId": .string(account.id), "Arn": .string(arn(account)),
        "Name": .string(account.name), "Type": "ACCOUNT",
      ]
    }
    return .array(units + members)
  }
}
