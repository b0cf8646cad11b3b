package import JSONText
import PolicyLanguage
package import Registry

/// Sets and removes the policy of a resource as a whole: of a function as Lambda does since 2026, and
/// of whatever else an ARN names.
package struct ResourcePolicyEditor {
  private let writer: RevisionWriter
  private let place: PermissionPlace

  /// An editor inside a revision; `place` reads the registry as it was before.
  package init(_ writer: RevisionWriter, in place: PermissionPlace) {
    self.writer = writer
    self.place = place
  }

  /// The ARN that a person means: any ARN, or the name of a function, version, alias or of whatever
  /// carries a policy.
  package func arn(of name: String) throws -> String {
    if name.hasPrefix("arn:") { return try ResourceIdentity(arn: name).arn }
    return try NameResolver(place.snapshot, account: place.account, region: place.region)
      .resolve(name, among: [.function, .version, .alias, .resourcePolicy]).arn
  }

  /// Gives a resource a policy in place of the one that it has, statements of AddPermission included.
  ///
  /// - Parameters:
  ///   - document: a document that `PolicyValidator` accepts as a resource's policy.
  ///   - revisionID: the `RevisionId` that the policy of a function must have.
  /// - Returns: the policy's new `RevisionId`, which functions have; the present one where nothing
  ///   changed.
  package func set(
    _ document: JSONValue, on resource: String, revisionID: String?
  ) throws -> String? {
    let operation = LambdaOperation.putResourcePolicy
    let bearer = PolicyBearer(resource)
    try bearer.check(in: place.snapshot, operation)
    let earlier = try CarriedPolicy(of: resource, in: place.snapshot)
    try PolicyChange(resource, operation, expected: revisionID).checkRevision(of: earlier)
    let size = document.text.utf8.count
    if bearer.isOfLambda, size > CarriedPolicy.sizeLimit {
      throw AWSRefusal(
        "PolicyLengthExceededException", operation,
        "The final policy size (\(size)) is bigger than the limit (\(CarriedPolicy.sizeLimit)).")
    }
    let digest = try writer.document(document, as: .resource).digest
    if let record = try place.snapshot.record(ResourcePolicy.self, arn: resource),
      record.document == digest
    {
      return record.awsRevisionID
    }
    let revision = bearer.isOfLambda ? RevisionID.random() : nil
    try writer.put(ResourcePolicy(resource: resource, document: digest, awsRevisionID: revision))
    return revision
  }

  /// Takes the policy from a resource.
  ///
  /// - Parameter revisionID: the `RevisionId` that the policy of a function must have.
  package func remove(from resource: String, revisionID: String?) throws {
    let operation = LambdaOperation.deleteResourcePolicy
    guard let earlier = try CarriedPolicy(of: resource, in: place.snapshot) else {
      guard PolicyBearer(resource).isOfLambda else {
        throw NameError.unknown(resource, kinds: [.resourcePolicy], suggestions: [])
      }
      throw AWSRefusal(
        "ResourceNotFoundException", operation, "The resource you requested does not exist.")
    }
    try PolicyChange(resource, operation, expected: revisionID).checkRevision(of: earlier)
    try writer.remove(.resourcePolicy, key: resource)
  }
}

/// What carries a policy, as far as Lambda has rules for it.
private struct PolicyBearer {
  let arn: String
  private let parts: [Substring]

  init(_ arn: String) {
    self.arn = arn
    parts = arn.split(separator: ":", omittingEmptySubsequences: false)
  }

  /// Whether Lambda keeps the policy, and so a `RevisionId` of it.
  var isOfLambda: Bool { parts.count > 2 && parts[2] == "lambda" }

  /// Refuses layer versions, whose policies Lambda lets nobody write, and unknown functions.
  ///
  /// Source: AWS Lambda API Reference, "PutResourcePolicy", `ResourceArn`.
  func check(in snapshot: Snapshot, _ operation: LambdaOperation) throws {
    guard isOfLambda, parts.count > 6 else { return }
    if parts[5] == "layer" {
      throw AWSRefusal(
        "InvalidParameterValueException", operation,
        "A layer version has no policy but that of AddLayerVersionPermission.")
    }
    guard parts[5] == "function" else { return }
    let target = FunctionTarget(
      function: parts.prefix(7).joined(separator: ":"),
      qualifier: parts.count > 7 ? String(parts[7]) : nil)
    try target.checkExistence(in: snapshot, operation, missing: "Function not found")
  }
}
