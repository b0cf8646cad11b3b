extension PolicyWalk {
  /// Whether what must allow the request does.
  ///
  /// Source: IAM User Guide, "Policy evaluation for requests within a single account".
  func allowed(_ tally: LayerTally<Value>, _ request: AuthorizationRequest) -> Value {
    guard request.caller.hasAccount else {
      return algebra.and(tally.controls, tally.grants.direct)
    }
    let limits = algebra.and(tally.boundary, tally.session)
    let own = algebra.and(tally.identity, limits)
    let across = algebra.and(own, any(tally.grants))
    let isSame = request.isWithinAccount
    if isSame.isFalse { return algebra.and(tally.controls, across) }
    // A grant that names the caller itself is limited by nothing but a Deny and the organization's
    // policies; one that names the role or the federating user, by boundary and session policy too.
    let byEntity = algebra.and(tally.grants.entity, limits)
    let granted = algebra.or(tally.grants.direct, byEntity)
    let isAnchored = ServiceRules.isAnchoredInResourcePolicy(request)
    let within = algebra.or(granted, isAnchored ? across : own)
    if isSame.isTrue { return algebra.and(tally.controls, within) }
    let either = algebra.or(across, algebra.and(algebra.value(isSame), within))
    return algebra.and(tally.controls, either)
  }
}
