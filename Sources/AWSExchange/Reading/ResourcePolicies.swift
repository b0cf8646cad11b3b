import JSONText
import PolicyLanguage
import Registry

/// `lambda get-policy`, and the resource policies of other services.
extension FileReader {
  mutating func readFunctionPolicy(_ root: JSONValue) throws {
    guard let kept = try documents.keep(root["Policy"], as: .resource, in: path) else { return }
    guard let place, let name = place.item else {
      let policy = LooseFunctionPolicy(
        document: kept.stored, awsRevisionID: text(root, "RevisionId"),
        resources: kept.resources, place: at(root))
      draft.pending.functionPolicies.append(policy)
      return
    }
    let partition = kept.resources.lazy.compactMap { ARN($0.resource)?.partition }.first ?? "aws"
    let qualifier = place.qualifier.map { ":\($0)" } ?? ""
    let bearer =
      "arn:\(partition):lambda:\(place.region):\(place.account):function:\(name)\(qualifier)"
    try put(kept, on: bearer, .getFunctionPolicy, root)
  }

  /// Attaches a policy to its bearer, and reports the statements that name something else.
  mutating func put(
    _ kept: KeptDocument, on bearer: String, _ command: AWSCommand, _ root: JSONValue
  ) throws {
    guard (try? ResourceIdentity(arn: bearer)) != nil, let arn = ARN(bearer) else {
      return reportNoBearer(root)
    }
    see(command, arn)
    if command == .getFunctionPolicy || command == .getLayerVersionPolicy {
      for (resource, statement) in kept.resources where !ForeignResource.reaches(resource, bearer) {
        draft.note(.foreignResource(resource, statement, of: bearer, at: at(root)))
      }
    }
    let record = ResourcePolicy(
      resource: bearer, document: kept.digest, awsRevisionID: text(root, "RevisionId"))
    add(record, at: root)
  }

  mutating func reportNoBearer(_ root: JSONValue) {
    draft.note(
      at(root).diagnostic(
        .warning, "no-bearer", "nothing tells which resource this policy belongs to; it is left out"
      ))
  }

  // MARK: Other services

  /// A bucket's ARN has neither account nor Region, so its scope is that of its place.
  mutating func readBucketPolicy(_ root: JSONValue) throws {
    guard let kept = try documents.keep(root["Policy"], as: .resource, in: path) else { return }
    let named = kept.resources.lazy.compactMap { ARN($0.resource) }.first { $0.service == "s3" }
    let bucket = place?.item ?? named.map { String($0.resource.prefix { $0 != "/" }) }
    guard let bucket else { return reportNoBearer(root) }
    let arn = "arn:\(named?.partition ?? "aws"):s3:::\(bucket)"
    guard (try? ResourceIdentity(arn: arn)) != nil else { return reportNoBearer(root) }
    if let place {
      scopes.insert(
        Scope(command: .getBucketPolicy, account: place.account, region: place.region))
    }
    add(ResourcePolicy(resource: arn, document: kept.digest), at: root)
  }

  /// `sqs get-queue-attributes` and `sns get-topic-attributes`.
  mutating func readAttributes(_ root: JSONValue, arn member: String) throws {
    let command: AWSCommand = member == "QueueArn" ? .getQueueAttributes : .getTopicAttributes
    guard let attributes = root["Attributes"], let arn = arn(attributes, member) else { return }
    see(command, arn)
    guard text(attributes, "Policy") != nil,
      let kept = try documents.keep(attributes["Policy"], as: .resource, in: path)
    else { return }
    try put(kept, on: arn.text, command, root)
  }

  mutating func readKeyPolicy(_ root: JSONValue) throws {
    guard let kept = try documents.keep(root["Policy"], as: .resource, in: path) else { return }
    guard let place, let id = place.item else { return reportNoBearer(root) }
    let partition = Self.partition(ofRegion: place.region)
    let arn = "arn:\(partition):kms:\(place.region):\(place.account):key/\(id)"
    try put(kept, on: arn, .getKeyPolicy, root)
  }

  mutating func readSecretPolicy(_ root: JSONValue) throws {
    guard let arn = arn(root, "ARN") else { return }
    see(.getSecretPolicy, arn)
    guard let kept = try documents.keep(root["ResourcePolicy"], as: .resource, in: path) else {
      return
    }
    try put(kept, on: arn.text, .getSecretPolicy, root)
  }

  /// Source: AWS General Reference, "Amazon Resource Names (ARNs)", on partitions.
  static func partition(ofRegion region: String) -> String {
    if region.hasPrefix("cn-") { return "aws-cn" }
    if region.hasPrefix("us-gov-") { return "aws-us-gov" }
    return "aws"
  }
}

extension Diagnostic {
  /// A statement of a function's policy that can never match, because it names another resource.
  static func foreignResource(
    _ resource: String, _ statement: String, of bearer: String, at place: SourcePlace
  ) -> Diagnostic {
    place.diagnostic(
      .warning, "foreign-resource",
      "`\(statement)` in the policy of `\(bearer)` names `\(resource)`, so it never matches")
  }
}
