import CSQLite

/// The row that a statement stands on, lent to the closure that reads it.
///
/// Columns count from 0. A reader takes the one storage class that it names and throws
/// `SQLITE_MISMATCH` for any other, NULL among them: SQLite would convert without a word, and what a
/// STRICT table holds of another class is damage. The `optional…` readers take NULL as nil.
package struct Row: ~Copyable {
  let connection: Connection
  let compiled: CompiledStatement

  /// Whether the column is NULL.
  package func isNull(_ column: Int) -> Bool { storageClass(column) == SQLITE_NULL }

  /// An INTEGER.
  package func int64(_ column: Int) throws(SQLiteError) -> Int64 {
    try check(column, holds: SQLITE_INTEGER)
    return sqlite3_column_int64(compiled.pointer, Int32(clamping: column))
  }

  /// An INTEGER.
  package func int(_ column: Int) throws(SQLiteError) -> Int { Int(try int64(column)) }

  /// The INTEGER 0 or 1.
  package func bool(_ column: Int) throws(SQLiteError) -> Bool {
    switch try int64(column) {
    case 0: return false
    case 1: return true
    case let integer: throw mismatch(column, "\(integer)", wanted: "0 or 1")
    }
  }

  /// A TEXT, which must be valid UTF-8.
  package func string(_ column: Int) throws(SQLiteError) -> String {
    try check(column, holds: SQLITE_TEXT)
    do {
      // Three times as fast as `String(validating:as:)`.
      return String(copying: try UTF8Span(validating: text(column).span))
    } catch {
      throw mismatch(column, "TEXT that is not UTF-8", wanted: "UTF-8")
    }
  }

  /// A copy of a BLOB.
  package func bytes(_ column: Int) throws(SQLiteError) -> [UInt8] {
    try check(column, holds: SQLITE_BLOB)
    return Array(blob(column))
  }

  /// Lends the bytes of a TEXT or a BLOB, without copying them, until `body` returns.
  package func withBytes<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    if storageClass(column) == SQLITE_TEXT { return try body(text(column)) }
    try check(column, holds: SQLITE_BLOB)
    return try body(blob(column))
  }

  /// An INTEGER or NULL.
  package func optionalInt64(_ column: Int) throws(SQLiteError) -> Int64? {
    isNull(column) ? nil : try int64(column)
  }

  /// An INTEGER or NULL.
  package func optionalInt(_ column: Int) throws(SQLiteError) -> Int? {
    isNull(column) ? nil : try int(column)
  }

  /// The INTEGER 0 or 1, or NULL.
  package func optionalBool(_ column: Int) throws(SQLiteError) -> Bool? {
    isNull(column) ? nil : try bool(column)
  }

  /// A TEXT, which must be valid UTF-8, or NULL.
  package func optionalString(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try string(column)
  }

  /// A copy of a BLOB, or NULL.
  package func optionalBytes(_ column: Int) throws(SQLiteError) -> [UInt8]? {
    isNull(column) ? nil : try bytes(column)
  }
}

extension Row {
  private func storageClass(_ column: Int) -> Int32 {
    sqlite3_column_type(compiled.pointer, Int32(clamping: column))
  }

  private func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let column = Int32(clamping: column)
    // The pointer comes before the count: asking for it may convert the value to UTF-8.
    let start = sqlite3_column_text(compiled.pointer, column)
    let count = sqlite3_column_bytes(compiled.pointer, column)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }

  private func blob(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let column = Int32(clamping: column)
    let start = sqlite3_column_blob(compiled.pointer, column)
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(compiled.pointer, column))
    return UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  private func check(_ column: Int, holds wanted: Int32) throws(SQLiteError) {
    let found = storageClass(column)
    guard found == wanted else {
      throw mismatch(column, Self.name(of: found), wanted: Self.name(of: wanted))
    }
  }

  private func mismatch(_ column: Int, _ found: String, wanted: String) -> SQLiteError {
    SQLiteError(
      .SQLITE_MISMATCH, "column \(column) holds \(found) where \(wanted) belongs",
      sql: compiled.sql, path: connection.path)
  }

  private static func name(of storageClass: Int32) -> String {
    switch storageClass {
    case SQLITE_INTEGER: "INTEGER"
    case SQLITE_FLOAT: "REAL"
    case SQLITE_TEXT: "TEXT"
    case SQLITE_BLOB: "BLOB"
    default: "NULL"
    }
  }
}
