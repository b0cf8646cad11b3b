package import Evaluation
package import PolicyLanguage
import SQLite

/// The policy documents of a registry, each read and compiled at most once.
package final class PolicyLibrary {
  private let connection: Connection
  private var loaded: [Int64: LoadedPolicy] = [:]

  package init(_ snapshot: Snapshot) {
    connection = snapshot.connection
  }

  /// A document by its row, in a spelling in which it was seen. Cost: one look-up and one parse, the
  /// first time.
  package func policy(_ id: Int64) throws -> LoadedPolicy {
    if let policy = loaded[id] { return policy }
    let text = try connection.first(
      "SELECT text FROM spelling WHERE document_id = ?1 ORDER BY hash LIMIT 1", id
    ) { row in try row.withBytes(0) { Array($0) } }
    let document = text.flatMap { PolicyParser.parse($0).document }
    let policy = LoadedPolicy(
      id: id, document: document, compiled: document.map { CompiledPolicy($0) })
    loaded[id] = policy
    return policy
  }

  /// How many documents were read.
  package var count: Int { loaded.count }
}

/// A document as the evaluator uses it.
package struct LoadedPolicy: Sendable {
  package let id: Int64
  /// The policy, with the place of each statement in its spelling; `nil` where the document is not a
  /// valid policy.
  package let document: PolicyDocument?
  /// `nil` where the document is not a valid policy.
  package let compiled: CompiledPolicy?
}
