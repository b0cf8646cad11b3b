/// The rules that an evaluation can come upon, by their ids.
///
/// The ids number the rules of AWS's policy language as this project counts them: A is the policy
/// document, B its conditions, C the combination of policies. Condition operators and their
/// outcomes are counted apart, in ``Coverage``.
package enum Rule: String, CaseIterable, Sendable {
  // MARK: A.1, documents

  /// Without a version, variables are text.
  case variableIsTextWithoutVersion = "A1.5-absent"
  /// Under 2008-10-17, variables are text.
  case variableIsTextUnder2008 = "A1.5-2008"
  /// `Statement` may be one object.
  case statementObject = "A1.8-object"
  /// `Statement` may be an array.
  case statementArray = "A1.8-array"

  // MARK: A.2, statements

  /// Without a resource element, a resource-based policy means the resource it is attached to.
  case resourceLeftOut = "A2.5"
  /// A string and an array of that string mean the same.
  case bareString = "A2.6"
  /// An empty action list: the statement has no effect.
  case emptyAction = "A2.7-action"
  case emptyResource = "A2.7-resource"
  case emptyPrincipal = "A2.7-principal"
  /// An empty condition object constrains nothing.
  case emptyCondition = "A2.7-condition"

  // MARK: A.3, actions

  /// Actions match without regard to case.
  case actionIgnoresCase = "A3.1-case"
  case actionStar = "A3.1-star"
  case actionQuestionMark = "A3.1-question"
  /// A pattern is no prefix of what it matches.
  case actionIsNoPrefix = "A3.1-prefix"
  /// A wildcard may stand before the colon.
  case actionWildcardService = "A3.2"
  /// The entries of `Action` are alternatives.
  case actionAlternatives = "A3.3-or"
  /// `NotAction` covers what no entry matches.
  case notAction = "A3.3-not"
  /// Only a pattern that matches `*` covers an action without a resource.
  case starResourceMatched = "A3.5-star"
  case starResourceMissed = "A3.5-arn"

  // MARK: A.4, resources

  case resourceStar = "A4.2-star"
  case resourceQuestionMark = "A4.2-question"
  /// Resources match with regard to case.
  case resourceMindsCase = "A4.2-case"
  /// A `*` may run past colons.
  case starRunsPastColon = "A4.3"
  /// A pattern that is merely a prefix matches nothing longer.
  case resourceIsNoPrefix = "A4.4"
  /// `NotResource` covers what no entry matches.
  case notResource = "A4.8"

  // MARK: A.5, variables

  case variableInResource = "A5.1-resource"
  case variableInCondition = "A5.1-condition"
  /// Before the resource part, `${` is text.
  case variableInEarlyField = "A5.1-field"
  /// `${*}`, `${?}` and `${$}` are literal characters.
  case escapedCharacter = "A5.4"
  case defaultUsed = "A5.5-used"
  case defaultNotNeeded = "A5.5-unused"
  /// Without value and default, an entry of `Resource` matches nothing.
  case noValueInResource = "A5.6-resource"
  /// Without value and default, a positive comparison does not hold.
  case noValuePositive = "A5.6-positive"
  /// Without value and default, a negated comparison holds.
  case noValueNegated = "A5.6-negated"
  /// Several values are no value.
  case variableWithSeveralValues = "A5.8"

  // MARK: A.6, principals

  case everyone = "A6-star"
  case everyoneInMap = "A6-star-map"
  case accountID = "A6-account-id"
  case accountRoot = "A6-account-root"
  case userARN = "A6-user"
  case roleARN = "A6-role"
  case sessionARN = "A6-session"
  case federatedUserARN = "A6-federated-user"
  case userOfFederatedUser = "A6-federated-user-user"
  case servicePrincipal = "A6-service"
  case identityProvider = "A6-provider"
  case canonicalUser = "A6-canonical"
  case userID = "A6.2-user"
  case roleID = "A6.2-role"
  /// A unique id that belongs to nobody known.
  case orphanedID = "A6.2-orphan"
  /// A role's path is no part of its sessions' ARNs.
  case roleWithPath = "A6.4"
  /// An account of another partition is another account.
  case otherPartition = "A6.5"
  /// A principal element matched in a Deny, whatever the level.
  case denyAtEveryLevel = "A6-deny"
  case notPrincipalAllow = "A6.6"
  case notPrincipalWholeChain = "A6.7-listed"
  case notPrincipalUnlisted = "A6.7-unlisted"
  /// The account's entry spares none of its users and roles.
  case notPrincipalAccountOnly = "A6.8"
  case notPrincipalBoundary = "A6.9"

  // MARK: B.1 and B.2, logic and missing keys

  case operatorsAreAllNeeded = "B1-and"
  case valuesAreAlternatives = "B1-or"
  case valuesAreAllExcluded = "B1-nor"
  case bareJSONValue = "B1-json"
  case missingPositive = "B2-positive"
  case missingNegated = "B2-negated"
  case missingIfExists = "B8-absent"
  case presentIfExists = "B8-present"
  case nullOfMissing = "B2-null-missing"
  case nullOfEmpty = "B2-null-empty"
  case nullOfPresent = "B2-null-present"

  // MARK: B.3 to B.6, comparisons

  /// An empty request string is a value.
  case emptyStringIsPresent = "B3-empty"
  /// Without `Like`, wildcards are text.
  case wildcardIsTextInEquals = "B3-equals"
  case decimalFraction = "B4-decimal"
  case dateOnly = "B5-day"
  case dateWithOffset = "B5-offset"
  case dateEpoch = "B5-epoch"
  case dateFraction = "B5-fraction"
  case addressFamiliesDiffer = "B6-ip-family"
  case bareAddress = "B6-ip-bare"
  case prefixZero = "B6-ip-zero"
  case hostBitsIgnored = "B6-ip-host-bits"
  case sixthPartKeepsColons = "B6-arn-sixth"
  case emptyARNPart = "B6-arn-empty"
  /// A `*` stays within its part of the ARN.
  case starStaysInPart = "B6-arn-part"
  case notAnARN = "B6-arn-invalid"
  /// An invalid value does not match in a positive operator.
  case invalidPositive = "B9-invalid"

  // MARK: B.7 and B.9, sets and empty lists

  case forAllWithoutValue = "B7-all-empty"
  case forAllPositive = "B7-all-positive"
  case forAllNegated = "B7-all-negated"
  case forAnyWithoutValue = "B7-any-empty"
  case forAnyPositive = "B7-any-positive"
  case forAnyNegated = "B7-any-negated"
  case emptyStringsAreNoSet = "B7-empty-string"
  case nullForAll = "B6-null-all"
  case nullForAny = "B6-null-any"
  case emptyListForAny = "B9-empty-any"
  case emptyListForAll = "B9-empty-all"
  case emptyListIfExists = "B9-empty-if-exists"

  // MARK: C.1 and C.2, the decision

  /// An explicit deny wins, also where nothing would have allowed.
  case explicitDeny = "C2.1"
  case explicitDenyOverAllow = "C2.1-over-allow"
  /// Documents of one layer are a union.
  case unionOfDocuments = "C2.3"
  case endpointPolicyBlocks = "C15"
  case sameAccountByIdentity = "C2-identity"
  case nothingAllows = "C2-nothing"

  // MARK: C.3, a resource policy grants and the identity policy is silent

  case userPastBoundary = "C3-user-boundary"
  case sessionPastBoundary = "C3-session-boundary"
  case sessionPastSessionPolicy = "C3-session-session"
  case roleWithinLimits = "C3-role"
  case roleStoppedByBoundary = "C3-role-boundary"
  case roleStoppedBySessionPolicy = "C3-role-session"
  case federatedUserDirect = "C3-federated-direct"
  case federatedUserByUser = "C3-federated-user"
  case federatedUserStopped = "C3-federated-stopped"
  case accountAloneIsNotEnough = "C3-account"
  case accountWithIdentity = "C3-account-identity"
  case accountForRoot = "C3-root"

  // MARK: C.4 to C.7, accounts, control policies, limits

  case crossAccountBoth = "C4.1"
  case crossAccountResourceOnly = "C4.2"
  case crossAccountIdentityOnly = "C4.1-resource"
  case crossAccountRoot = "C4.4"
  case controlPolicyLevelBlocks = "C5.1"
  case controlPolicyBindsRoot = "C5.3"
  case controlPolicyOverGrant = "C5.3-grant"
  case controlPolicyNotBindingOutsider = "C5.4"
  case controlPolicyNotBindingLinkedRole = "C5.5"
  case resourceControlDenies = "C6.2"
  case resourceControlBindsService = "C6.2-service"
  case resourceControlBindsAnonymous = "C6.2-anonymous"
  case resourceControlNotBindingLinkedRole = "C6.3-role"
  case resourceControlNotBindingRetireGrant = "C6.3-grant"
  case resourceControlOffList = "C6.4"
  case boundaryBlocks = "C7.1"
  case sessionPolicyBlocks = "C7.3"
  case federatedWithoutSessionPolicy = "C7.4"

  // MARK: C.8 to C.13, kinds of resource and caller

  case trustAlone = "C8.2-trust"
  case trustMissing = "C8.1"
  case trustAccountWithIdentity = "C8.2-account"
  case getCallerIdentity = "C8.8-identity"
  case getSessionToken = "C8.8-token"
  case keyAccountWithIdentity = "C9.1"
  case keyNamesCaller = "C9.2"
  case keyWithoutStatement = "C9.3"
  case serviceAllowed = "C10.1"
  case serviceDenied = "C10.1-denied"
  case providerAllowed = "C8.4"
  case anonymousAllowed = "C11"
  case anonymousDenied = "C11-denied"
  case rootOwnAccount = "C13"
}
