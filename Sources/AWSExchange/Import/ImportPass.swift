import JSONText
import Registry

/// One import inside its transaction: reads all files into a draft, then writes the draft.
struct ImportPass {
  private let input: ImportInput
  private let options: ImportOptions
  private let known: KnownRecords
  private let writer: RevisionWriter
  private let documents: DocumentIntake
  private var draft = ImportDraft()
  private var ledger = ScopeLedger()
  private var report: ImportReport
  private var readPaths: Set<String> = []

  init(
    input: ImportInput, options: ImportOptions, known: KnownRecords, writer: RevisionWriter
  ) {
    self.input = input
    self.options = options
    self.known = known
    self.writer = writer
    documents = DocumentIntake(writer)
    report = ImportReport(tally: writer.tally)
    report.files = input.manifestFiles
    report.bytes = input.manifestBytes
  }

  // MARK: Reading

  /// Reads every file, then what the manifests say of files that were not written.
  mutating func read(_ progress: ((ImportProgress) -> Void)?) throws {
    var state = ImportProgress(
      filesDone: 0, filesTotal: input.files.count, bytesDone: 0,
      bytesTotal: input.files.reduce(0) { $0 + $1.size })
    for file in input.files {
      try read(file)
      state.filesDone += 1
      state.bytesDone += file.size
      progress?(state)
    }
    for manifest in input.manifests { readOutcomes(of: manifest) }
    for scope in try draft.settle(with: known) {
      note(scope, LayoutPlace(scope), observedAt: nil, isComplete: options.assumeComplete)
    }
    noteUnshownItems()
  }

  private mutating func read(_ file: InputFile) throws {
    let place = CollectorLayout.place(of: file.path)
    let document = try ImportInput.parse(file)
    readPaths.insert(file.path)
    report.files += 1
    report.bytes += document.bytes.count
    let told = ContentRecognition.command(of: document.root)
    guard let command = place?.command ?? told,
      ContentRecognition.isPlausible(document.root, as: command)
    else {
      report.unrecognised.append(file.path)
      return
    }
    // The draft moves to the reader and back, so that it is never copied.
    var reader = FileReader(path: file.path, place: place, documents: documents, draft: draft)
    draft = ImportDraft()
    defer { draft = reader.draft }
    try reader.read(document.root, as: command)
    note(file.path, place, command, reader.scopes)
  }

  /// Notes which scopes a file shows. A file in the layout that shows nothing shows the scope of its
  /// place; one whose records lie elsewhere proves nothing of it.
  private mutating func note(
    _ path: String, _ place: LayoutPlace?, _ command: AWSCommand, _ scopes: Set<Scope>
  ) {
    let entry = input.manifest(of: path)
    let isProven = entry.flatMap { $0.manifest.outcome(of: $0.key) } == .complete
    let home = place.map { Scope($0) }
    for scope in scopes.isEmpty ? Set([home].compactMap(\.self)) : scopes {
      let isComplete = options.assumeComplete || (isProven && scope == home)
      note(
        scope, place ?? LayoutPlace(scope), observedAt: input.observedAt(path),
        isComplete: isComplete)
    }
  }

  private mutating func note(
    _ scope: Scope, _ place: LayoutPlace, observedAt: String?, isComplete: Bool
  ) {
    ledger[scope].isSeen = true
    ledger[scope].observedAt = [ledger[scope].observedAt, observedAt].compactMap(\.self).max()
    guard isComplete else { return }
    if let item = place.itemName {
      ledger[scope].completeItems.insert(item)
      if options.assumeComplete { ledger[scope].isComplete = true }
    } else {
      ledger[scope].isComplete = true
    }
  }

  // MARK: The manifest

  private mutating func readOutcomes(of manifest: Manifest) {
    for (key, outcome) in manifest.outcomes.sorted(by: { inByteOrder($0.key, $1.key) }) {
      let path = manifest.folder + key
      guard !readPaths.contains(path), let place = CollectorLayout.place(of: path) else { continue }
      let scope = Scope(place)
      let time = manifest.observedAt(key)
      if key.hasSuffix("/") {
        noteFolder(scope, outcome, time)
      } else if let item = place.itemName {
        noteItem(item, in: scope, outcome, path)
      } else {
        noteList(scope, outcome, time, path)
      }
    }
  }

  private mutating func noteFolder(_ scope: Scope, _ outcome: Manifest.Outcome, _ time: String?) {
    guard outcome == .complete || outcome == .absent else {
      ledger[scope].outcome = outcome
      return
    }
    ledger[scope].isSeen = true
    ledger[scope].isComplete = true
    ledger[scope].observedAt = [ledger[scope].observedAt, time].compactMap(\.self).max()
  }

  private mutating func noteItem(
    _ item: String, in scope: Scope, _ outcome: Manifest.Outcome, _ path: String
  ) {
    if outcome == .absent {
      ledger[scope].completeItems.insert(item)
      return
    }
    ledger[scope].unknownItems.insert(item)
    report.notCompared.append("\(scope) `\(item)`: \(outcome.reason)")
    if outcome == .complete { noteMissing(path) }
  }

