import SQLite

extension RegistryFile {
  /// Copies a registry into a new file of mode 0600, while others may write, and checks the copy.
  ///
  /// - Parameter progress: hears how many of how many pages are copied.
  /// - Returns: the newest revision of the copy, `nil` where it is empty.
  /// - Throws: `SQLiteError` or `MigrationError`, or `RegistryFault` where the copy is damaged; it is
  ///   then left.
  package static func backUp(
    _ path: String, to copy: String, progress: @escaping (_ done: Int, _ total: Int) -> Void
  ) throws -> Revision? {
    let source = try openForReading(at: path)
    try source.backUp(to: copy) { progress($1 - $0, $1) }
    // A connection that only reads would leave its log beside the copy.
    let connection = try open(at: copy)
    let finding = try connection.first("PRAGMA quick_check(1)") { try $0.string(0) }
    guard finding == "ok" else {
      throw RegistryFault("file", "", "the copy `\(copy)` is damaged: \(finding ?? "")")
    }
    return try Registry(connection).head
  }
}
