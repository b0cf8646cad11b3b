/// A record that changed again after the revision that is to be undone.
package struct ReversionConflict: Error, Hashable, Sendable, CustomStringConvertible {
  package let kind: String
  package let key: String
  /// The revision that is to be undone, and the one that stands in its way.
  package let revision: Int
  package let later: Int

  package var description: String {
    "`@\(revision)` cannot be undone: `@\(later)` changed the \(kind) `\(key)` after it"
  }
}

extension Registry {
  /// Makes a revision that undoes another: every record that it changed is again as it was before.
  /// A record that is so already is left alone.
  ///
  /// - Throws: `UnknownMoment` where there is no such revision, `ReversionConflict` for the first
  ///   record that a later revision changed otherwise, or `SQLiteError`; nothing is then written.
  package func revert(
    _ number: Int, by author: Author, isDryRun: Bool = false
  ) throws -> (revision: Revision?, tally: ChangeTally) {
    let outcome = try write("revert", by: author, isDryRun: isDryRun) { writer in
      guard try revision(number) != nil else {
        throw UnknownMoment(message: "there is no revision `@\(number)`")
      }
      for change in try changes(of: number) { try undo(change, of: number, writer) }
    }
    return (outcome.revision, outcome.tally)
  }

  private func undo(_ change: Change, of number: Int, _ writer: RevisionWriter) throws {
    guard let kind = RecordKind(rawValue: change.kind) else { return }
    let current = try writer.currentJSON(kind, change.key)
    if current.isSame(as: change.before) { return }
    guard current.isSame(as: change.after) else {
      let later = try history(of: kind, key: change.key, until: Int.max).last?.revision
      throw ReversionConflict(
        kind: change.kind, key: change.key, revision: number, later: later ?? number)
    }
    if let before = change.before {
      try writer.put(kind.table, try kind.table.values(fromJSON: before))
    } else {
      try writer.remove(kind, key: change.key)
    }
  }
}
