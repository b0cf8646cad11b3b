import JSONText

/// An account with very many roles, of which a known number may invoke one function.
///
/// The function has no policy of its own, so identity policies and boundaries decide, and every role
/// is certainly allowed or certainly not: no grant here has a condition. The roles that are not
/// allowed each come close in another way.
struct CrowdedAccount {
  /// The organization.
  let plan: OrganizationPlan
  /// The account; its function count and the like are not used.
  let account: AccountPlan
  /// How many roles, and how many of them allowed.
  let crowd: OrganizationOptions.Crowd

  /// The crowded account of an organization; `nil` where none was asked for.
  init?(plan: OrganizationPlan) {
    guard let crowd = plan.options.crowd else { return nil }
    let index = plan.accounts.count
    self.plan = plan
    self.crowd = crowd
    account = AccountPlan(
      index: index, id: AccountPlan.id(of: index, entropy: plan.entropy), name: "crowd",
      place: .prodCore, principals: crowd.roles)
  }

  /// The name of the function that the roles want to invoke.
  static let functionName = "crowd-target"

  /// The ARN of that function.
  var functionARN: String {
    account.arn("lambda", plan.options.regions[0], "function:\(Self.functionName)")
  }

  /// Whether a role is among the allowed ones. They are spread evenly.
  func isAllowed(_ index: Int) -> Bool {
    (index + 1) * crowd.allowed / crowd.roles > index * crowd.allowed / crowd.roles
  }

  /// Writes the account: its roles, its function, and what else the collector asks for.
  func write(to export: inout OrganizationExport) throws(GenerationError) {
    try writeDetails(to: &export)
    try IdentityProviders(plan: plan, account: account).write(to: &export)
    let folder = "\(account.folder)lambda/\(plan.options.regions[0])/"
    try export.write(
      ["Functions": [function]], to: folder + "list-functions.json")
    export.counts.add(.functions)
    try export.write(["EventSourceMappings": []], to: folder + "list-event-source-mappings.json")
    try export.write(["Layers": []], to: folder + "list-layers.json")
    let empty: [(command: String, output: JSON)] = [
      ("list-versions-by-function", ["Versions": [function]]), ("list-aliases", ["Aliases": []]),
      ("list-function-url-configs", ["FunctionUrlConfigs": []]),
    ]
    for (command, output) in empty {
      try export.writeItem(output, to: "\(folder)\(command)/\(Self.functionName).json")
      export.manifest.record("\(folder)\(command)/", .complete)
    }
    export.manifest.record("\(folder)get-policy/", .complete)
    export.manifest.record("\(folder)get-policy/\(Self.functionName).json", .absent)
  }

  private func writeDetails(to export: inout OrganizationExport) throws(GenerationError) {
    try export.write(account.folder + AuthorizationDetails.file) {
      (file: inout ExportFile, counts: inout RecordCounts) throws(GenerationError) in
      var details = AuthorizationDetails(plan: plan, account: account)
      file.json.beginObject()
      file.json.member("UserDetailList", [])
      file.json.member("GroupDetailList", [])
      file.json.key("RoleDetailList")
      file.json.beginArray()
      for index in 0..<crowd.roles { try details.write(role(index), to: &file, &counts) }
      file.json.endArray()
      let policies = BaselinePolicies.policies(of: account) + [invokePolicy]
      try details.writePolicies(policies, to: &file, &counts)
      file.json.endObject()
    }
  }
}

extension CrowdedAccount {
  private var function: JSON {
    [
      "FunctionName": .string(Self.functionName),
      "FunctionArn": .string(functionARN),
      "Runtime": "python3.13",
      "Role": .string(name(0).arn),
      "Handler": "app.handler",
      "Version": "$LATEST",
      "PackageType": "Zip",
    ]
  }

  private var invokePolicy: ManagedPolicy {
    ManagedPolicy(
      name: "crowd-invoke", path: "/", owner: account.id,
      versions: [.init(number: 1, document: Policy.document([allow(functionARN)]))],
      defaultVersion: 1)
  }

  private func allow(_ resource: String, _ action: String = "lambda:InvokeFunction") -> JSON {
    ["Effect": "Allow", "Action": .string(action), "Resource": .string(resource)]
  }

  private func name(_ index: Int) -> RoleIdentity {
    RoleIdentity(
      account, index, path: index % 3 == 0 ? "/app/" : "/",
      name: "crowd-worker-lambda-\(Vocabulary.padded(index, 6))")
  }

  private func role(_ index: Int) -> RoleContent {
    let identity = name(index)
    var stream = plan.entropy.stream(.crowd, 0, index)
    var role = RoleContent(
      identity: identity, uniqueID: stream.uniqueID("AROA"), created: .past(&stream),
      trust: TrustPolicies(plan: plan, account: account).document(of: identity, generation: 0))
    role.tags = [Tag(key: "team", value: "crowd")]
    if isAllowed(index) {
      allow(&role, way: stream.below(5))
    } else {
      refuse(&role, way: stream.below(7))
    }
    return role
  }

  private func allow(_ role: inout RoleContent, way: Int) {
    switch way {
    case 0: role.attached = [invokePolicy.reference]
    case 1: role.inline = [inline([allow(functionARN)])]
    case 2: role.inline = [inline([allow(functionARN.dropLast(3) + "*")])]
    case 3: role.attached = [AWSManagedPolicyName.lambdaRole.reference]
    default:
      role.attached = [invokePolicy.reference]
      role.boundary = Boundaries.reference("WorkloadBoundary", in: account)
    }
  }

  private func refuse(_ role: inout RoleContent, way: Int) {
    switch way {
    case 0: role.attached = [AWSManagedPolicyName.lambdaBasicExecutionRole.reference]
    case 1: role.inline = [inline([allow(functionARN + ":live")])]
    case 2: role.inline = [inline([allow(functionARN + "-2")])]
    case 3: role.inline = [inline([allow(functionARN, "lambda:InvokeFunctionUrl")])]
    case 4:
      role.attached = [invokePolicy.reference]
      role.boundary = Boundaries.reference("ReadBoundary", in: account)
    case 5:
      role.attached = [invokePolicy.reference]
      let deny: JSON = ["Effect": "Deny", "Action": "lambda:Invoke*", "Resource": "*"]
      role.inline = [inline([deny])]
    default: role.attached = [AWSManagedPolicyName.lambdaReadOnlyAccess.reference]
    }
  }

  private func inline(_ statements: [JSON]) -> InlinePolicies.Inline {
    InlinePolicies.Inline(name: "crowd", document: Policy.document(statements))
  }
}
