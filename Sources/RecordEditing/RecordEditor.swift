package import Registry

/// Changes records one at a time, as AWS would let a person change them.
///
/// The rules of each kind are extensions of this type. Each function checks what AWS checks, writes
/// what AWS would then hold, and writes nothing where that is so already. A record can be written
/// once in a revision.
package struct RecordEditor {
  package let writer: RevisionWriter
  /// The registry as it stands, with what the writer has written.
  package let snapshot: Snapshot
  /// Where names are looked for, and where new records go.
  package let place: EditingPlace

  package init(_ writer: RevisionWriter, _ snapshot: Snapshot, place: EditingPlace) {
    self.writer = writer
    self.snapshot = snapshot
    self.place = place
  }
}

/// The account and Region that a person named with a command.
package struct EditingPlace: Hashable, Sendable {
  /// The account id, where one was given.
  package var account: String?
  /// The Region, where one was given.
  package var region: String?

  package init(account: String? = nil, region: String? = nil) {
    self.account = account
    self.region = region
  }
}

/// The record that a change was about.
package struct EditedRecord: Hashable, Sendable {
  package let kind: RecordKind
  /// The fields that identify it.
  package let key: [String]
  /// What a person should know of the change: one sentence each.
  package var notes: [String]

  package init(_ kind: RecordKind, _ key: String..., notes: [String] = []) {
    self.kind = kind
    self.key = key
    self.notes = notes
  }

  init(_ kind: RecordKind, key: [String], notes: [String] = []) {
    self.kind = kind
    self.key = key
    self.notes = notes
  }
}

extension Registry {
  /// Changes records in one revision; see `write`.
  ///
  /// - Throws: `EditError`, `NameError` or `InvalidIdentifier` for what AWS would refuse.
  package func edit<Result>(
    _ command: String, by author: Author, in place: EditingPlace, isDryRun: Bool = false,
    _ body: (RecordEditor) throws -> Result
  ) throws -> (result: Result, revision: Revision?, tally: ChangeTally) {
    try write(command, by: author, isDryRun: isDryRun) { writer in
      let snapshot = Snapshot(connection, at: writer.number)
      return try body(RecordEditor(writer, snapshot, place: place))
    }
  }
}
