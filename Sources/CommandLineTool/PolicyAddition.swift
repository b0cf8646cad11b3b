import PolicyLanguage
import Registry

/// A customer managed policy that is to be added.
struct PolicyAddition {
  let arn: String
  let description: String?
  let source: PolicySource

  /// Writes the policy with its document as version `v1`; nothing where it is there with the same
  /// document.
  ///
  /// - Throws: `CommandFailure` where IAM would say `EntityAlreadyExists`.
  func write(to writer: RevisionWriter, _ snapshot: Snapshot) throws {
    let document = try writer.document(source.root, as: source.type).digest
    if let existing = try snapshot.record(ManagedPolicy.self, arn: arn) {
      let key = [arn, existing.defaultVersion]
      let version = try snapshot.row(of: .managedPolicyVersion, key: key)
      guard version?.values.contains(.document(document)) == true else {
        throw CommandFailure(
          "the policy `\(arn)` is there already, with other content",
          hint: "add-policy-version adds a version to it")
      }
      return
    }
    try checkName(snapshot)
    try writer.put(ManagedPolicy(arn: arn, summary: description, defaultVersion: "v1"))
    try writer.put(ManagedPolicyVersion(policy: arn, version: "v1", document: document))
  }

  /// Attaches the policy to a principal of its account.
  func attach(to name: String, _ writer: RevisionWriter, _ snapshot: Snapshot) throws {
    let identity = try ResourceIdentity(arn: arn)
    let principal = try NameResolver(snapshot, account: identity.account, region: nil)
      .resolve(name, among: [.role, .user, .group]).arn
    try writer.put(PolicyAttachment(principal: principal, policy: arn))
  }

  /// IAM tells names of one account apart neither by path nor by case.
  ///
  /// Source: IAM User Guide, "IAM and AWS STS quotas", "IAM name requirements".
  private func checkName(_ snapshot: Snapshot) throws {
    let identity = try ResourceIdentity(arn: arn)
    let name = identity.name.lowercased()
    for row in try snapshot.rows(of: .managedPolicy, account: identity.account)
    where try ResourceIdentity(arn: row.key).name.lowercased() == name {
      throw CommandFailure(
        "the account has a policy of that name: `\(row.key)`",
        hint: "names differ neither by path nor by case; choose another")
    }
  }
}
