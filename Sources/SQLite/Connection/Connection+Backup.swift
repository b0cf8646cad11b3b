import CSQLite

extension Connection {
  /// Copies the database, as it is now, into a new file of mode 0600.
  ///
  /// Others may write meanwhile: the copy is that of one read transaction. `progress` hears, after
  /// each step of `pagesPerStep` pages but the last, how many of how many are left, and may throw to
  /// give up. The new file is removed where the copy does not succeed.
  ///
  /// Throws `SQLITE_CANTOPEN` where something exists at `destination`.
  package func backUp(
    to destination: String, pagesPerStep: Int = 1024,
    progress: (_ remaining: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    let file = try DatabaseFile(path: destination, busyTimeout: .zero)
    guard try file.create() else {
      throw SQLiteError(.SQLITE_CANTOPEN, "it exists already", path: destination)
    }
    do {
      let copy = try file.openForWriting()
      try read { try copyPages(to: copy, pagesPerStep: pagesPerStep, progress: progress) }
    } catch {
      file.remove()
      throw error
    }
  }

  private func copyPages(
    to copy: borrowing DatabaseHandle, pagesPerStep: Int, progress: (Int, Int) throws -> Void
  ) throws {
    guard let backup = sqlite3_backup_init(copy.pointer, "main", handle.pointer, "main") else {
      throw SQLiteError(lastErrorOf: copy.pointer, path: copy.path)
    }
    do {
      while sqlite3_backup_step(backup, Int32(clamping: max(pagesPerStep, 1))) == SQLITE_OK {
        try progress(
          Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
      }
    } catch {
      sqlite3_backup_finish(backup)
      throw error
    }
    // A failed step ends the loop; finishing reports its error.
    guard sqlite3_backup_finish(backup) == SQLITE_OK else {
      throw SQLiteError(lastErrorOf: copy.pointer, path: copy.path)
    }
  }
}
