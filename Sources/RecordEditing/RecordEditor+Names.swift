package import Registry

extension RecordEditor {
  /// The ARN of the one record of some kinds that a name means. Fragments of a name mean nothing
  /// here.
  ///
  /// - Throws: `EditError` where there is none, `NameError` where there are several.
  package func resolve(_ name: String, among kinds: [RecordKind]) throws -> ResolvedName {
    do {
      return try NameResolver(
        snapshot, account: place.account, region: place.region, acceptsFragments: false
      ).resolve(name, among: kinds)
    } catch let error as NameError {
      guard case .unknown = error else { throw error }
      let isOfLambda = kinds.allSatisfy(Self.lambdaKinds.contains)
      throw EditError(
        isOfLambda ? .resourceNotFound : .noSuchEntity, error.description, hint: error.hint)
    }
  }

  private static let lambdaKinds: Set<RecordKind> = [
    .function, .version, .alias, .functionURL, .eventSourceMapping, .layerVersion,
  ]

  /// The record of a kind whose key is one ARN.
  ///
  /// - Throws: `EditError` where the name means none.
  package func record<Kind: Record>(_ type: Kind.Type, named name: String) throws -> Kind {
    let arn = try resolve(name, among: [type.table.kind]).arn
    guard let record = try snapshot.record(type, arn: arn) else {
      throw EditError(.noSuchEntity, "there is no \(type.table.kind.words) `\(arn)`")
    }
    return record
  }

  /// The user, group or role that a name means.
  package func principal(_ name: String) throws -> ResolvedName {
    try resolve(name, among: [.role, .user, .group])
  }

  /// The managed policy that a name means: one of the account, or one of AWS's. An AWS managed
  /// policy may be named by its ARN even where the registry does not describe it.
  ///
  /// - Throws: `EditError` where there is none, `NameError` where there are several.
  package func managedPolicy(_ name: String, for principal: String) throws -> String {
    if name.hasPrefix("arn:"), try ResourceIdentity(arn: name).isPolicyOfAWS { return name }
    let account = try ResourceIdentity(arn: principal).account
    let known = RecordEditor(writer, snapshot, place: EditingPlace(account: account))
    do {
      return try known.resolve(name, among: [.managedPolicy]).arn
    } catch let error as EditError {
      let other = RecordEditor(writer, snapshot, place: EditingPlace(account: "aws"))
      guard let policy = try? other.resolve(name, among: [.managedPolicy]).arn else {
        throw error
      }
      return policy
    }
  }

  /// A list of records for a hint, one a line.
  static func list(_ lines: [String]) -> String { lines.map { "\n  \($0)" }.joined() }
}

extension RecordKind {
  /// The kind as sentences name it.
  var words: String { rawValue.replacing("-", with: " ") }
}

extension ResourceIdentity {
  /// Whether this is a policy that AWS manages, which no account can change.
  package var isPolicyOfAWS: Bool { service == "iam" && account == "aws" && type == "policy" }

  /// Whether this is a role that a service made for itself, or a policy of such a role: only the
  /// service changes it.
  ///
  /// Source: IAM User Guide, "Create a service-linked role".
  var isServiceLinked: Bool {
    service == "iam" && arn.contains(":\(type)/aws-service-role/")
  }
}
