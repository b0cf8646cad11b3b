/// Why `Migrator` refuses a file.
package struct MigrationError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A newer program wrote the file: this one knows the schema up to `latest`.
    case newer(version: Int, latest: Int)
    /// The file needs steps, and this connection only reads.
    case older(version: Int, latest: Int)
    /// Nothing was ever written to the file, and this connection only reads.
    case empty
    /// The file belongs to another program; 0 is one that does not say which.
    case foreign(applicationID: Int32)
    /// The file, `size` bytes long, ends within a page.
    case cutOff(size: Int)
    /// After a step, a row of `table` refers to a row of `parent` that is not there.
    case brokenReference(migration: String, table: String, parent: String)
  }

  package let reason: Reason
  /// The path of the database as it was given to `Connection`.
  package let path: String

  package init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }
}

extension MigrationError: CustomStringConvertible {
  /// One sentence for a person: what is wrong with which file.
  package var description: String {
    switch reason {
    case .newer(let version, let latest):
      "`\(path)` has version \(version) of the schema, and this program knows up to \(latest)"
    case .older(let version, let latest):
      "`\(path)` has version \(version) of the schema, and this program reads version \(latest)"
    case .empty: "`\(path)` is an empty file"
    case .foreign(applicationID: 0): "`\(path)` is a database of another program"
    case .foreign(let applicationID):
      "`\(path)` is a database of another program, with application id \(applicationID)"
    case .cutOff(let size): "`\(path)` is cut off: it ends within a page, after \(size) bytes"
    case .brokenReference(let migration, let table, let parent):
      "the migration `\(migration)` of `\(path)` was undone: a row of `\(table)` would refer to a "
        + "missing row of `\(parent)`"
    }
  }

  /// What a person can do about it, where there is something to do.
  package var hint: String? {
    switch reason {
    case .newer: "use a newer version of the program"
    case .older: "open it once for writing, which brings it up to date"
    case .empty, .foreign: "give the path of a database that this program made"
    case .cutOff: "copy it again, or restore it from a backup"
    case .brokenReference: nil
    }
  }
}
