import JSONText

/// The customer managed policies that an organization rolls out to every account, word for word the
/// same. Between them they use every condition operator family and every element of the language.
enum BaselinePolicies {
  /// The path of all of them.
  static let path = "/org/"

  /// All of them in one account, boundaries included.
  static func policies(of account: AccountPlan) -> [ManagedPolicy] {
    documents.map { draft in
      ManagedPolicy(
        name: draft.name, path: Boundaries.isBoundary(draft.name) ? Boundaries.path : path,
        owner: account.id, versions: versions(draft.versions),
        defaultVersion: draft.defaultVersion)
    }
  }

  /// How attachments name a baseline policy.
  static func reference(_ name: String, in account: AccountPlan) -> PolicyReference {
    PolicyReference(name: name, arn: account.iam("policy\(path)\(name)"))
  }

  /// The policies that are attached at random, by name.
  static let attachable = documents.map(\.name).filter {
    !Boundaries.isBoundary($0) && $0 != directory
  }

  /// The name of the policy that lets its holder invoke directory functions anywhere.
  static let directory = "OrgInvokeDirectory"

  /// A baseline policy: its versions, oldest first.
  struct Draft: Sendable {
    let name: String
    let versions: [JSON]
    let defaultVersion: Int

    /// A policy with one version for each document; the newest is in force unless another is named.
    init(_ name: String, _ versions: [JSON], default defaultVersion: Int? = nil) {
      self.name = name
      self.versions = versions
      self.defaultVersion = defaultVersion ?? versions.count
    }
  }

  private static func versions(_ documents: [JSON]) -> [ManagedPolicy.Version] {
    documents.enumerated().reversed().map { .init(number: $0.offset + 1, document: $0.element) }
  }

  private static let documents: [Draft] =
    BaselineDocuments.invocation + BaselineDocuments.guards + BaselineDocuments.conditions
    + Boundaries.documents
}
