// C.2: how the layers combine into one of three verdicts.

/// What each layer that binds the request says; nil for a layer that does not apply.
struct LayerResults {
  /// The identity policies of the caller, groups included.
  var identity: LayerResult?
  /// The permissions boundary.
  var boundary: LayerResult?
  /// The session policies.
  var session: LayerResult?
  /// The policies of the resource; a role's is its trust policy.
  var resource: LayerResult?
  /// The policy of the endpoint in the path.
  var vpcEndpoint: LayerResult?
  /// One result for each level.
  var serviceControl: [LayerResult]
  /// One result for each level.
  var resourceControl: [LayerResult]
  /// Whether resource control policies bind the request at all.
  var resourceControlBinds: Truth
}

extension Evaluation {
  /// The verdict, and the open rules it rests on.
  func decide() -> (Verdict, Set<OpenRule>) {
    if isAction("sts:GetCallerIdentity") {
      cite(.getCallerIdentity)  // C8.8: even against an explicit Deny
      return (.allowed, [])
    }
    let results = layerResults()
    let denied = isDenied(results)
    let allowed = isAllowed(results)
    citeDenials(results, denied: denied, allowed: allowed)
    if denied.helpsDeny { return (.explicitlyDenied, denied.rules) }
    citeRows(results)
    return (
      allowed.helpsAllow ? .allowed : .implicitlyDenied, denied.rules.union(allowed.rules)
    )
  }

  /// Whether the request is for `action`, without regard to case.
  func isAction(_ action: String) -> Bool {
    request.action.isSameTextIgnoringCase(as: action)
  }

  private func layerResults() -> LayerResults {
    let result = { (layer: Layers.Layer?) in layer.map { self.result(of: $0) } }
    // C10.1, C.13: services, providers, anonymous callers and root users have no such policies.
    let hasIdentity = request.caller.hasIdentityPolicies
    return LayerResults(
      identity: hasIdentity ? result(layers.identity) : nil,
      boundary: hasIdentity ? result(layers.boundary) : nil,
      session: hasIdentity ? result(layers.session) : nil,
      resource: result(layers.resource),
      vpcEndpoint: result(layers.vpcEndpoint),
      serviceControl: serviceControlBinds ? layers.serviceControl.map { self.result(of: $0) } : [],
      resourceControl: layers.resourceControl.map { self.result(of: $0) },
      resourceControlBinds: layers.resourceControl.isEmpty
        ? .certain(false) : resourceControlBinds())
  }

  /// Whether any Deny of any layer applies.
  private func isDenied(_ results: LayerResults) -> Truth {
    let ordinary: [LayerResult?] =
      [
        results.identity, results.boundary, results.session, results.resource,
        results.vpcEndpoint,
      ] + results.serviceControl
    let resourceControl = Truth.all([
      .any(results.resourceControl.map(\.deny)), results.resourceControlBinds,
    ])
    let denied = Truth.any(ordinary.compactMap(\.?.deny) + [resourceControl])
    // C8.8: one page says that policies cannot control it.
    guard isSessionTokenByUser, denied != .certain(false) else { return denied }
    return .all([denied, open(.denyOnGetSessionToken, reading: true)])
  }

  /// `GetSessionToken` of a user or root user, which needs no Allow.
  var isSessionTokenByUser: Bool {
    let kind = request.caller.kind
    return isAction("sts:GetSessionToken") && (kind == .user || kind == .rootUser)
  }

  /// Whether the request would be allowed if nothing denied it.
  private func isAllowed(_ results: LayerResults) -> Truth {
    if isSessionTokenByUser { return .certain(true) }
    let resourceControl = Truth.all(results.resourceControl.map(\.allow.any))
    return .all([
      .any([results.resourceControlBinds.negation, resourceControl]),
      .all(results.serviceControl.map(\.allow.any)),
      results.vpcEndpoint?.allow.any ?? .certain(true),
      isGranted(results),
    ])
  }

  /// Whether identity and resource policies grant, within boundary and session policy.
  private func isGranted(_ results: LayerResults) -> Truth {
    let resource = results.resource?.allow ?? .none
    guard request.caller.hasAccount else { return resource.direct }
    let limits = Truth.all([boundaryAllows(results), sessionAllows(results)])
    let own = Truth.all([identityAllows(results), limits])
    guard isSameAccount else { return .all([own, resource.any]) }
    return .any([
      resource.direct,
      .all([resource.entity, limits]),
      isPolicyAnchored ? .all([own, resource.any]) : own,
    ])
  }

  /// Whether the identity policies allow; a root user needs none.
  func identityAllows(_ results: LayerResults) -> Truth {
    if request.caller.kind == .rootUser { return .certain(true) }
    return results.identity?.allow.any ?? .certain(false)
  }

  /// C7.1: whether the boundary, if there is one, allows.
  func boundaryAllows(_ results: LayerResults) -> Truth {
    results.boundary?.allow.any ?? .certain(true)
  }

  /// C7.3, C7.4: without a session policy, a role session has the role's permissions and a
  /// federated user's session none.
  func sessionAllows(_ results: LayerResults) -> Truth {
    if let session = results.session { return session.allow.any }
    if case .federatedUser = request.caller.kind { return .certain(false) }
    return .certain(true)
  }

  /// Whether the caller's account owns the resource. Decision: an owner that nothing tells is
  /// taken for another account.
  var isSameAccount: Bool {
    guard let caller = request.caller.account, let owner = request.resourceAccount else {
      return false
    }
    return caller.isSameText(as: owner)
  }

  /// KMS keys, and roles that are assumed: their own policy must have an Allow that applies.
  var isPolicyAnchored: Bool {
    let fields = request.resource.parts(":", maximum: 6)
    guard fields.count == 6 else { return false }
    if fields[2].isSameText(as: "kms") { return fields[5].startsWithText("key/") }
    let assumes = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    return fields[2].isSameText(as: "iam") && fields[5].startsWithText("role/")
      && assumes.contains { isAction($0) }
  }
}
