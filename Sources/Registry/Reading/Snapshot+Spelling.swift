import SQLite

extension Snapshot {
  /// A text in which a document was seen: of several the shortest, which is how services print it,
  /// and of these the first by its bytes; `nil` for an unknown document.
  package func spelling(of digest: DocumentDigest) throws -> String? {
    try connection.first(
      """
      SELECT spelling.text FROM document JOIN spelling ON spelling.document_id = document.id
      WHERE document.hash = ?1 ORDER BY length(spelling.text), spelling.text LIMIT 1
      """, digest.bytes
    ) { try $0.string(0) }
  }
}
