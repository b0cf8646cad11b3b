import JSONText

/// An export while it is being written: its directory, its manifest and the count of its records.
struct OrganizationExport {
  /// Where files go.
  let directory: ExportDirectory
  /// What was asked so far.
  var manifest: CollectorManifest
  /// What was written so far.
  var counts = RecordCounts()

  /// Writes a file that holds one value, and records it as complete.
  mutating func write(_ node: JSON, to path: String) throws(GenerationError) {
    try directory.write(node, to: path)
    manifest.record(path, .complete)
  }

  /// Writes one file of a folder whose completeness is recorded for the folder.
  mutating func writeItem(_ node: JSON, to path: String) throws(GenerationError) {
    try directory.write(node, to: path)
  }

  /// Writes a file piece by piece, and records it as complete.
  mutating func write(
    _ path: String,
    _ body: (inout ExportFile, inout RecordCounts) throws(GenerationError) -> Void
  ) throws(GenerationError) {
    var counts = self.counts
    try directory.write(path) { (file: inout ExportFile) throws(GenerationError) in
      try body(&file, &counts)
    }
    self.counts = counts
    manifest.record(path, .complete)
  }
}
