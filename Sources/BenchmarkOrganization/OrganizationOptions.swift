import JSONText

/// What an organization is generated from. Equal options give equal bytes.
package struct OrganizationOptions: Sendable, Equatable {
  /// IAM users and roles of all accounts together, without those of a crowded account.
  package let principals: Int
  /// What everything random follows from.
  package let seed: UInt64
  /// Accounts, the management account among them, without a crowded account.
  package let accounts: Int
  /// Regions that are collected. Most functions are in the first.
  package let regions: [String]
  /// How many rounds of change have been applied.
  package let revision: Int
  /// How many records in a million change in a round.
  package let changePartsPerMillion: Int
  /// An additional account with very many roles.
  package let crowd: Crowd?

  /// An account whose roles are nearly all alike, and of which a known number may invoke a function.
  package struct Crowd: Sendable, Equatable {
    /// Roles of the account.
    package let roles: Int
    /// Roles that are allowed to invoke the account's function.
    package let allowed: Int

    /// A crowd of so many roles. The options check the numbers.
    package init(roles: Int, allowed: Int) {
      self.roles = roles
      self.allowed = allowed
    }
  }

  /// How revisions follow from one another.
  package struct Change: Sendable, Equatable {
    /// How many rounds of change to apply.
    package let revision: Int
    /// The share of records that change in a round, in percent.
    package let percent: Double

    /// So many rounds, each changing `percent` of the records. The options check the numbers.
    package init(revision: Int, percent: Double) {
      self.revision = revision
      self.percent = percent
    }
  }

  /// Options that have been checked.
  ///
  /// Without `accounts` there is one for every 1,000 principals, but five at least, and never more
  /// than one for eight principals: fewer than eight would leave an account without every role that
  /// others refer to.
  package init(
    principals: Int, seed: UInt64, accounts: Int? = nil,
    regions: [String] = Self.defaultRegions, shape: Shape = Shape()
  ) throws(GenerationError) {
    self.principals = principals
    self.seed = seed
    self.accounts = accounts ?? max(1, min(max(5, principals / 1_000), principals / 8))
    self.regions = regions
    revision = shape.change.revision
    changePartsPerMillion = Self.partsPerMillion(shape.change.percent)
    crowd = shape.crowd
    try check(percent: shape.change.percent)
  }

  /// The options that most organizations leave alone.
  package struct Shape: Sendable, Equatable {
    /// What has changed since the organization was new.
    package var change: Change
    /// An additional, crowded account.
    package var crowd: Crowd?

    /// A new organization without a crowded account, unless told otherwise.
    package init(change: Change = Change(revision: 0, percent: 1), crowd: Crowd? = nil) {
      self.change = change
      self.crowd = crowd
    }
  }

  /// The regions of an organization that names none.
  package static let defaultRegions = ["us-east-1", "eu-west-1"]
  /// The most accounts that an organization can have: account ids must stay distinct.
  package static let maximumAccounts = 5_000
  /// The most principals that an organization can have.
  package static let maximumPrincipals = 5_000_000
  /// The most rounds of change.
  package static let maximumRevision = 100_000

  private static func partsPerMillion(_ percent: Double) -> Int {
    percent >= 0 && percent <= 100 ? Int((percent * 10_000).rounded()) : 0
  }
}

extension OrganizationOptions {
  private func check(percent: Double) throws(GenerationError) {
    try require(
      principals >= 8 && principals <= Self.maximumPrincipals,
      "principals must be between 8 and \(Self.maximumPrincipals), not `\(principals)`")
    try require(
      accounts >= 1 && accounts <= Self.maximumAccounts,
      "accounts must be between 1 and \(Self.maximumAccounts), not `\(accounts)`")
    try require(
      principals / 8 >= accounts,
      "`\(accounts)` accounts need at least \(accounts * 8) principals, not `\(principals)`")
    try require(
      revision >= 0 && revision <= Self.maximumRevision,
      "revision must be between 0 and \(Self.maximumRevision), not `\(revision)`")
    try require(
      percent >= 0 && percent <= 100, "change percent must be between 0 and 100, not `\(percent)`")
    try checkRegions()
    if let crowd { try check(crowd) }
  }

  private func checkRegions() throws(GenerationError) {
    try require(!regions.isEmpty, "at least one region is needed")
    try require(Set(regions).count == regions.count, "a region is named twice")
    for region in regions {
      let isName = region.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
      try require(isName && !region.isEmpty, "`\(region)` is not the name of a region")
    }
  }

  private func check(_ crowd: Crowd) throws(GenerationError) {
    try require(
      crowd.roles >= 1 && crowd.roles <= Self.maximumPrincipals,
      "crowd roles must be between 1 and \(Self.maximumPrincipals), not `\(crowd.roles)`")
    try require(
      (0...crowd.roles).contains(crowd.allowed),
      "crowd allowed must be between 0 and \(crowd.roles), not `\(crowd.allowed)`")
  }

  private func require(_ condition: Bool, _ reason: String) throws(GenerationError) {
    if !condition { throw GenerationError.invalidOption(reason) }
  }
}
