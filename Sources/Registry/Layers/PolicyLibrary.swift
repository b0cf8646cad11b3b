package import Evaluation
package import JSONText
package import PolicyLanguage
import SQLite

/// The policy documents of a registry, each read and compiled at most once.
package final class PolicyLibrary {
  private let connection: Connection
  private var loaded: [Int64: LoadedPolicy] = [:]
  private var spellings: [Int64: DocumentSpelling] = [:]

  package init(_ snapshot: Snapshot) {
    connection = snapshot.connection
  }

  /// A document by its row. Cost: one look-up and one parse, the first time.
  package func policy(_ id: Int64) throws -> LoadedPolicy {
    if let policy = loaded[id] { return policy }
    let text = try connection.first("SELECT text FROM document WHERE id = ?1", id) {
      Array(try $0.string(0).utf8)
    }
    let document = text.flatMap { PolicyParser.parse($0).document }
    let policy = LoadedPolicy(
      id: id, document: document, compiled: document.map { CompiledPolicy($0) })
    loaded[id] = policy
    return policy
  }

  /// A spelling in which a document was seen, with the place of each of its statements.
  package func spelling(_ id: Int64) throws -> DocumentSpelling? {
    if let spelling = spellings[id] { return spelling }
    let text = try connection.first(
      "SELECT text FROM spelling WHERE document_id = ?1 ORDER BY hash LIMIT 1", id
    ) { try $0.string(0) }
    guard let text else { return nil }
    let root = try JSONDocument(parsing: Array(text.utf8)).root
    let spelling = DocumentSpelling(text: text, positions: statementPositions(of: root))
    spellings[id] = spelling
    return spelling
  }

  /// How many documents were read.
  package var count: Int { loaded.count }
}

/// A document as the evaluator uses it.
package struct LoadedPolicy: Sendable {
  package let id: Int64
  /// `nil` where the document is not a valid policy.
  package let document: PolicyDocument?
  /// `nil` where the document is not a valid policy.
  package let compiled: CompiledPolicy?
}

/// A document as it was written.
package struct DocumentSpelling: Sendable {
  package let text: String
  /// Where each statement starts.
  package let positions: [SourcePosition]
}
