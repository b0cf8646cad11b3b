/// An account of the organization, and how much it holds.
struct AccountPlan: Sendable {
  /// Its place among the accounts; 0 is the management account.
  let index: Int
  /// Twelve digits; some begin with 0.
  let id: String
  /// The name that Organizations shows.
  let name: String
  /// The unit that it hangs in.
  let place: OrganizationalUnit.Place
  /// Its IAM users and roles.
  let principals: Int

  /// The value of the tag `env` on what stands in the account.
  var environment: String { place.environment }

  /// Whether SCPs and RCPs do not bind it.
  ///
  /// Source: AWS Organizations User Guide, "Service control policies (SCPs)", SCP effects on
  /// permissions.
  var isManagement: Bool { index == 0 }

  /// IAM users: about a fifth of the principals.
  var userCount: Int { principals / 5 }

  /// IAM roles, those that change may have removed among them.
  var roleCount: Int { principals - userCount }

  /// Functions of all regions.
  var functionCount: Int { max(16, principals / 12) }

  /// Customer managed policies of the account's own, without the organization's baseline.
  var localPolicyCount: Int { max(LocalPolicies.templateCount, principals / 40) }

  /// Resources of each service that carries resource policies, in each region.
  var resourceCount: Int { max(3, principals / 120) }

  /// The ARN of something in this account's IAM, such as `role/orders`.
  func iam(_ resource: String) -> String {
    "arn:aws:iam::\(id):\(resource)"
  }

  /// The ARN of something in a region of this account.
  func arn(_ service: String, _ region: String, _ resource: String) -> String {
    "arn:aws:\(service):\(region):\(id):\(resource)"
  }

  /// The folder of the layout that holds the account.
  var folder: String { "accounts/\(id)/" }
}

extension AccountPlan {
  /// The unit of the account with this index.
  ///
  /// The first nine are spread so that even a small organization has production, development,
  /// sandbox and shared accounts; the rest follow a cycle that leans to workloads.
  static func place(of index: Int) -> OrganizationalUnit.Place {
    let first: [OrganizationalUnit.Place] = [
      .root, .prodCore, .dev, .sandbox, .security, .prodEdge, .staging, .prod, .network,
    ]
    if index < first.count { return first[index] }
    if index == 12 { return .quarantine }
    let cycle: [OrganizationalUnit.Place] = [
      .prodCore, .dev, .prodEdge, .staging, .prodCore, .prod, .dev, .infrastructure, .sandbox,
    ]
    return cycle[index % cycle.count]
  }

  /// A distinct account id for each index below `OrganizationOptions.maximumAccounts`.
  ///
  /// Eight digits follow from the seed. The last four are the index times a number that has no
  /// factor in common with 10,000, so no two accounts share them. Ids that begin with 9 are left to
  /// accounts outside the organization.
  static func id(of index: Int, entropy: EntropySource) -> String {
    var stream = entropy.stream(.account, index)
    let first = index % 5 == 2 ? 0 : stream.below(9)
    var shared = entropy.stream(.account, -1)
    let tail = (index * 7_919 + shared.below(10_000)) % 10_000
    return "\(first)" + stream.digits(7) + Vocabulary.padded(tail, 4)
  }

  /// The id of an account outside the organization. There are `outsiderCount` of them.
  static func outsider(_ index: Int, entropy: EntropySource) -> String {
    var stream = entropy.stream(.account, -2 - index % outsiderCount)
    return "9" + stream.digits(11)
  }

  /// How many accounts outside the organization are named in policies.
  static let outsiderCount = 6
}