  private mutating func noteList(
    _ scope: Scope, _ outcome: Manifest.Outcome, _ time: String?, _ path: String
  ) {
    ledger[scope].outcome = outcome
    ledger[scope].observedAt = time
    if outcome == .absent { ledger[scope].isComplete = true }
    if outcome == .complete { noteMissing(path) }
  }

  private mutating func noteMissing(_ path: String) {
    draft.note(
      Diagnostic(
        .warning, "missing-file", "the manifest calls the file complete, but it is missing",
        file: path))
  }

  /// A function that is listed, but has neither file nor entry, was not asked about.
  private mutating func noteUnshownItems() {
    guard !options.assumeComplete else { return }
    let items: [AWSCommand] = [.listVersions, .listAliases, .listFunctionURLs, .getFunctionPolicy]
    let bearers =
      draft.all(Function.self).map(\.arn) + draft.all(FunctionVersion.self).map(\.arn)
      + draft.all(Alias.self).map(\.arn)
    for arn in bearers {
      let isFunction = FunctionARN(arn).qualifier == nil
      for command in isFunction ? items : [.getFunctionPolicy] {
        guard let home = RecordHome(item: arn, of: command) else { continue }
        if let item = home.item, !ledger[home.scope].completeItems.contains(item) {
          ledger[home.scope].unknownItems.insert(item)
        }
      }
    }
  }

  // MARK: Writing

  /// Writes what the draft holds, removes what is proven gone, and says how far knowledge reaches.
  mutating func write() throws -> ImportReport {
    try refuseOlderInput()
    try putAccounts()
    for kind in RecordKind.allCases {
      let records = draft.records[kind] ?? [:]
      for key in records.keys.sorted() {
        guard let record = records[key] else { continue }
        try put(record)
      }
    }
    var comparison = Comparison(known: known, draft: draft, ledger: ledger, writer: writer)
    try comparison.run()
    try CoverageWriter(known: known, ledger: ledger, writer: writer).run()
    report.documents = documents.documents
    report.statements = documents.statements
    report.invalid = documents.invalid
    report.notes = draft.notes
    report.notCompared += notCompared()
    return report
  }

  /// Writes a record. What is known of an AWS managed policy stays where the input does not tell it,
  /// and so do its description, which IAM never changes, and the newest version in force.
  private func put(_ record: any Record) throws {
    guard var policy = record as? ManagedPolicy, policy.arn.isOfAWS,
      let earlier = try known.record(ManagedPolicy.self, policy.arn)
    else { return try writer.put(record) }
    if versionNumber(earlier.defaultVersion) > versionNumber(policy.defaultVersion) {
      policy.defaultVersion = earlier.defaultVersion
    }
    policy.uniqueID = policy.uniqueID ?? earlier.uniqueID
    policy.createdAt = policy.createdAt ?? earlier.createdAt
    policy.summary = earlier.summary ?? policy.summary
    try writer.put(policy)
  }

  /// Every account of which something was seen is known, by its id at least.
  private mutating func putAccounts() throws {
    let accounts = Set(ledger.evidence.filter(\.value.isSeen).map(\.key.account))
    for id in accounts where id.isAccountID && !draft.contains(.account, id) {
      draft.replace(try known.record(Account.self, id) ?? Account(id: id))
    }
  }

  private func refuseOlderInput() throws {
    guard !options.allowBackfill else { return }
    for (scope, found) in ledger.evidence.sorted(by: { $0.key < $1.key }) where found.isSeen {
      guard let time = found.observedAt, let earlier = known.coverage[scope],
        earlier.observedAt > time
      else { continue }
      throw ImportError(
        Diagnostic(
          .error, "older-input",
          "the input is of \(time), but `\(scope)` is known as of \(earlier.observedAt)"
        ).with(help: "allow backfill to import older input"))
    }
  }

  private func notCompared() -> [String] {
    ledger.evidence.keys.sorted().compactMap { scope in
      guard !ledger.isProven(scope), let found = ledger.evidence[scope] else { return nil }
      if let outcome = found.outcome, outcome != .complete { return "\(scope): \(outcome.reason)" }
      guard found.isSeen else { return nil }
      return "\(scope): nothing proves that the input shows all of it"
    }
  }
}

extension Manifest.Outcome {
  /// Why nothing was compared.
  var reason: String {
    switch self {
    case .complete: "the file is missing"
    case .absent: "there is no such thing"
    case .denied: "AWS refused to show it"
    case .failed: "asking AWS failed"
    }
  }
}

extension String {
  /// Whether an ARN is of a policy that AWS manages.
  fileprivate var isOfAWS: Bool { hasPrefix("arn:") && contains(":iam::aws:policy/") }
}

extension Scope {
  /// The scope that a place lies in.
  init(_ place: LayoutPlace) {
    self.init(command: place.command, account: place.account, region: place.region)
  }
}

extension LayoutPlace {
  /// The place of a scope as a whole.
  init(_ scope: Scope) {
    self.init(scope.command)
    account = scope.account
    region = scope.region
  }

  /// The item, with its qualifier behind a colon.
  var itemName: String? {
    item.map { name in qualifier.map { "\(name):\($0)" } ?? name }
  }
}
