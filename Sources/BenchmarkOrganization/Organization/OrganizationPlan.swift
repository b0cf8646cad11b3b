/// The whole organization before it is written: its tree, its accounts, and where records come from.
///
/// It holds the accounts and nothing below them. Users, roles, policies and functions are derived
/// from their place when they are written or referred to, so a plan of any size stays small.
struct OrganizationPlan: Sendable {
  /// What was asked for.
  let options: OrganizationOptions
  /// Where everything random comes from.
  let entropy: EntropySource
  /// What has changed since revision 0.
  let history: ChangeHistory
  /// The organization's id, `o-…`.
  let id: String
  /// The root and the units below it, in the order of `OrganizationalUnit.Place`.
  let units: [OrganizationalUnit]
  /// All accounts but a crowded one; the first is the management account.
  let accounts: [AccountPlan]

  /// Plans an organization. The cost grows with the number of accounts.
  init(options: OrganizationOptions) {
    self.options = options
    entropy = EntropySource(seed: options.seed)
    history = ChangeHistory(
      entropy: entropy, revision: options.revision, partsPerMillion: options.changePartsPerMillion)
    var stream = entropy.stream(.organization)
    id = "o-" + stream.label(10)
    accounts = Self.accounts(options: options, entropy: entropy)
    units = Self.units(organization: id, management: accounts[0].id, entropy: entropy)
  }

  /// The account that owns the organization.
  var management: AccountPlan { accounts[0] }

  /// The account whose functions `OrganizationFacts` names: the first that is not the management
  /// account, where there is one.
  var showcase: AccountPlan { accounts[min(1, accounts.count - 1)] }

  /// The root or unit at a place.
  func unit(_ place: OrganizationalUnit.Place) -> OrganizationalUnit {
    units[place.rawValue]
  }

  /// An account other than the one with this index, where there is one.
  func neighbor(of account: AccountPlan, _ distance: Int) -> AccountPlan {
    guard accounts.count > 1 else { return account }
    return accounts[(account.index + 1 + distance % (accounts.count - 1)) % accounts.count]
  }

  /// The ARN of something that Organizations keeps, such as `account/o-…/111122223333`.
  func arn(_ resource: String) -> String {
    "arn:aws:organizations::\(management.id):\(resource)"
  }

  /// The path of a unit as condition keys write it: `o-…/r-…/ou-…/ou-…/`.
  ///
  /// Source: IAM User Guide, "AWS global condition context keys", `aws:PrincipalOrgPaths`.
  func path(of place: OrganizationalUnit.Place) -> String {
    var path = ""
    var current: OrganizationalUnit.Place? = place
    while let at = current {
      path = unit(at).id + "/" + path
      current = at.parent
    }
    return id + "/" + path
  }

  /// When the collector began: a day in January 2026 that follows from the seed, and six hours more
  /// for each revision.
  var collectedAt: Timestamp {
    var stream = entropy.stream(.collection)
    let start = Timestamp.newest.advanced(by: (1 + stream.below(28)) * 86_400)
    return start.advanced(by: stream.below(24) * 3_600 + options.revision * 21_600)
  }
}

extension OrganizationPlan {
  /// Shares the principals out: at least eight for each account, and the rest by weights between
  /// 50 and 150.
  private static func accounts(
    options: OrganizationOptions, entropy: EntropySource
  ) -> [AccountPlan] {
    let count = options.accounts
    let spare = options.principals - 8 * count
    let weights = (0..<count).map { index in
      var stream = entropy.stream(.account, index, 1)
      return 50 + stream.below(101)
    }
    let total = weights.reduce(0, +)
    var before = 0
    return (0..<count).map { index in
      let start = spare * before / total
      before += weights[index]
      let place = AccountPlan.place(of: index)
      return AccountPlan(
        index: index, id: AccountPlan.id(of: index, entropy: entropy),
        name: index == 0
          ? "management" : "\(place.name.lowercased())-\(Vocabulary.padded(index, 3))",
        place: place, principals: 8 + spare * before / total - start)
    }
  }

  private static func units(
    organization: String, management: String, entropy: EntropySource
  ) -> [OrganizationalUnit] {
    var stream = entropy.stream(.organizationalUnit)
    let root = stream.label(4)
    return OrganizationalUnit.Place.allCases.map { place in
      let id = place == .root ? "r-\(root)" : "ou-\(root)-\(stream.label(8))"
      let kind = place == .root ? "root" : "ou"
      return OrganizationalUnit(
        id: id, place: place,
        arn: "arn:aws:organizations::\(management):\(kind)/\(organization)/\(id)")
    }
  }
}
