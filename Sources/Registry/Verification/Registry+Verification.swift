import SQLite

extension Registry {
  /// Checks that the file holds exactly what its history says.
  ///
  /// The file must be sound for SQLite and have the schema of this program. The hashes of the
  /// revisions are recomputed; records, anchors, documents and index rows are derived again from the
  /// changes and texts and compared both ways: nothing is missing, surplus or different. A second
  /// spelling of a document is not part of the history, and that one was removed is not noticed.
  ///
  /// Whoever rewrites rows and every hash after them leaves nothing to notice, unless `kept`, the
  /// hash of a revision that was written down elsewhere, is given: it must be in the chain.
  ///
  /// - Parameter progress: hears how many of how many rows are done.
  /// - Throws: `RegistryFault` for the first fault; `SQLiteError` where the file cannot be read.
  ///   Cost: linear in the file, whose memory it does not hold.
  package func verify(
    kept: [UInt8]? = nil, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> VerifiedRegistry {
    do {
      return try connection.read {
        let count = VerificationProgress(total: try rowsToVerify(), report: progress)
        try StructureCheck(connection: connection).run()
        let chain = try ChainCheck(connection: connection, progress: count).run(kept: kept)
        try AnchorCheck(connection: connection, progress: count).run()
        let documents = try DocumentCheck(connection: connection, progress: count).run()
        let records = try RecordCheck(connection: connection, progress: count).run()
        try UndescribedPolicyCheck(connection: connection).run()
        return VerifiedRegistry(
          head: chain.head, kept: chain.kept, records: records, documents: documents)
      }
    } catch let error as SQLiteError
      where error.code == .SQLITE_CORRUPT || error.code == .SQLITE_MISMATCH
    {
      throw RegistryFault("file", "", error.message)
    } catch let error as DamagedRecord {
      throw RegistryFault(error.kind.table.name, "", error.description)
    }
  }

  private func rowsToVerify() throws -> Int {
    try connection.first(
      """
      SELECT 2 * (SELECT count(*) FROM change) + (SELECT count(*) FROM document)
        + (SELECT count(*) FROM resource)
      """
    ) { try $0.int(0) } ?? 0
  }
}

/// What `Registry.verify` says of a file without a fault.
package struct VerifiedRegistry: Hashable, Sendable {
  /// The newest revision; `nil` in an empty registry.
  package let head: Revision?
  /// The number of the revision whose hash was given.
  package let kept: Int?
  /// How many rows of records there are, those of the past included.
  package let records: Int
  package let documents: Int
}

/// Counts the rows that were verified.
final class VerificationProgress {
  private let total: Int
  private var done = 0
  private let report: (Int, Int) -> Void

  init(total: Int, report: @escaping (Int, Int) -> Void) {
    self.total = total
    self.report = report
    report(0, total)
  }

  /// One row more is done.
  func advance() {
    done += 1
    report(done, total)
  }
}

extension String? {
  /// Whether both are the same bytes: strings with the same characters may differ in them.
  func isSame(as other: String?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let text?, let other?): text.utf8.elementsEqual(other.utf8)
    default: false
    }
  }
}
