/// One step of the registry's history: everything that one command wrote.
package struct Revision: Hashable, Sendable {
  /// Counted from 1, without gaps.
  package let number: Int
  /// When it was written, in UTC: ISO 8601 with milliseconds. Never earlier than its predecessor.
  package let recordedAt: String
  /// When AWS was in the state that it describes, in UTC: ISO 8601 with milliseconds.
  package let observedAt: String
  package let author: Author
  /// The command that wrote it, such as `import`.
  package let command: String
  /// The hash of the revision before it; 32 zero bytes for the first.
  package let previousHash: [UInt8]
  /// The SHA-256 that covers this revision, its changes and the hash before it.
  package let hash: [UInt8]
}

/// Who wrote a revision, and why. It is what the writer says of himself: a claim, and shown as one.
package struct Author: Hashable, Sendable {
  package let actor: String
  /// The numeric user id of the process.
  package let userID: Int
  package let reason: String

  package init(actor: String, userID: Int, reason: String = "") {
    self.actor = actor
    self.userID = userID
    self.reason = reason
  }
}

/// What a revision did to one record.
package struct Change: Hashable, Sendable {
  /// The name of the record's kind.
  package let kind: String
  /// The fields that identify the record, joined by spaces.
  package let key: String
  /// The record's JSON before, `nil` where there was none.
  package let before: String?
  /// The record's JSON after, `nil` where it was removed.
  package let after: String?

  package init(kind: String, key: String, before: String?, after: String?) {
    self.kind = kind
    self.key = key
    self.before = before
    self.after = after
  }
}
