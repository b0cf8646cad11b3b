import SQLite

/// Finds the record that a person means.
///
/// A name is an ARN, `role/path/name`, `role/name`, `name`, or `name:qualifier`; where nothing has
/// that name, a part of one that only one thing has.
package struct NameResolver {
  private let snapshot: Snapshot
  private let account: String?
  private let region: String?

  /// Narrows names to an account or Region where one is given.
  package init(_ snapshot: Snapshot, account: String? = nil, region: String? = nil) {
    self.snapshot = snapshot
    self.account = account
    self.region = region
  }

  /// The ARN that a name means among resources of some types, such as `role` and `function`.
  ///
  /// - Throws: `UnresolvedName` where nothing or more than one thing has the name. Cost: one look-up
  ///   by index; a miss reads the names of the types.
  package func arn(_ text: String, types: [String]) throws -> String {
    if text.hasPrefix("arn:") { return text }
    var wanted = types
    var name = text
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, types.contains(String(parts[0])) {
      wanted = [String(parts[0])]
      name = String(parts[1])
    }
    let last = name.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    var found = try candidates(named: last ?? name, wanted)
    if name.contains("/") {
      found = found.filter { $0.hasSuffix("/" + name) || $0.hasSuffix(":" + text) }
    }
    if found.isEmpty {
      found = try candidates(containing: name, wanted)
    }
    guard found.count == 1 else {
      throw UnresolvedName(text: text, candidates: found)
    }
    return found[0]
  }

  private func candidates(named name: String, _ types: [String]) throws -> [String] {
    try types.flatMap { type in
      try read("resource.name = ?2 AND resource.type = ?3", name, type)
    }
  }

  private func candidates(containing name: String, _ types: [String]) throws -> [String] {
    if name.isEmpty { return [] }
    return try types.flatMap { type in
      try read("instr(resource.name, ?2) > 0 AND resource.type = ?3", name, type)
    }
  }

  private func read(_ condition: String, _ name: String, _ type: String) throws -> [String] {
    guard let table = Self.tables[type] else { return [] }
    let isRecorded = table.map { name in
      """
      EXISTS (SELECT 1 FROM \(name) AS record WHERE record.resource_id = resource.id
        AND record.from_revision <= ?1 AND ?1 < record.until_revision)
      """
    }.joined(separator: " OR ")
    return try snapshot.connection.query(
      """
      SELECT resource.arn FROM resource WHERE \(condition)
        AND (?4 IS NULL OR resource.account = ?4) AND (?5 IS NULL OR resource.region = ?5)
        AND (\(isRecorded))
      ORDER BY resource.arn
      """, snapshot.revision, name, type, account, region
    ) { try $0.string(0) }
  }

  /// Where the records of a resource type are kept.
  private static let tables: [String: [String]] = [
    "role": ["iam_role"],
    "user": ["iam_user"],
    "group": ["iam_group"],
    "policy": ["managed_policy"],
    "function": ["lambda_function", "lambda_version", "lambda_alias"],
    "layer": ["lambda_layer_version"],
  ]
}

/// A name that means nothing in the registry, or several things.
package struct UnresolvedName: Error, Sendable {
  package let text: String
  /// The ARNs that it might mean; empty where there is none.
  package let candidates: [String]
}
