extension Explanation {
  /// What stands in the way of a request that is not allowed, given what the layers say that bear
  /// on it.
  static func obstacles(
    to request: AuthorizationRequest, _ layers: [LayerRecord<Truth>]
  ) -> [Obstacle] {
    let denying = layers.filter { !$0.denies.isFalse }.map(\.layer)
    let silent = layers.filter { !$0.allows.isTrue }.map(\.layer)
    var missing = silent.filter {
      [.serviceControl, .resourceControl, .vpcEndpoint].contains($0.kind)
    }
    missing += missingAllows(request, silent, layers.first { $0.layer.kind == .resource }?.grants)
    return denying.map { Obstacle(layer: $0, reason: .deny) }
      + missing.map { Obstacle(layer: $0, reason: .noAllow) }
  }

  /// The layers whose silence counts once the organization's policies are passed.
  private static func missingAllows(
    _ request: AuthorizationRequest, _ silent: [LayerReference], _ grants: MatchGrants<Truth>?
  ) -> [LayerReference] {
    let resource = LayerReference(.resource)
    let grantsDirectly = grants?.direct.isTrue ?? false
    guard request.caller.hasAccount else { return grantsDirectly ? [] : [resource] }
    let isSame = request.isWithinAccount.isTrue
    if isSame && grantsDirectly { return [] }
    var missing = silent.filter { [.identity, .boundary, .session].contains($0.kind) }
    if isSame, let grants, grants.entity.isTrue {
      missing.removeAll { $0.kind == .identity }
      return missing
    }
    let needsResource = !isSame || ServiceRules.isAnchoredInResourcePolicy(request)
    let isGranted = grants.map { ($0.direct || $0.entity || $0.account).isTrue } ?? false
    return needsResource && !isGranted ? missing + [resource] : missing
  }
}
