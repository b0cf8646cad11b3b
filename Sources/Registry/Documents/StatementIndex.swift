import PolicyLanguage
import SQLite

/// Writes the rows by which a question finds the statements that may match it.
final class StatementIndex {
  private let connection: Connection
  private var actions: [String: Int64] = [:]
  private var resources: [String: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Writes the rows of a document.
  func insert(_ document: PolicyDocument, as id: Int64) throws {
    for (ordinal, statement) in document.statements.enumerated() {
      try connection.run(
        "INSERT INTO statement (document_id, ordinal, sid, effect) VALUES (?1, ?2, ?3, ?4)",
        id, ordinal, statement.sid, statement.effect.rawValue)
      try insertActions(statement, id, ordinal)
      try insertResources(statement.resource, document.version, id, ordinal)
      try insertPrincipals(statement.principal, id, ordinal)
      try insertConditions(statement.conditions, id, ordinal)
    }
  }

  private func insertActions(_ statement: PolicyLanguage.Statement, _ id: Int64, _ ordinal: Int)
    throws
  {
    for pattern in statement.action.patterns {
      try connection.run(
        """
        INSERT INTO statement_action (action_id, document_id, ordinal, is_negated, effect)
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
        """,
        try action(pattern.asciiLowercased), id, ordinal, statement.action.isNegated,
        statement.effect.rawValue)
    }
  }

  private func insertResources(
    _ element: ResourceElement?, _ version: PolicyVersion?, _ id: Int64, _ ordinal: Int
  ) throws {
    guard let element else { return }
    for pattern in element.patterns {
      try connection.run(
        """
        INSERT INTO statement_resource (document_id, ordinal, is_negated, resource_id)
        VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
        """,
        id, ordinal, element.isNegated, try resource(pattern))
    }
  }

  private func insertPrincipals(
    _ element: PrincipalElement?, _ id: Int64, _ ordinal: Int
  ) throws {
    guard let element else { return }
    for entry in element.entries {
      let (type, value) = entry.indexed
      try connection.run(
        """
        INSERT INTO statement_principal (document_id, ordinal, is_negated, type, value)
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
        """,
        id, ordinal, element.isNegated, type, value)
    }
  }

  private func insertConditions(
    _ clauses: [ConditionClause], _ id: Int64, _ ordinal: Int
  ) throws {
    for clause in clauses {
      for value in clause.values {
        try connection.run(
          """
          INSERT INTO statement_condition (document_id, ordinal, operator, condition_key, value)
          VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
          """,
          id, ordinal, clause.operator.description, clause.key.asciiLowercased, value)
      }
    }
  }

  private func action(_ pattern: String) throws -> Int64 {
    if let id = actions[pattern] { return id }
    let id = try patternID(in: "action_pattern", pattern, prefix: pattern.textBefore(["*", "?"]))
    actions[pattern] = id
    return id
  }

  private func resource(_ pattern: String) throws -> Int64 {
    if let id = resources[pattern] { return id }
    let prefix = pattern.textBefore(["*", "?", "$"])
    let id = try patternID(in: "resource_pattern", pattern, prefix: prefix)
    resources[pattern] = id
    return id
  }

  private func patternID(in table: String, _ pattern: String, prefix: String) throws -> Int64 {
    let found = try connection.first(
      "SELECT id FROM \(table) WHERE prefix = ?1 AND pattern = ?2", prefix, pattern
    ) { try $0.int64(0) }
    if let found { return found }
    try connection.run(
      "INSERT INTO \(table) (prefix, pattern) VALUES (?1, ?2)", prefix, pattern)
    return connection.lastInsertRowID
  }
}

extension PrincipalPattern {
  /// The key of the principal map and the value under which the index finds this entry.
  fileprivate var indexed: (type: String, value: String) {
    switch self {
    case .everyone: ("*", "*")
    case .account(let id, _): ("AWS", id)
    case .arn(let arn): ("AWS", arn)
    case .uniqueID(let id): ("AWS", id)
    case .service(let name): ("Service", name)
    case .federated(let provider): ("Federated", provider)
    case .canonicalUser(let id): ("CanonicalUser", id)
    }
  }
}

extension String {
  /// The text with A to Z in lower case, and every other character as it is.
  package var asciiLowercased: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The text before the first of some ASCII characters.
  fileprivate func textBefore(_ stops: [Unicode.Scalar]) -> String {
    String(
      decoding: utf8.prefix { byte in !stops.contains { $0.value == UInt32(byte) } }, as: UTF8.self)
  }
}
