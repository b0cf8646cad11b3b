package import Registry

/// The account that a new record belongs to.
package enum AccountChoice {
  /// Throws where a text is not the id of an account: 12 digits.
  package static func check(_ id: String) throws(EditError) {
    guard id.utf8.count == 12, id.utf8.allSatisfy(\.isASCIIDigit) else {
      throw EditError(
        .validationError, "`\(id)` is no account id", hint: "an account id has 12 digits")
    }
  }

  /// The partition that a Region lies in; `aws` without a Region.
  ///
  /// Source: IAM User Guide, "IAM ARNs"; AWS General Reference, on the partitions.
  package static func partition(of region: String?) -> String {
    guard let region else { return "aws" }
    let partitions = [
      ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-isob-", "aws-iso-b"),
      ("us-isof-", "aws-iso-f"), ("eu-isoe-", "aws-iso-e"), ("us-iso-", "aws-iso"),
      ("eusc-", "aws-eusc"),
    ]
    return partitions.first { region.hasPrefix($0.0) }?.1 ?? "aws"
  }
}

extension AccountChoice {
  /// The account id: the one that was given, else the only one that the registry knows.
  ///
  /// - Throws: `EditError` that lists the accounts where the choice is open.
  package static func account(_ given: String?, in snapshot: Snapshot) throws -> String {
    if let given {
      try check(given)
      return given
    }
    let known = Set(try snapshot.records(Account.self).map(\.id))
      .union(try snapshot.accountsWithPrincipals())
      .union(try accountsWithPolicies(snapshot)).sorted()
    if known.count == 1 { return known[0] }
    throw EditError(
      nil, "the account is not known",
      hint: known.isEmpty
        ? "name it with `--account`; the registry knows none yet"
        : "name it with `--account`; the registry knows \(known.count):\(RecordEditor.list(known))")
  }

  private static func accountsWithPolicies(_ snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(of: .managedPolicy).map { try ResourceIdentity(arn: $0.key).account }
      .filter { $0 != "aws" }
  }
}

extension RecordEditor {
  /// The account id: the one that was given, else the only one that the registry knows.
  ///
  /// - Throws: `EditError` that lists the accounts where the choice is open.
  package func chosenAccount() throws -> String {
    try AccountChoice.account(place.account, in: snapshot)
  }

  /// The ARN of a thing of IAM in the chosen account.
  func iamARN(_ resource: String) throws -> String {
    "arn:\(AccountChoice.partition(of: place.region)):iam::\(try chosenAccount()):\(resource)"
  }

  /// Checks that a name is free in the account, and that the account may have one more.
  ///
  /// IAM tells names of one kind apart neither by path nor by case. The numbers are the highest that
  /// AWS grants: which quota an account has the registry does not know.
  ///
  /// Source: IAM User Guide, "IAM and AWS STS quotas", names and "IAM object quotas".
  func checkIsFree(_ arn: String, _ kind: RecordKind) throws {
    let identity = try ResourceIdentity(arn: arn)
    let taken = try snapshot.arns(of: kind, called: identity.name, in: identity.account)
    if let other = taken.first {
      throw EditError(
        .entityAlreadyExists, "the account has a \(kind.words) of that name: `\(other)`",
        hint: "names differ neither by path nor by case; choose another")
    }
    guard let limit = AccountQuota.highest[kind] else { return }
    let count = try snapshot.count(kind, in: identity.account)
    guard count < limit else {
      throw EditError(
        .limitExceeded,
        "the account has \(count) records of the kind \(kind.rawValue), and may have"
          + " \(limit)")
    }
  }
}

/// How many things of a kind AWS lets an account have at most, raised as far as it goes.
enum AccountQuota {
  static let highest: [RecordKind: Int] = [
    .user: 5_000, .group: 500, .role: 10_000, .managedPolicy: 10_000,
  ]
}
