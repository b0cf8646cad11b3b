import Evaluation
import PolicyLanguage
import Registry

/// The policies of one request, with the names that belong to the evaluator's indexes.
struct AssembledLayers {
  var layers = PolicyLayers()
  private var holdings: [LayerReference: [PolicyHolding]] = [:]
  /// Policies that bear on the request and are missing or not valid.
  private(set) var unknown: [PolicyHolding] = []

  /// Puts policies together as one layer.
  ///
  /// - Parameter relevant: the documents that may have a bearing on the request, where they are known;
  ///   the others are taken as empty, and not read.
  mutating func layer(
    _ reference: LayerReference, _ policies: [PolicyHolding], from library: PolicyLibrary,
    relevant: Set<Int64>? = nil
  ) throws -> PolicyLayer {
    var compiled: [CompiledPolicy] = []
    var known: [PolicyHolding] = []
    var unknowns = 0
    for holding in policies {
      if let id = holding.document, let relevant, !relevant.contains(id) {
        continue
      }
      guard let id = holding.document, let policy = try library.policy(id).compiled else {
        unknown.append(holding)
        unknowns += 1
        continue
      }
      compiled.append(policy)
      known.append(holding)
    }
    holdings[reference] = known
    return PolicyLayer(compiled, unknownDocuments: unknowns)
  }

  /// The policy that a statement of a decision stands in.
  func holding(of reference: StatementReference) -> PolicyHolding? {
    guard let policies = holdings[reference.layer], policies.indices.contains(reference.policy)
    else { return nil }
    return policies[reference.policy]
  }
}

/// Puts the layers of requests together from the registry.
struct LayerAssembly {
  let question: AccessQuestion
  let library: PolicyLibrary
  let principals: PrincipalReader
  let organizations: OrganizationReader
  let snapshot: Snapshot
  /// The documents that may have a bearing on the question, where the index told them.
  var relevant: Set<Int64>?

  /// What bears on every caller: the resource's own policy and the policies above its account.
  func shared() throws -> AssembledLayers {
    var assembled = AssembledLayers()
    let policies = try resourcePolicies()
    if !policies.isEmpty {
      assembled.layers.resource = try assembled.layer(
        LayerReference(.resource), policies, from: library)
    }
    if let owner = resourceAccount {
      let levels = try organizations.controlPolicies(of: owner, type: .resourceControl)
      for (level, policies) in levels.enumerated() {
        assembled.layers.resourceControl.append(
          try assembled.layer(
            LayerReference(.resourceControl, level: level), policies, from: library))
      }
      if try organizations.place(of: owner)?.managementAccount == owner {
        assembled.layers.exemptions.insert(.resourceInManagementAccount)
      }
    }
    return assembled
  }

  /// Adds the policies above a caller's account.
  func addControls(of account: String, to assembled: inout AssembledLayers) throws {
    let levels = try organizations.controlPolicies(of: account, type: .serviceControl)
    for (level, policies) in levels.enumerated() {
      assembled.layers.serviceControl.append(
        try assembled.layer(
          LayerReference(.serviceControl, level: level), policies, from: library))
    }
    if try organizations.place(of: account)?.managementAccount == account {
      assembled.layers.exemptions.insert(.callerInManagementAccount)
    }
  }

  /// Adds what a user or role holds: its policies, those of its groups, its boundary.
  func addPolicies(of principal: Principal, to assembled: inout AssembledLayers) throws {
    assembled.layers.identity = try assembled.layer(
      LayerReference(.identity), try principals.identityPolicies(of: principal), from: library,
      relevant: relevant)
    if let boundary = try principals.boundary(of: principal) {
      assembled.layers.boundary = try assembled.layer(
        LayerReference(.boundary), [boundary], from: library, relevant: relevant)
    }
  }

  /// The account that owns the resource, where the ARN or the asker says it.
  var resourceAccount: String? {
    let account = ARN(question.resource).map { String($0.account) } ?? ""
    return account.isEmpty ? question.resourceAccount : account
  }

  /// The resource-based policies that bear on the request.
  ///
  /// A call with a qualifier is judged by the function's policy and the qualifier's own, each
  /// statement against the qualified ARN; never by the policy of the version that an alias points
  /// at. A layer version has its own policy. Source: Lambda developer guide, "Viewing resource-based
  /// IAM policies in Lambda". An action that takes no resource, such as to make an event source
  /// mapping, meets no resource's policy.
  func resourcePolicies() throws -> [PolicyHolding] {
    if question.takesNoResource { return [] }
    if ActionName(question.action).service == "sts" {
      guard let role = try principals.principal(arn: question.resource), let id = role.trustPolicy
      else { return [] }
      return [PolicyHolding(.resource(arn: role.arn), document: id)]
    }
    var carriers = [question.resource]
    if let function = FunctionName(question.resource), function.qualifier != nil {
      carriers = [function.unqualified, function.qualified]
    } else if let arn = ARN(question.resource), arn.service == "s3",
      let slash = question.resource.utf8.firstIndex(of: UInt8(ascii: "/"))
    {
      carriers = [String(question.resource[..<slash])]
    }
    return try carriers.compactMap { carrier in
      try snapshot.resourcePolicy(of: carrier).map {
        PolicyHolding(.resource(arn: carrier), document: $0)
      }
    }
  }
}
