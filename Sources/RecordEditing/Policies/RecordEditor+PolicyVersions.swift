import Registry

extension RecordEditor {
  /// Adds a version to a customer managed policy, numbered above all that it ever had. Where a
  /// version holds the same document none is added; it may still be put in force.
  ///
  /// Source: IAM API Reference, "CreatePolicyVersion".
  ///
  /// - Throws: `EditError` for a sixth version and for AWS's own policies.
  package func addPolicyVersion(
    of name: String, document: CheckedDocument, asDefault: Bool
  ) throws -> EditedRecord {
    var policy = try record(ManagedPolicy.self, named: name)
    try checkIsCustomerManaged(policy.arn)
    let digest = try writer.document(document.root, as: document.type).digest
    let versions = try versions(of: policy.arn)
    var id = versions.last { $0.document == digest }?.version
    if let current = versions.first(where: { $0.version == policy.defaultVersion }),
      current.document == digest
    {
      id = current.version
    }
    if id == nil {
      try checkCount(of: versions, policy.defaultVersion)
      let new = "v\(try highestVersion(of: policy.arn) + 1)"
      try writer.put(ManagedPolicyVersion(policy: policy.arn, version: new, document: digest))
      id = new
    }
    if asDefault, let id {
      policy.defaultVersion = id
      try writer.put(policy)
    }
    return EditedRecord(.managedPolicyVersion, policy.arn, id ?? "")
  }

  /// Puts another version of a customer managed policy in force.
  ///
  /// Source: IAM API Reference, "SetDefaultPolicyVersion".
  ///
  /// - Throws: `EditError` where the policy has no such version.
  package func setDefaultVersion(of name: String, to version: String) throws -> EditedRecord {
    var policy = try record(ManagedPolicy.self, named: name)
    try checkIsCustomerManaged(policy.arn)
    let versions = try versions(of: policy.arn).map(\.version)
    guard versions.contains(version) else {
      throw EditError(
        .noSuchEntity, "the policy `\(policy.arn)` has no version `\(version)`",
        hint: "its versions are \(versions.joined(separator: ", "))")
    }
    policy.defaultVersion = version
    try writer.put(policy)
    return EditedRecord(.managedPolicyVersion, policy.arn, version)
  }

  static let versionLimit = 5

  private func checkCount(
    of versions: [ManagedPolicyVersion], _ defaultVersion: String
  ) throws(EditError) {
    guard versions.count >= Self.versionLimit else { return }
    let removable = versions.map(\.version).filter { $0 != defaultVersion }
    throw EditError(
      .limitExceeded,
      "the policy has \(versions.count) versions, and may have \(Self.versionLimit)",
      hint: "`permreg remove managed-policy-version` removes one of "
        + removable.joined(separator: ", "))
  }

  /// IAM gives no number twice.
  private func highestVersion(of arn: String) throws -> Int {
    try snapshot.keysEverRecorded(of: .managedPolicyVersion, beginningWith: arn + " ")
      .map { PolicyVersionID.number(String($0.dropFirst(arn.count + 1))) }.max() ?? 0
  }

  /// Only AWS changes its own policies.
  func checkIsCustomerManaged(_ arn: String) throws {
    guard try ResourceIdentity(arn: arn).isPolicyOfAWS else { return }
    throw EditError(
      .unmodifiableEntity, "`\(arn)` is an AWS managed policy, which only AWS changes")
  }
}
