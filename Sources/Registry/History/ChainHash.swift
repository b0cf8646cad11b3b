import Crypto

/// The hash that chains revisions.
///
/// It is the SHA-256 over these bytes, in order: the 32 bytes of the previous revision's hash; then,
/// each as a netstring, `number`, `recorded_at`, `observed_at`, `actor`, `user_id`, `reason` and
/// `command`; then for each change in the order of `ordinal`, each as a netstring, `kind`, `key`,
/// `before` and `after`. A netstring is the decimal count of bytes, a colon, the bytes, and a comma;
/// numbers are written in decimal; NULL is the two bytes `-,`.
package struct ChainHash {
  private var hash = SHA256()

  /// Starts the hash of a revision.
  package init(
    after previous: [UInt8], number: Int, recordedAt: String, observedAt: String,
    author: Author, command: String
  ) {
    hash.update(data: previous)
    append(String(number))
    append(recordedAt)
    append(observedAt)
    append(author.actor)
    append(String(author.userID))
    append(author.reason)
    append(command)
  }

  /// Takes in the next change.
  package mutating func append(_ change: Change) {
    append(change.kind)
    append(change.key)
    append(change.before)
    append(change.after)
  }

  /// The hash of the revision.
  package consuming func finalize() -> [UInt8] {
    Array(hash.finalize())
  }

  /// The hash before the first revision.
  package static let origin = [UInt8](repeating: 0, count: SHA256.byteCount)

  private mutating func append(_ text: String?) {
    guard var text else {
      hash.update(data: Array("-,".utf8))
      return
    }
    text.withUTF8 { bytes in
      hash.update(data: Array("\(bytes.count):".utf8))
      hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      hash.update(data: Array(",".utf8))
    }
  }
}
