package import JSONText
import PolicyLanguage
import SQLite

/// Puts policy documents into the registry, each once by its meaning.
///
/// Only a `RevisionWriter` makes one: documents are written in its transaction.
final class DocumentStore {
  private let connection: Connection
  private let index: StatementIndex
  private var digests: [String: DocumentDigest] = [:]
  private var identifiers: [DocumentDigest: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
    self.index = StatementIndex(connection)
  }

  /// Keeps a document and the spelling in which it was seen.
  ///
  /// A document that is readable JSON but no valid policy is kept as well, marked invalid. Cost: one
  /// look-up for a text that this writer has met before.
  func put(_ value: JSONValue, as type: PolicyType?) throws -> StoredDocument {
    let text = value.text
    let parsed = PolicyParser.parse(value, as: type)
    if let digest = digests[text] {
      return StoredDocument(
        digest: digest, diagnostics: parsed.diagnostics, isValid: parsed.document != nil)
    }
    let canonical = CanonicalForm.bytes(of: value)
    let digest = DocumentDigest(of: canonical)
    let id =
      try identifier(of: digest) ?? insert(canonical, digest, PolicyParser.parse(value).document)
    identifiers[digest] = id
    try connection.run(
      "INSERT INTO spelling (document_id, hash, text) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
      id, DocumentDigest(of: Array(text.utf8)).bytes, text)
    digests[text] = digest
    return StoredDocument(
      digest: digest, diagnostics: parsed.diagnostics, isValid: parsed.document != nil)
  }

  /// The row of a document that was put, or `nil`.
  func identifier(of digest: DocumentDigest) throws -> Int64? {
    if let id = identifiers[digest] { return id }
    let id = try connection.first("SELECT id FROM document WHERE hash = ?1", digest.bytes) {
      try $0.int64(0)
    }
    identifiers[digest] = id
    return id
  }

  private func insert(
    _ canonical: [UInt8], _ digest: DocumentDigest, _ document: PolicyDocument?
  ) throws -> Int64 {
    try connection.run(
      "INSERT INTO document (hash, text, is_valid) VALUES (?1, ?2, ?3)",
      digest.bytes, String(decoding: canonical, as: UTF8.self), document != nil)
    let id = connection.lastInsertRowID
    if let document {
      try index.insert(document, as: id)
    }
    return id
  }
}

/// What came of keeping a document.
package struct StoredDocument: Sendable {
  /// The name by which records refer to it.
  package let digest: DocumentDigest
  /// What is wrong with it in the role that it plays, placed in the text that it was read from.
  package let diagnostics: [Diagnostic]
  /// Whether the evaluator can use it; an invalid document is unknown, never empty.
  package let isValid: Bool
}
