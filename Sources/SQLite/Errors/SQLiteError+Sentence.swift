import CSQLite

extension SQLiteError: CustomStringConvertible {
  /// One sentence for a person: what happened to which file.
  package var description: String {
    sentenceOfExtendedCode ?? sentenceOfCode
  }

  /// What a person can do about it, where there is something to do.
  package var hint: String? {
    switch (code, extendedCode) {
    case (_, csqlite_readonly_recovery), (_, csqlite_readonly_rollback):
      "open it once where its folder can be written, or copy it together with its log"
    case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): "try again when the other command has finished"
    case (.SQLITE_FULL, _): "make room on the disk and try again; nothing of this command was kept"
    case (.SQLITE_CORRUPT, _): "restore the file from a backup"
    case (.SQLITE_NOTADB, _): "give the path of the database itself"
    case (.SQLITE_READONLY, _): "change the permissions, or work on a copy"
    default: nil
    }
  }

  private var sentenceOfExtendedCode: String? {
    switch extendedCode {
    case csqlite_busy_snapshot: "`\(path)` was changed by another connection while it was read"
    case csqlite_readonly_recovery, csqlite_readonly_rollback:
      "the last write to `\(path)` was not finished, and recovering it needs write access"
    case csqlite_readonly_dbmoved: "`\(path)` was moved or deleted while it was open"
    default: nil
    }
  }

  private var sentenceOfCode: String {
    switch code {
    case .SQLITE_BUSY: "`\(path)` is locked by another connection, which did not finish in time"
    case .SQLITE_LOCKED: "a table of `\(path)` is locked by another statement of this program"
    case .SQLITE_FULL: "`\(path)` cannot grow: \(message)"
    case .SQLITE_IOERR: "reading or writing `\(path)` failed: \(message)"
    case .SQLITE_NOTADB: "`\(path)` is not an SQLite database"
    case .SQLITE_CORRUPT: "`\(path)` is damaged: \(message)"
    case .SQLITE_READONLY, .SQLITE_PERM: "`\(path)` cannot be written: \(message)"
    case .SQLITE_CANTOPEN: "`\(path)` cannot be opened: \(message)"
    case .SQLITE_CONSTRAINT: "a rule of the database `\(path)` was broken: \(message)"
    case .SQLITE_INTERRUPT: "the work on `\(path)` was stopped"
    case .SQLITE_NOMEM: "there is not enough memory to work on `\(path)`"
    default: sentenceWithSQL
    }
  }

  private var sentenceWithSQL: String {
    let subject = path.isEmpty ? "SQLite" : "`\(path)`"
    guard let sql else { return "\(subject): \(message)" }
    return "\(subject): \(message), in `\(sql)`"
  }
}
