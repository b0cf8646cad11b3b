import SQLite

/// Recomputes the hash of every revision.
struct ChainCheck {
  let connection: Connection
  let progress: VerificationProgress

  /// The newest revision, and the number of the one whose hash was kept elsewhere; throws the first
  /// fault.
  func run(kept: [UInt8]?) throws -> (head: Revision?, kept: Int?) {
    var last: Revision?
    var keptNumber: Int?
    try connection.visit("\(Registry.revisionSelection) ORDER BY number") { row in
      let revision = try Registry.revision(row)
      try check(revision, after: last)
      if let kept, revision.hash == kept { keptNumber = revision.number }
      last = revision
    }
    if let kept, keptNumber == nil {
      throw RegistryFault(
        "revision", "",
        "no revision has the hash `\(kept.hexadecimal)`: the history is not the one it was taken of"
      )
    }
    try checkChangesBelong(newest: last?.number ?? 0)
    return (last, keptNumber)
  }

  private func check(_ revision: Revision, after last: Revision?) throws {
    let key = "@\(revision.number)"
    let expected = (last?.number ?? 0) + 1
    guard revision.number == expected else {
      throw RegistryFault("revision", "@\(expected)", "the revision is missing")
    }
    guard revision.previousHash == last?.hash ?? ChainHash.origin else {
      throw RegistryFault.difference(
        "revision", key, field: "previous_hash", found: revision.previousHash.hexadecimal,
        expected: (last?.hash ?? ChainHash.origin).hexadecimal)
    }
    guard revision.recordedAt >= last?.recordedAt ?? "" else {
      throw RegistryFault("revision", key, "`recorded_at` is before that of the revision before it")
    }
    let hash = try self.hash(of: revision)
    guard hash == revision.hash else {
      throw RegistryFault(
        "revision", key,
        "its hash is `\(revision.hash.hexadecimal)`, and what it holds gives "
          + "`\(hash.hexadecimal)`: the revision or one of its changes was edited")
    }
  }

  private func hash(of revision: Revision) throws -> [UInt8] {
    var hash = ChainHash(
      after: revision.previousHash, number: revision.number, recordedAt: revision.recordedAt,
      observedAt: revision.observedAt, author: revision.author, command: revision.command)
    var ordinal = 0
    try connection.visit(
      """
      SELECT ordinal, kind, key, before, after FROM change WHERE revision = ?1 ORDER BY ordinal
      """, revision.number
    ) { row in
      ordinal += 1
      guard try row.int(0) == ordinal else {
        throw RegistryFault(
          "change", "@\(revision.number) \(ordinal)", "the change is missing")
      }
      hash.append(
        Change(
          kind: try row.string(1), key: try row.string(2), before: try row.optionalString(3),
          after: try row.optionalString(4)))
      progress.advance()
    }
    return hash.finalize()
  }

  private func checkChangesBelong(newest: Int) throws {
    let stray = try connection.first(
      "SELECT revision, ordinal FROM change WHERE revision NOT BETWEEN 1 AND ?1", newest
    ) { "@\(try $0.int(0)) \(try $0.int(1))" }
    if let stray { throw RegistryFault.surplus("change", stray) }
  }
}
