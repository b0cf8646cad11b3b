import JSONText
import PolicyLanguage
import SQLite

/// Checks the documents against their hashes, their spellings, and the index rows that the writer
/// would make of them.
struct DocumentCheck {
  let connection: Connection
  let progress: VerificationProgress

  /// How many documents there are; throws the first fault.
  func run() throws -> Int {
    let index = try IndexCheck(connection)
    var count = 0
    try connection.visit("SELECT id, hash, text, is_valid FROM document ORDER BY id") { row in
      let digest = try row.bytes(1)
      let key = digest.hexadecimal
      let document = try check(key, digest, text: Array(try row.string(2).utf8))
      guard try row.bool(3) == (document != nil) else {
        throw RegistryFault.difference(
          "document", key, field: "is_valid", found: document == nil ? "1" : "0",
          expected: document == nil ? "0" : "1")
      }
      try checkSpellings(of: try row.int64(0), key, digest)
      try index.check(document, row: try row.int64(0), key: key)
      count += 1
      progress.advance()
    }
    try index.finish()
    return count
  }

  /// The policy that a document is, `nil` where it is no valid one.
  private func check(_ key: String, _ digest: [UInt8], text: [UInt8]) throws -> PolicyDocument? {
    guard DocumentDigest(of: text).bytes == digest else {
      throw RegistryFault.difference(
        "document", key, field: "hash", found: key,
        expected: DocumentDigest(of: text).hexadecimal)
    }
    guard let root = (try? JSONDocument(parsing: text))?.root,
      CanonicalForm.bytes(of: root) == text
    else { throw RegistryFault("document", key, "`text` is not in canonical form") }
    return PolicyParser.parse(root).document
  }

  private func checkSpellings(of id: Int64, _ key: String, _ digest: [UInt8]) throws {
    var count = 0
    try connection.visit("SELECT hash, text FROM spelling WHERE document_id = ?1", id) { row in
      count += 1
      let text = Array(try row.string(1).utf8)
      let hash = try row.bytes(0)
      guard DocumentDigest(of: text).bytes == hash else {
        throw RegistryFault.difference(
          "spelling", key, field: "hash", found: hash.hexadecimal,
          expected: DocumentDigest(of: text).hexadecimal)
      }
      guard let root = (try? JSONDocument(parsing: text))?.root,
        DocumentDigest(of: CanonicalForm.bytes(of: root)).bytes == digest
      else { throw RegistryFault("spelling", key, "`text` means another document") }
    }
    if count == 0 { throw RegistryFault("spelling", key, "the document has no spelling") }
  }
}
