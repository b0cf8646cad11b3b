package import SQLite

/// A permissions registry: the door to its file.
package final class Registry {
  package let connection: Connection

  /// Takes a connection that `RegistryFile` opened.
  package init(_ connection: Connection) {
    self.connection = connection
  }

  /// Writes one revision: everything that `body` puts and removes, or nothing where it throws or
  /// `isDryRun` is set.
  ///
  /// - Parameters:
  ///   - command: the command that writes, such as `import`.
  ///   - observedAt: when AWS was in the state that is written, as ISO 8601; now where it is `nil`.
  /// - Returns: what `body` returned, and the revision; no revision where nothing changed.
  /// - Throws: what `body` throws, or `SQLiteError`, for example where another writer holds the file.
  package func write<Result>(
    _ command: String, by author: Author, observedAt: String? = nil, isDryRun: Bool = false,
    _ body: (RevisionWriter) throws -> Result
  ) throws -> (result: Result, revision: Revision?, tally: ChangeTally) {
    var outcome: (result: Result, revision: Revision?, tally: ChangeTally)?
    do {
      try connection.write {
        let last = try head
        let writer = RevisionWriter(connection, number: (last?.number ?? 0) + 1)
        let result = try body(writer)
        outcome = (result, nil, writer.tally)
        guard writer.hasChanges else { return }
        try writer.settleUndescribedPolicies()
        let draft = RevisionDraft(command: command, author: author, observedAt: observedAt)
        outcome?.revision = try finish(writer, draft, after: last)
        if isDryRun { throw DryRun() }
      }
    } catch is DryRun {}
    guard let outcome else { throw DryRun() }
    return outcome
  }

  /// The newest revision, or `nil` in an empty registry.
  package var head: Revision? {
    get throws {
      try connection.first(
        "\(Self.revisionSelection) ORDER BY number DESC LIMIT 1", row: Self.revision)
    }
  }

  /// A revision by its number, or `nil`.
  package func revision(_ number: Int) throws -> Revision? {
    try connection.first("\(Self.revisionSelection) WHERE number = ?1", number, row: Self.revision)
  }

  private func finish(
    _ writer: RevisionWriter, _ draft: RevisionDraft, after last: Revision?
  ) throws -> Revision {
    let now =
      try connection.first("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')") {
        try $0.string(0)
      } ?? ""
    let recordedAt = max(now, last?.recordedAt ?? "")
    let observedAt = draft.observedAt ?? recordedAt
    let previous = last?.hash ?? ChainHash.origin
    var hash = ChainHash(
      after: previous, number: writer.number, recordedAt: recordedAt, observedAt: observedAt,
      author: draft.author, command: draft.command)
    try connection.visit(
      "SELECT kind, key, before, after FROM change WHERE revision = ?1 ORDER BY ordinal",
      writer.number
    ) { row in
      hash.append(
        Change(
          kind: try row.string(0), key: try row.string(1), before: try row.optionalString(2),
          after: try row.optionalString(3)))
    }
    let revision = Revision(
      number: writer.number, recordedAt: recordedAt, observedAt: observedAt, author: draft.author,
      command: draft.command, previousHash: previous, hash: hash.finalize())
    try connection.run(
      """
      UPDATE revision SET recorded_at = ?2, observed_at = ?3, actor = ?4, user_id = ?5,
        reason = ?6, command = ?7, previous_hash = ?8, hash = ?9
      WHERE number = ?1
      """,
      revision.number, recordedAt, observedAt, draft.author.actor, draft.author.userID,
      draft.author.reason, draft.command, previous, revision.hash)
    return revision
  }

  static let revisionSelection = """
    SELECT number, recorded_at, observed_at, actor, user_id, reason, command, previous_hash, hash
    FROM revision
    """

  static func revision(_ row: borrowing Row) throws -> Revision {
    Revision(
      number: try row.int(0), recordedAt: try row.string(1), observedAt: try row.string(2),
      author: Author(
        actor: try row.string(3), userID: try row.int(4), reason: try row.string(5)),
      command: try row.string(6), previousHash: try row.bytes(7), hash: try row.bytes(8))
  }
}

/// What is known of a revision before it is written.
private struct RevisionDraft {
  let command: String
  let author: Author
  let observedAt: String?
}

/// Rolls a dry run back.
private struct DryRun: Error {}
