import SQLite

extension Registry {
  /// The key, or the first part of the keys, that a name means in the history: an ARN, a name as
  /// `NameResolver` takes it, or the key of a kind that has no ARN. Records that were removed count.
  ///
  /// - Throws: `NameError` for a name that is unknown or ambiguous. Cost: by index.
  package func historyKey(named text: String) throws -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let (type, name) = parts.count > 1 ? (parts[0], parts[parts.count - 1]) : (nil, text)
    let candidates = try connection.query(
      """
      SELECT arn FROM resource WHERE arn = ?1
      UNION SELECT arn FROM resource WHERE name = ?2 AND (?3 IS NULL OR type = ?3)
      ORDER BY arn
      """, text, name, type
    ) { try $0.string(0) }
    if candidates.contains(text) { return text }
    // A policy's attachments do not begin with its ARN: only what has changes of its own counts.
    let described = try candidates.filter { try hasHistory($0) }
    if described.count > 1 { throw NameError.ambiguous(text, candidates: described) }
    if let key = described.first { return key }
    if try hasHistory(text) { return text }
    throw NameError.unknown(text, kinds: [], suggestions: [])
  }

  private func hasHistory(_ key: String) throws -> Bool {
    let kinds = RecordKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM change WHERE kind IN (\(kinds))
        AND (key = ?1 OR key >= ?1 || ' ' AND key < ?1 || '!'))
      """, key
    ) { try $0.bool(0) } ?? false
  }
}
