import JSONText
import PolicyLanguage
import Registry

/// Reads the records out of one file.
struct FileReader {
  let path: String
  /// What the file's place in the layout says; `nil` outside of it.
  let place: LayoutPlace?
  let documents: DocumentIntake
  var draft: ImportDraft
  /// The accounts and Regions of the records.
  var scopes: Set<Scope> = []

  init(path: String, place: LayoutPlace?, documents: DocumentIntake, draft: ImportDraft) {
    self.path = path
    self.place = place
    self.documents = documents
    self.draft = draft
  }

  /// Reads the output of a command.
  mutating func read(_ root: JSONValue, as command: AWSCommand) throws {
    switch command {
    case .describeOrganization: readOrganization(root)
    case .listRoots: readRoots(root)
    case .listAccounts, .listAccountsForParent: readAccounts(root)
    case .listServiceControlPolicies, .listResourceControlPolicies: readPolicyList(root)
    case .describePolicy: try readControlPolicy(root)
    case .listOrganizationalUnits: readUnits(root)
    case .listTargets: readTargets(root)
    case .authorizationDetails: try readAuthorizationDetails(root)
    case .listSAMLProviders: readSAMLProviders(root)
    case .listOpenIDConnectProviders: readOpenIDConnectProviders(root)
    case .listFunctions: readFunctions(root)
    case .listVersions: readVersions(root)
    case .listAliases: readAliases(root)
    case .listFunctionURLs: readFunctionURLs(root)
    case .listEventSourceMappings: readEventSourceMappings(root)
    case .listLayers: readLayers(root)
    case .listLayerVersions: readLayerVersions(root)
    case .getFunctionPolicy: try readFunctionPolicy(root)
    case .getLayerVersionPolicy: try readLayerVersionPolicy(root)
    case .getResources: readTaggedResources(root)
    case .getBucketPolicy: try readBucketPolicy(root)
    case .getQueueAttributes: try readAttributes(root, arn: "QueueArn")
    case .getTopicAttributes: try readAttributes(root, arn: "TopicArn")
    case .getKeyPolicy: try readKeyPolicy(root)
    case .getSecretPolicy: try readSecretPolicy(root)
    }
  }

  // MARK: What the readers share

  /// The objects of a list member; none for null or a missing member.
  func list(_ value: JSONValue?, _ member: String) -> [JSONValue] {
    value?[member]?.elementList ?? []
  }

  /// The texts of a list member.
  func texts(_ value: JSONValue?, _ member: String) -> [String] {
    list(value, member).compactMap(\.string)
  }

  /// A text member that is not empty.
  func text(_ value: JSONValue?, _ member: String) -> String? {
    guard let text = value?[member]?.string, !text.isEmpty else { return nil }
    return text
  }

  /// An instant, in the registry's form where it can be read.
  func time(_ value: JSONValue?, _ member: String) -> String? {
    text(value, member).map { ObservationTime.normalized($0) ?? $0 }
  }

  /// `Tags` as a list of `Key` and `Value`.
  func tags(_ value: JSONValue) -> Tags {
    Tags(
      list(value, "Tags").compactMap { tag in
        tag["Key"]?.string.map { Tag(key: $0, value: tag["Value"]?.string ?? "") }
      })
  }

  /// The ARN in a member; what has none, or one that names nothing, is reported and left out.
  mutating func arn(_ value: JSONValue, _ member: String) -> ARN? {
    let text = value[member]?.string ?? ""
    if (try? ResourceIdentity(arn: text)) != nil, let arn = ARN(text) { return arn }
    draft.note(
      at(value).diagnostic(
        .warning, "no-arn", "an entry without an ARN in `\(member)` is left out"))
    return nil
  }

  /// An ARN that another record may hold: `nil` for text that is none.
  func reference(_ value: JSONValue?, _ member: String) -> String? {
    guard let text = text(value, member), (try? ResourceIdentity(arn: text)) != nil else {
      return nil
    }
    return text
  }

  /// Takes a record that a value of the file describes.
  mutating func add(_ record: some Record, at value: JSONValue) {
    let path = path
    draft.add(record) { SourcePlace(file: path, position: value.position) }
  }

  /// The place of a value of the file.
  func at(_ value: JSONValue) -> SourcePlace {
    SourcePlace(file: path, position: value.position)
  }

  /// Notes that the file shows a part of the scope that an ARN lies in.
  mutating func see(_ command: AWSCommand, _ arn: ARN, hasRegion: Bool = true) {
    guard arn.account.isAccountID else { return }
    scopes.insert(
      Scope(
        command: command, account: String(arn.account),
        region: hasRegion ? String(arn.region) : ""))
  }
}
