import JSONText
import PolicyLanguage
import Registry

extension RecordEditor {
  /// Adds a customer managed policy with its document as version `v1`; nothing where it is there
  /// with the same document in force.
  ///
  /// Source: IAM API Reference, "CreatePolicy".
  ///
  /// - Throws: `EditError` where IAM would refuse it.
  package func addManagedPolicy(
    _ name: String, path: String, summary: String?, document: CheckedDocument
  ) throws -> EditedRecord {
    try checkWords(name, path, summary)
    let arn = try iamARN("policy\(path)\(name)")
    let digest = try writer.document(document.root, as: document.type).digest
    let result = EditedRecord(.managedPolicy, arn)
    if let existing = try snapshot.record(ManagedPolicy.self, arn: arn) {
      let version = try versions(of: arn).first { $0.version == existing.defaultVersion }
      guard version?.document == digest else {
        throw Self.differs(
          .managedPolicy, arn, hint: "`permreg add-policy-version` adds a version to it")
      }
      return result
    }
    try checkIsFree(arn, .managedPolicy)
    try writer.put(ManagedPolicy(arn: arn, summary: summary, defaultVersion: "v1"))
    try writer.put(ManagedPolicyVersion(policy: arn, version: "v1", document: digest))
    return result
  }

  /// The versions of a managed policy, the oldest first.
  func versions(of arn: String) throws -> [ManagedPolicyVersion] {
    try snapshot.records(ManagedPolicyVersion.self, whose: "policy", is: arn)
      .sorted { PolicyVersionID.number($0.version) < PolicyVersionID.number($1.version) }
  }

  private func checkWords(_ name: String, _ path: String, _ summary: String?) throws(EditError) {
    for fault in [PolicyNameRule.fault(of: name), PolicyPathRule.fault(of: path)] {
      guard let fault else { continue }
      throw EditError(.validationError, fault.message, hint: fault.help)
    }
    if let count = summary?.unicodeScalars.count, count > 1_000 {
      throw EditError(
        .validationError, "the description has \(count) characters, and may have 1000")
    }
  }
}

/// The id of a managed policy's version: `v1`, `v2` and so on.
///
/// Source: IAM API Reference, the pattern of `VersionId`.
enum PolicyVersionID {
  /// The number in an id; 0 where it is none.
  static func number(_ id: String) -> Int {
    id.hasPrefix("v") ? Int(id.dropFirst()) ?? 0 : 0
  }
}
