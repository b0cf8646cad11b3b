import JSONText
package import Registry

/// Imports what the AWS CLI printed.
package struct Importer {
  private let registry: Registry
  private let options: ImportOptions
  private let author: Author
  private let progress: ((ImportProgress) -> Void)?

  /// - Parameter progress: is called after each file.
  package init(
    registry: Registry, options: ImportOptions, author: Author,
    progress: ((ImportProgress) -> Void)? = nil
  ) {
    self.registry = registry
    self.options = options
    self.author = author
    self.progress = progress
  }

  /// Imports files and directories as one revision: all of it, or nothing.
  ///
  /// What is not recognised, what is no valid policy and what was not compared is reported; it stops
  /// nothing.
  ///
  /// - Throws: `ImportError` for a file that cannot be read or is not JSON, and for input older than
  ///   what is known; `SQLiteError`.
  package func run(paths: [String]) throws -> ImportReport {
    let given = try options.collectedAt.map { text in
      guard let time = ObservationTime.normalized(text) else {
        throw ImportError("collected-at", "`\(text)` is not an RFC 3339 time")
      }
      return time
    }
    let tree = try InputTree(paths: paths)
    let input = try ImportInput(tree, collectedAt: given)
    let outcome = try registry.write(
      "import", by: author, observedAt: input.newestTime, isDryRun: options.isDryRun
    ) { writer in
      let head = try registry.head?.number ?? 0
      let known = try KnownRecords(Snapshot(registry.connection, at: head), writer)
      var pass = ImportPass(input: input, options: options, known: known, writer: writer)
      try pass.read(progress)
      return try pass.write()
    }
    var report = outcome.result
    report.revision = outcome.revision
    report.tally = outcome.tally
    return report
  }
}

/// The files of an import, and the manifests among them.
struct ImportInput {
  let files: [InputFile]
  let manifests: [Manifest]
  let manifestFiles: Int
  let manifestBytes: Int
  private let collectedAt: String?

  /// - Throws: `ImportError` for a manifest that cannot be read.
  init(_ tree: InputTree, collectedAt: String?) throws {
    self.collectedAt = collectedAt
    var manifests: [Manifest] = []
    let isManifest = { (file: InputFile) in
      file.path.split(separator: "/").last == CollectorLayout.manifestName[...]
    }
    for file in tree.files where isManifest(file) {
      manifests.append(try Manifest(Self.parse(file).root, path: file.path))
    }
    files = tree.files.filter { !isManifest($0) }
    manifestFiles = manifests.count
    manifestBytes = tree.files.filter(isManifest).reduce(0) { $0 + $1.size }
    // A manifest deeper in the tree is nearer to its files.
    self.manifests = manifests.sorted { $0.folder.utf8.count > $1.folder.utf8.count }
  }

  /// When the newest of the input was asked for; `nil` where only the clock tells.
  var newestTime: String? { manifests.compactMap(\.newestTime).max() ?? collectedAt }

  /// The manifest that a file belongs to, and the file's path in it.
  func manifest(of path: String) -> (manifest: Manifest, key: String)? {
    for manifest in manifests {
      if let key = manifest.key(of: path) { return (manifest, key) }
    }
    return nil
  }

  /// When AWS was asked for a file; `nil` where only the clock tells.
  func observedAt(_ path: String) -> String? {
    manifest(of: path).flatMap { $0.manifest.observedAt($0.key) } ?? collectedAt
  }

  /// Reads and parses a file.
  static func parse(_ file: InputFile) throws -> JSONDocument {
    let bytes = try file.read()
    do {
      return try JSONDocument(parsing: bytes)
    } catch {
      throw ImportError(error.diagnostic(file: file.path))
    }
  }
}
