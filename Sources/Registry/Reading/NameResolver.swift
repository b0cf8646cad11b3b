import SQLite

/// Finds the record that a person means by a name.
///
/// A name is a full ARN, `role/path/name`, `role/name`, `function/name`, a bare name or
/// `name:qualifier`; these are found by index. Only where none fits, a fragment of an ARN that fits
/// one record will do. Only records that stand at the snapshot's revision count.
package struct NameResolver {
  private let snapshot: Snapshot
  private let account: String?
  private let region: String?
  private let acceptsFragments: Bool

  /// A resolver that an account and a Region may narrow. What writes accepts no fragments: a new
  /// record may give the fragment another meaning.
  package init(
    _ snapshot: Snapshot, account: String?, region: String?, acceptsFragments: Bool = true
  ) {
    self.snapshot = snapshot
    self.account = account
    self.region = region
    self.acceptsFragments = acceptsFragments
  }

  /// The one record of the given kinds that `text` names. Where several kinds describe the same ARN,
  /// the first of `kinds` is given.
  ///
  /// - Throws: `NameError` for a name that is unknown or ambiguous. Cost: by index; linear in the
  ///   known ARNs where the name is unknown or a fragment.
  package func resolve(
    _ text: String, among kinds: [RecordKind]
  ) throws -> ResolvedName {
    let kinds = kinds.filter { $0.table.fields[0].type == .resource }
    let exact = try standing(candidates(named: text), among: kinds)
    if let name = try single(exact, for: text) { return name }
    let fragments =
      acceptsFragments ? try standing(candidates(containing: text), among: kinds) : []
    if let name = try single(fragments, for: text) { return name }
    throw NameError.unknown(
      text, kinds: kinds, suggestions: NearestNames(to: text).among(try names(of: kinds)))
  }

  private func single(_ names: [ResolvedName], for text: String) throws(NameError) -> ResolvedName?
  {
    if names.count > 1 { throw .ambiguous(text, candidates: names.map(\.arn)) }
    return names.first
  }

  // MARK: Candidates

  private struct Candidate {
    let id: Int64
    let arn: String
  }

  private func candidates(named text: String) throws -> [Candidate] {
    if text.hasPrefix("arn:") {
      return try candidates(where: "arn = ?1", text)
    }
    let named = try candidates(where: "name = ?1", text)
    guard let separator = text.utf8.firstIndex(where: { $0 == slash || $0 == colon }) else {
      return named
    }
    let tail = text[text.utf8.index(after: separator)...]
    let last = tail.utf8.lastIndex(of: slash).map { tail[tail.utf8.index(after: $0)...] } ?? tail
    let type = String(text[..<separator])
    // A path is part of what was named; without one, any path will do.
    let typed = try candidates(
      where: "name IN (?1, ?4) AND type = ?5", String(last), String(tail), type
    )
    .filter { last.utf8.count == tail.utf8.count || $0.arn.hasSuffix(":" + text) }
    return named + typed.filter { candidate in !named.contains { $0.id == candidate.id } }
  }

  private func candidates(containing text: String) throws -> [Candidate] {
    text.isEmpty ? [] : try candidates(where: "instr(arn, ?1) > 0", text)
  }

  private func candidates(
    where condition: String, _ text: String, _ alternative: String = "", _ type: String = ""
  ) throws -> [Candidate] {
    try snapshot.connection.query(
      """
      SELECT id, arn FROM resource WHERE \(condition)
        AND (?2 IS NULL OR account = ?2) AND (?3 IS NULL OR region IN (?3, ''))
        AND (?4, ?5) IS NOT (NULL, NULL)
      ORDER BY arn
      """, text, account, region, alternative, type
    ) { Candidate(id: try $0.int64(0), arn: try $0.string(1)) }
  }

  /// The candidates that a record of one of the kinds describes.
  private func standing(
    _ candidates: [Candidate], among kinds: [RecordKind]
  ) throws -> [ResolvedName] {
    try candidates.compactMap { candidate in
      let kind = try kinds.first { try hasRecord($0, about: candidate.id) }
      return kind.map { ResolvedName(arn: candidate.arn, kind: $0) }
    }
  }

  private func hasRecord(_ kind: RecordKind, about resource: Int64) throws -> Bool {
    try snapshot.connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM \(kind.table.name) AS record
        WHERE record.\(kind.table.fields[0].column) = ?2
          AND record.from_revision <= ?1 AND ?1 < record.until_revision)
      """, snapshot.revision, resource
    ) { try $0.bool(0) } ?? false
  }

  private func names(of kinds: [RecordKind]) throws -> Set<String> {
    var names: Set<String> = []
    for kind in kinds {
      names.formUnion(
        try snapshot.connection.query(
          """
          SELECT resource.name FROM \(kind.table.name) AS record
          JOIN resource ON resource.id = record.\(kind.table.fields[0].column)
          WHERE record.from_revision <= ?1 AND ?1 < record.until_revision
            AND (?2 IS NULL OR resource.account = ?2)
          """, snapshot.revision, account
        ) { try $0.string(0) })
    }
    return names
  }
}

private let slash = UInt8(ascii: "/")
private let colon = UInt8(ascii: ":")

/// What a name means.
package struct ResolvedName: Hashable, Sendable {
  package let arn: String
  package let kind: RecordKind
}

/// A name that means nothing, or more than one thing.
package enum NameError: Error, Sendable, CustomStringConvertible {
  case unknown(String, kinds: [RecordKind], suggestions: [String])
  case ambiguous(String, candidates: [String])

  /// One sentence for a person.
  package var description: String {
    switch self {
    case .unknown(let text, let kinds, _):
      kinds.count == 1
        ? "there is no \(kinds[0].rawValue) `\(text)` in the registry"
        : "nothing in the registry is called `\(text)`"
    case .ambiguous(let text, let candidates):
      "`\(text)` may mean \(candidates.count) things"
    }
  }

  /// What to type instead: one suggestion or candidate a line.
  package var hint: String? {
    switch self {
    case .unknown(_, _, let suggestions):
      suggestions.isEmpty
        ? nil : "did you mean \(suggestions.map { "`\($0)`" }.joined(separator: ", "))?"
    case .ambiguous(_, let candidates):
      "give the ARN, or narrow with `--account` and `--region`:\n"
        + candidates.map { "  \($0)" }.joined(separator: "\n")
    }
  }
}
