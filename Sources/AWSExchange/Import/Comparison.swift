import PolicyLanguage
import Registry

/// Removes what the input proves to be no more.
struct Comparison {
  let known: KnownRecords
  let draft: ImportDraft
  let ledger: ScopeLedger
  let writer: RevisionWriter
  /// Functions that this comparison removed, with all that hangs on them.
  private var removedFunctions: Set<String> = []

  init(known: KnownRecords, draft: ImportDraft, ledger: ScopeLedger, writer: RevisionWriter) {
    self.known = known
    self.draft = draft
    self.ledger = ledger
    self.writer = writer
  }

  /// Compares each kind of which a scope may be proven. Cost: linear in the records of those kinds.
  mutating func run() throws {
    let commands = Set(
      ledger.evidence.filter { $0.value.isComplete || !$0.value.completeItems.isEmpty }
        .map(\.key.command))
    if commands.contains(.authorizationDetails) { try compareIdentities() }
    if commands.contains(.listSAMLProviders) || commands.contains(.listOpenIDConnectProviders) {
      try compare(IdentityProvider.self)
    }
    if commands.contains(.listFunctions) { try compare(Function.self) }
    if commands.contains(.listEventSourceMappings) { try compare(EventSourceMapping.self) }
    if commands.contains(.listVersions) || !removedFunctions.isEmpty {
      try compare(FunctionVersion.self)
    }
    if commands.contains(.listAliases) || !removedFunctions.isEmpty { try compare(Alias.self) }
    if commands.contains(.listFunctionURLs) || !removedFunctions.isEmpty {
      try compare(FunctionURL.self)
    }
    if commands.contains(.listLayerVersions) { try compare(LayerVersion.self) }
    if commands.contains(.getResources) { try compare(ResourceTags.self) }
    try compare(ResourcePolicy.self)
    if commands.contains(where: { $0.rawValue.hasPrefix("organizations") }) {
      try compareOrganization()
    }
  }

  private mutating func compareIdentities() throws {
    try compare(GroupMembership.self)
    try compare(PolicyAttachment.self)
    try compare(InlinePolicy.self)
    try compare(User.self)
    try compare(Group.self)
    try compare(Role.self)
    try compare(ManagedPolicyVersion.self)
    try compare(ManagedPolicy.self)
  }

  private mutating func compareOrganization() throws {
    try compare(ControlPolicyAttachment.self)
    try compare(ControlPolicy.self)
    try compare(Account.self)
    try compare(OrganizationalUnit.self)
  }

  private mutating func compare<Kind: Record>(_ type: Kind.Type) throws {
    let kind = type.table.kind
    for record in try known.all(type) {
      let key = record.key
      guard !draft.contains(kind, key), !isNamed(record), isGone(record) else { continue }
      try writer.remove(kind, key: key)
      if kind == .function { removedFunctions.insert(key) }
    }
  }

  /// A list of control policies names them; their documents may be missing.
  private func isNamed(_ record: some Record) -> Bool {
    guard let policy = record as? ControlPolicy else { return false }
    return draft.pending.controlPolicies.values.contains(policy.arn)
  }

  private func isGone(_ record: some Record) -> Bool {
    if let function = function(of: record), removedFunctions.contains(function) { return true }
    if let policy = record as? ResourcePolicy, let bucket = bucket(policy.resource) {
      return ledger.evidence.contains {
        $0.key.command == .getBucketPolicy && $0.value.completeItems.contains(bucket)
      }
    }
    guard let home = RecordHome(of: record) else { return false }
    return ledger.provesAbsence(of: home.item, in: home.scope)
  }

  private func function(of record: some Record) -> String? {
    switch record {
    case let record as FunctionVersion: record.function
    case let record as Alias: record.function
    case let record as FunctionURL: FunctionARN(record.function).unqualified
    case let record as ResourcePolicy: FunctionARN(record.resource).unqualified
    default: nil
    }
  }

  /// A bucket's ARN does not tell its account, so only what is said of the bucket itself counts.
  private func bucket(_ arn: String) -> String? {
    guard let arn = ARN(arn), arn.service == "s3" else { return nil }
    return String(arn.resource)
  }
}
