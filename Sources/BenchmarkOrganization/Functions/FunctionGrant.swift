/// Whom a function's own policy lets in: one kind of policy for each way that is met in practice.
enum FunctionGrant: Int, CaseIterable, Sendable {
  /// No policy: identity policies alone decide.
  case nobody
  /// Everybody in the organization.
  case organization
  /// Another account of the organization, by its root ARN.
  case sibling
  /// Everybody, without any condition.
  case everyone
  /// Amazon S3, for one bucket and its account.
  case storage
  /// EventBridge, for one rule.
  case schedule
  /// API Gateway, twice, as its console does.
  case gateway
  /// SNS, for no topic and no account: the confused deputy.
  case topic
  /// An account outside the organization.
  case outsider
  /// A role of another account.
  case role
  /// One session of a role.
  case session
  /// A user of the same account.
  case user
  /// An account by its number alone.
  case accountNumber
  /// Everybody in one unit of the organization.
  case unit
  /// A deleted role and a deleted user.
  case deleted
  /// An account, but with an explicit deny for some.
  case denied
  /// A deny for all but one principal.
  case denyOthers
  /// Everybody, from some addresses.
  case network
  /// Everybody on behalf of one account.
  case sourceAccount
  /// Everybody whose role's name matches.
  case roleName
  /// A function URL without authentication.
  case openURL
  /// A function URL for another account.
  case signedURL
  /// An Alexa skill.
  case skill
  /// A service by the name of a region, and CloudFront.
  case regionalService
  /// Lists of principals, actions and resources, written as one document.
  case lists
  /// A statement for a resource that is not the function.
  case foreignResource
  /// A dozen statements.
  case many

  /// The grants of the functions with which every account begins.
  private static let first: [FunctionGrant] = [.nobody, .organization, .sibling, .everyone]

  /// What the other functions of an account go through: in five of 31 cases nothing.
  private static let cycle: [FunctionGrant] =
    allCases.filter { !first.contains($0) } + [.nobody, .nobody, .nobody, .nobody, .schedule]
    + [.storage, .gateway, .nobody]

  /// The grant of an account's function with this index. Accounts begin the cycle at different
  /// places.
  static func at(_ index: Int, of account: AccountPlan) -> FunctionGrant {
    guard index >= first.count else { return first[index] }
    return cycle[(index - first.count + account.index * 11) % cycle.count]
  }
}
