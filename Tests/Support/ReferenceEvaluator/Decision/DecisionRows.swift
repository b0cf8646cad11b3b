// Which rows of section C a decision shows. Nothing here decides anything.

extension Evaluation {
  /// Explicit denies, and implicit ones of the layers that every request must pass.
  func citeDenials(_ results: LayerResults, denied: Truth, allowed: Truth) {
    cite(.explicitDeny, if: denied.helpsDeny)
    cite(.explicitDenyOverAllow, if: denied.helpsDeny && allowed.helpsAllow)
    cite(.getSessionToken, if: isSessionTokenByUser && !denied.helpsDeny)
    let kind = request.caller.kind
    let serviceControlBlocks = results.serviceControl.contains { !$0.allow.any.helpsAllow }
    cite(.controlPolicyLevelBlocks, if: serviceControlBlocks)
    cite(.controlPolicyBindsRoot, if: serviceControlBlocks && kind == .rootUser)
    cite(
      .controlPolicyOverGrant,
      if: serviceControlBlocks && results.resource?.allow.direct.helpsAllow ?? false)
    let resourceControlDenies =
      results.resourceControlBinds.helpsDeny
      && results.resourceControl.contains { $0.deny.helpsDeny }
    cite(.resourceControlDenies, if: resourceControlDenies)
    cite(.resourceControlBindsService, if: resourceControlDenies && kind == .service)
    cite(.resourceControlBindsAnonymous, if: resourceControlDenies && kind == .anonymous)
    cite(.endpointPolicyBlocks, if: results.vpcEndpoint.map { !$0.allow.any.helpsAllow } ?? false)
  }

  /// The row of the matrices that the request falls in, where no layer denies.
  func citeRows(_ results: LayerResults) {
    let resource = results.resource?.allow ?? .none
    guard request.caller.hasAccount else {
      citeCallersWithoutAccount(isAllowed: resource.direct.helpsAllow)
      return
    }
    if isPolicyAnchored {
      citeAnchored(results, resource)
    } else if isSameAccount {
      citeSameAccount(results, resource)
    } else {
      citeCrossAccount(results, resource)
    }
  }

  private func citeCallersWithoutAccount(isAllowed: Bool) {
    switch request.caller.kind {
    case .service: cite(isAllowed ? .serviceAllowed : .serviceDenied)
    case .anonymous: cite(isAllowed ? .anonymousAllowed : .anonymousDenied)
    default: cite(.providerAllowed, if: isAllowed)
    }
  }

  /// C.3: the identity policy is silent.
  private func citeSameAccount(_ results: LayerResults, _ resource: MatchLevels) {
    let identity = identityAllows(results).helpsAllow
    let boundary = boundaryAllows(results).helpsAllow
    let session = sessionAllows(results).helpsAllow
    let direct = resource.direct.helpsAllow
    let entity = resource.entity.helpsAllow && !direct
    let account = resource.account.helpsAllow && !direct && !entity
    cite(.boundaryBlocks, if: identity && session && !boundary && !resource.any.helpsAllow)
    cite(
      .sessionPolicyBlocks,
      if: identity && boundary && results.session != nil && !session && !resource.any.helpsAllow)
    cite(.sameAccountByIdentity, if: identity && boundary && session)
    cite(.accountAloneIsNotEnough, if: account && !identity)
    cite(.accountWithIdentity, if: account && identity && boundary && session)
    switch request.caller.kind {
    case .user:
      cite(.userPastBoundary, if: direct && !identity && !boundary)
    case .roleSession:
      cite(.sessionPastBoundary, if: direct && !identity && !boundary)
      cite(.sessionPastSessionPolicy, if: direct && !identity && !session)
      cite(.roleWithinLimits, if: entity && !identity && boundary && session)
      cite(.roleStoppedByBoundary, if: entity && !identity && !boundary)
      cite(.roleStoppedBySessionPolicy, if: entity && !identity && !session)
    case .federatedUser:
      cite(.federatedUserDirect, if: direct && !session)
      cite(.federatedUserByUser, if: entity && !identity && boundary && session)
      cite(.federatedUserStopped, if: entity && !(boundary && session))
      cite(.federatedWithoutSessionPolicy, if: identity && results.session == nil && !direct)
    case .rootUser:
      cite(.rootOwnAccount, if: !resource.any.helpsAllow)
      cite(.accountForRoot, if: direct)
    case .service, .identityProvider, .anonymous:
      break
    }
    cite(.nothingAllows, if: !identity && !resource.any.helpsAllow)
  }

  private func citeCrossAccount(_ results: LayerResults, _ resource: MatchLevels) {
    let granted = resource.any.helpsAllow
    let own = Truth.all([
      identityAllows(results), boundaryAllows(results), sessionAllows(results),
    ]).helpsAllow
    cite(.crossAccountBoth, if: own && granted)
    cite(.crossAccountResourceOnly, if: !own && granted)
    cite(.crossAccountIdentityOnly, if: own && !granted)
    cite(.crossAccountRoot, if: own && granted && request.caller.kind == .rootUser)
  }

  /// C.8 and C.9: KMS keys and roles that are assumed.
  private func citeAnchored(_ results: LayerResults, _ resource: MatchLevels) {
    let isKey = request.resource.containsText(":kms:")
    let identity = identityAllows(results).helpsAllow
    let closely = resource.direct.helpsAllow || resource.entity.helpsAllow
    let account = resource.account.helpsAllow
    guard isSameAccount else {
      citeCrossAccount(results, resource)
      return
    }
    cite(isKey ? .keyNamesCaller : .trustAlone, if: closely && !identity)
    cite(isKey ? .keyAccountWithIdentity : .trustAccountWithIdentity, if: account && identity)
    cite(isKey ? .keyWithoutStatement : .trustMissing, if: identity && !closely && !account)
  }
}
