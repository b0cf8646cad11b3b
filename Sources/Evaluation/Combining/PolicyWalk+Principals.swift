extension PolicyWalk {
  /// Whether a statement's principal element covers the caller.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".
  func matchPrincipal(
    _ statement: CompiledStatement, of policy: CompiledPolicy, at place: StatementPlace,
    _ request: AuthorizationRequest
  ) -> MatchGrants<Value> {
    var grants = MatchGrants(no: algebra.value(.false))
    let element = statement.principal
    switch element.form {
    case .missing:
      // A policy attached to the caller has no principal element and means its holder.
      let isAttachedToCaller = place.layer != .resource && place.layer != .resourceControl
      if isAttachedToCaller { grants.direct = algebra.value(.true) }
    case .empty, .everything: break
    case .negatedEmpty:
      grants.direct = algebra.value(.uncertain(.emptyNegatedList))
    case .entries:
      return self.grants(chain(element, of: policy, request), request)
    case .negatedEntries:
      let links = chain(element, of: policy, request)
      grants.direct =
        statement.isAllow
        ? outsideForAllow(links, request)
        : outsideForDeny(links, request, isBounded: place.isBounded)
    }
    return grants
  }

  private func grants(
    _ links: CallerChain<Value>, _ request: AuthorizationRequest
  ) -> MatchGrants<Value> {
    let direct = algebra.or(links.everyone, links.whole)
    switch request.caller {
    case .iamUser:
      return MatchGrants(
        direct: algebra.or(direct, links.entity), entity: algebra.value(.false),
        account: links.account)
    case .role, .roleSession:
      // AWS: what a statement grants that names a role and one of its sessions is open.
      let doubt = algebra.value(.uncertain(.roleAndSession))
      let session = algebra.and(links.session, algebra.or(algebra.not(links.entity), doubt))
      return MatchGrants(
        direct: algebra.or(direct, session), entity: links.entity, account: links.account)
    default:
      return MatchGrants(
        direct: algebra.or(direct, links.session), entity: links.entity, account: links.account)
    }
  }

  /// Which links of the caller's chain the entries name.
  private func chain(
    _ element: CompiledStatement.Element, of policy: CompiledPolicy,
    _ request: AuthorizationRequest
  ) -> CallerChain<Value> {
    var links = CallerChain(no: algebra.value(.false))
    for index in element.part.indices {
      let entry = policy.principals[index]
      let match = PrincipalMatch(entry, request)
      if let truth = match.truth, truth.isPlainlyFalse { continue }
      let value = match.truth.map(algebra.value) ?? open(entry, element.isNegated, request)
      switch match.link {
      case .everyone: links.everyone = algebra.or(links.everyone, value)
      case .whole: links.whole = algebra.or(links.whole, value)
      case .session: links.session = algebra.or(links.session, value)
      case .entity: links.entity = algebra.or(links.entity, value)
      case .account: links.account = algebra.or(links.account, value)
      }
    }
    return links
  }

  /// Whether an entry names the caller where the request does not say enough of the caller.
  private func open(
    _ entry: CompiledPrincipal, _ isNegated: Bool, _ request: AuthorizationRequest
  ) -> Value {
    guard case .federatedUser = request.caller else {
      let test = CallerTest(entry: entry, isAnsweredByRequest: true)
      return algebra.open(.unknownCaller, .callerIs(test))
    }
    // Who lists a federated session together with a user means the user behind the session.
    if isNegated { return algebra.value(.true) }
    let test = CallerTest(entry: entry, isAnsweredByRequest: false)
    return algebra.open(.unknownCaller, .callerIs(test))
  }

  /// Whether a Deny with `NotPrincipal` covers the caller: unless the caller's whole chain is
  /// listed. A boundary puts its user or role outside in any case; a list with a part of the chain
  /// leaves the answer open.
  private func outsideForDeny(
    _ links: CallerChain<Value>, _ request: AuthorizationRequest, isBounded: Bool
  ) -> Value {
    if isBounded, request.caller.hasIdentityPolicies { return algebra.value(.true) }
    let named = algebra.or(links.session, links.entity)
    return outside(links, request, unlessNamed: named)
  }

  /// An Allow with `NotPrincipal` covers those of whom no link is listed.
  private func outsideForAllow(
    _ links: CallerChain<Value>, _ request: AuthorizationRequest
  ) -> Value {
    let named = algebra.or(algebra.or(links.session, links.entity), links.account)
    return outside(links, request, unlessNamed: named)
  }

  private func outside(
    _ links: CallerChain<Value>, _ request: AuthorizationRequest, unlessNamed named: Value
  ) -> Value {
    let doubt = algebra.value(.uncertain(.partialNotPrincipal))
    let isUnnamed = algebra.or(algebra.not(named), doubt)
    return algebra.and(algebra.not(isInside(links, request)), isUnnamed)
  }

  /// Whether the whole chain of the caller is listed.
  private func isInside(
    _ links: CallerChain<Value>, _ request: AuthorizationRequest
  ) -> Value {
    let chain: Value
    switch request.caller {
    case .iamUser: chain = algebra.and(links.entity, links.account)
    case .role, .roleSession, .federatedUser:
      chain = algebra.and(links.session, algebra.and(links.entity, links.account))
    case .rootUser, .service, .identityProvider, .anonymous: chain = links.whole
    }
    return algebra.or(links.everyone, chain)
  }
}

/// Which links of a caller's chain a principal element names.
private struct CallerChain<Value> {
  var everyone: Value
  var account: Value
  var entity: Value
  var session: Value
  var whole: Value

  init(no: Value) {
    everyone = no
    account = no
    entity = no
    session = no
    whole = no
  }
}
