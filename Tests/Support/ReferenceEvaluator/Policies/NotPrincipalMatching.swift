// A6.6 to A6.10: whom `NotPrincipal` does not spare.

extension Evaluation {
  /// Whether a statement with `NotPrincipal` is about the caller.
  func notPrincipalApplies(
    _ entries: [PrincipalEntry], _ effect: PolicyStatement.Effect
  ) -> Truth {
    // A6.9: listed or not.
    if effect == .deny, layers.boundary != nil, request.caller.hasIdentityPolicies {
      cite(.notPrincipalBoundary)
      return .certain(true)
    }
    cite(.notPrincipalAllow, if: effect == .allow)
    // Decision: `*` lists everybody with their whole chain.
    if entries.contains(where: \.isEveryone) { return .certain(false) }
    let matches = entries.compactMap { match($0) }
    switch request.caller.kind {
    case .rootUser, .service, .identityProvider, .anonymous:
      // The chain is the caller alone.
      let isListed = Truth.any(matches.map(\.truth))
      cite(isListed == .certain(true) ? .notPrincipalWholeChain : .notPrincipalUnlisted)
      return isListed.negation
    case .user, .roleSession, .federatedUser:
      return chainIsNotSpared(matches)
    }
  }

  /// A6.7: a user's chain is user and account; a session's is session, role and account; a
  /// federated session's is session, user and account.
  private func chainIsNotSpared(_ matches: [Match]) -> Truth {
    let levels = Set(matches.map(\.level))
    let chain: Set<MatchLevel> =
      request.caller.kind == .user ? [.direct, .account] : [.direct, .entity, .account]
    if levels == chain {
      cite(.notPrincipalWholeChain)
      return .certain(false)
    }
    if levels.isEmpty {
      cite(.notPrincipalUnlisted)
      return .certain(true)
    }
    if levels == [.account] {
      cite(.notPrincipalAccountOnly)  // A6.8
      return .certain(true)
    }
    return open(.partialNotPrincipalChain, reading: true)  // A6.10
  }
}
