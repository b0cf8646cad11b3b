/// A function's versions, aliases, execution role and tags, after all changes.
struct FunctionContent {
  /// The name and what follows from it.
  let identity: FunctionIdentity
  /// The ARN of the execution role.
  let roleARN: String
  /// Published versions are numbered from 1 to this; 0 where there is none.
  let publishedVersions: Int
  /// The names of the aliases; none where there is no published version.
  let aliases: [String]
  /// The qualifiers that have a policy of their own.
  let qualifiersWithPolicy: [String]
  /// The tags of the function, which hold for its versions and aliases too.
  let tags: [Tag]
  /// Changes to what the registry does not keep, such as the memory size.
  let configurationGeneration: Int
  /// Changes to the function's policy.
  let policyGeneration: Int

  /// The function URL's authentication type; `nil` without a URL.
  var urlAuthentication: String? {
    switch identity.grant {
    case .openURL: "NONE"
    case .signedURL, .regionalService: "AWS_IAM"
    default: nil
    }
  }

  /// The facets of a function that change touches.
  private enum Facet: Int {
    case policy
    case configuration
    case role
    case tags
    case alias
    case qualifierPolicy
  }

  /// The function with this identity. The cost does not depend on how many there are.
  init(_ plan: OrganizationPlan, _ account: AccountPlan, _ identity: FunctionIdentity) {
    let history = plan.history.generations(of: .function, account.index, identity.index)
    var stream = plan.entropy.stream(.functionConfiguration, account.index, identity.index)
    self.identity = identity
    let published = [0, 0, 1, 2, 3][identity.index < 4 ? 2 : stream.below(5)]
    publishedVersions = published + history[Facet.alias.rawValue]
    aliases = publishedVersions == 0 ? [] : stream.chance(40) ? ["live", "canary"] : ["live"]
    let hasPolicy = publishedVersions > 0 && stream.chance(40)
    let isFlipped = history[Facet.qualifierPolicy.rawValue] % 2 == 1
    qualifiersWithPolicy =
      hasPolicy != isFlipped && publishedVersions > 0
      ? [stream.pick(["live", "1"])] : []
    roleARN = Self.role(plan, account, identity, history[Facet.role.rawValue])
    tags = Self.tags(plan, account, identity, history[Facet.tags.rawValue])
    configurationGeneration = history[Facet.configuration.rawValue]
    policyGeneration = history[Facet.policy.rawValue]
  }

  private static func role(
    _ plan: OrganizationPlan, _ account: AccountPlan, _ identity: FunctionIdentity,
    _ generation: Int
  ) -> String {
    var stream = plan.entropy.stream(
      .function, account.index, identity.index, generation: 1 + generation)
    return plan.executionRole(of: account, &stream).arn
  }

  private static func tags(
    _ plan: OrganizationPlan, _ account: AccountPlan, _ identity: FunctionIdentity,
    _ generation: Int
  ) -> [Tag] {
    var stream = plan.entropy.stream(.functionTags, account.index, identity.index)
    // The directory is open to all: a tag must not close it to some.
    guard identity.grant != .organization else { return [] }
    var tags = Tag.choose(
      team: identity.team, environment: account.environment, generation: generation, &stream)
    if stream.chance(15) { tags.append(Tag(key: "classification", value: "restricted")) }
    return tags
  }
}
