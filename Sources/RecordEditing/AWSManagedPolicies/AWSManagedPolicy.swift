import JSONText
import PolicyLanguage
package import Registry

/// A policy that AWS manages, as far as a registry knows it before anyone has imported one.
///
/// Source: AWS Managed Policy Reference Guide; `aws iam get-policy-version`.
package struct AWSManagedPolicy: Sendable {
  /// The path without its first slash, and the name: the ARN behind `policy/`.
  let pathAndName: String
  /// The id of the version in force.
  let version: String
  /// When IAM made that version, in UTC; `nil` where it is known to the minute only.
  let versionCreatedAt: String?
  /// When IAM made the policy; `nil` where it is not known to the second.
  let createdAt: String?
  /// The name of the policy that has taken this one's place; such a policy cannot be attached anew.
  let replacement: String?
  let grants: [ManagedGrant]

  /// - Parameter dates: when the version was made and, unless it is the first one, the policy.
  init(
    _ pathAndName: String, _ version: String, _ dates: String..., replacement: String? = nil,
    grants: [ManagedGrant]
  ) {
    self.pathAndName = pathAndName
    self.version = version
    versionCreatedAt = dates.first.map { $0 + ".000Z" }
    createdAt = (version == "v1" ? dates.first : dates.dropFirst().first).map { $0 + ".000Z" }
    self.replacement = replacement
    self.grants = grants
  }

  /// The ARN in the partition `aws`.
  package var arn: String { "arn:aws:iam::aws:policy/\(pathAndName)" }

  /// Whether AWS has taken the policy out of use: it works where it is attached, and cannot be attached
  /// to anything new.
  ///
  /// Source: IAM User Guide, "Deprecated AWS managed policies".
  package var isDeprecated: Bool { replacement != nil }

  /// The document as JSON text.
  package var document: String {
    let document: JSON = [
      "Version": "2012-10-17", "Statement": .array(grants.map(\.statement)),
    ]
    return document.text()
  }

  /// Writes the policy and its version in force.
  package func write(to writer: RevisionWriter) throws {
    let document = try JSONDocument(parsing: Array(document.utf8)).root
    let digest = try writer.document(document, as: .identity).digest
    try writer.put(
      ManagedPolicy(
        arn: arn, createdAt: createdAt, summary: note, defaultVersion: version)
    )
    try writer.put(
      ManagedPolicyVersion(
        policy: arn, version: version, createdAt: versionCreatedAt, document: digest))
  }

  /// What a deprecated policy says of itself: the policy's description, which AWS never changes.
  private var note: String? {
    replacement.map { "deprecated by AWS on 2021-03-01; `\($0)` takes its place" }
  }
}

/// One statement of a policy that AWS manages; all of them allow.
struct ManagedGrant: Sendable {
  let statement: JSON

  /// - Parameters:
  ///   - actions: services and their actions, such as `s3:GetObject,PutObject logs:*`.
  ///   - resources: ARN patterns, apart by blanks.
  ///   - when: the clauses of the condition.
  static func allow(
    _ actions: String, on resources: String = "*", sid: String? = nil, when: ManagedCondition...
  ) -> ManagedGrant {
    var members = [JSON.Member("Effect", "Allow")]
    if let sid { members.insert(.init("Sid", .string(sid)), at: 0) }
    members.append(.init("Action", .array(names(actions).map(JSON.string))))
    members.append(
      .init("Resource", .array(resources.split(separator: " ").map { .string(String($0)) })))
    if let first = when.first {
      let keys = when.map { JSON.Member($0.key, .array($0.values.map(JSON.string))) }
      let block = JSON.Member(first.operator, .object(keys))
      members.append(.init("Condition", .object([block])))
    }
    return ManagedGrant(statement: .object(members))
  }

  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).flatMap { group in
      let parts = group.split(separator: ":", maxSplits: 1)
      return (parts.last ?? "").split(separator: ",").map { "\(parts.first ?? ""):\($0)" }
    }
  }
}

/// One clause of a condition; the clauses of one statement have one operator.
struct ManagedCondition: Sendable {
  let `operator`: String
  let key: String
  let values: [String]

  init(_ operator: String, _ key: String, _ values: String...) {
    self.operator = `operator`
    self.key = key
    self.values = values
  }
}
