import Registry

/// The account that a command writes to.
struct AccountChoice {
  private let given: String?

  /// Takes the account that was given with `--account`, if one was.
  init(_ given: String?) {
    self.given = given
  }

  /// The account id: the one that was given, else the only one that the registry knows.
  ///
  /// - Throws: `CommandFailure` that lists the accounts where the choice is open.
  func account(in snapshot: Snapshot) throws -> String {
    if let given {
      guard given.utf8.count == 12, given.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw CommandFailure("`\(given)` is no account id", hint: "an account id has 12 digits")
      }
      return given
    }
    let known = Set(try snapshot.records(Account.self).map(\.id))
      .union(try snapshot.accountsWithPrincipals())
      .union(try Self.accountsWithPolicies(snapshot)).sorted()
    if known.count == 1 { return known[0] }
    let list = known.map { "\n  \($0)" }.joined()
    throw CommandFailure(
      "which account?",
      hint: known.isEmpty
        ? "name it with `--account`; the registry knows none yet"
        : "name it with `--account`; the registry knows \(known.count):\(list)")
  }

  private static func accountsWithPolicies(_ snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(of: .managedPolicy).map { try ResourceIdentity(arn: $0.key).account }
      .filter { $0 != "aws" }
  }

  /// The partition that a Region lies in; `aws` without a Region.
  ///
  /// Source: IAM User Guide, "IAM ARNs".
  static func partition(of region: String?) -> String {
    guard let region else { return "aws" }
    if region.hasPrefix("cn-") { return "aws-cn" }
    return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
  }
}
