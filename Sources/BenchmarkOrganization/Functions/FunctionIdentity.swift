/// The name of a function and what follows from it: what others need to refer to the function.
struct FunctionIdentity: Sendable {
  /// Its place among the account's functions.
  let index: Int
  /// Whom its own policy lets in.
  let grant: FunctionGrant
  /// The region that it runs in.
  let region: String
  /// The team that owns it, which begins the name.
  let team: String
  /// The name, unique in the account and region.
  let name: String
  /// The unqualified ARN.
  let arn: String

  /// How the names of the functions begin that are open to the whole organization, one in each
  /// account.
  static let directoryPrefix = "directory-lookup-"

  /// The function with this index of an account. The cost does not depend on either.
  init(_ plan: OrganizationPlan, _ account: AccountPlan, _ index: Int) {
    var stream = plan.entropy.stream(.function, account.index, index)
    self.index = index
    grant = FunctionGrant.at(index, of: account)
    region = Self.region(of: index, plan.options.regions)
    team = stream.pick(Vocabulary.teams)
    let suffix = "\(account.environment)-\(Vocabulary.padded(index, 4))"
    name =
      grant == .organization
      ? Self.directoryPrefix + suffix : "\(team)-\(stream.pick(Vocabulary.components))-\(suffix)"
    arn = account.arn("lambda", region, "function:\(name)")
  }

  /// The region of a function: one in four is not in the first.
  private static func region(of index: Int, _ regions: [String]) -> String {
    let isElsewhere = index % 4 == 3 && index > 3 && regions.count > 1
    return isElsewhere ? regions[1 + index / 4 % (regions.count - 1)] : regions[0]
  }
}

extension OrganizationPlan {
  /// The functions of an account in one region.
  func functions(of account: AccountPlan, in region: String) -> [FunctionIdentity] {
    (0..<account.functionCount).lazy.map { FunctionIdentity(self, account, $0) }
      .filter { $0.region == region }
  }
}
