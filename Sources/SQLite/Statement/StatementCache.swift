import CSQLite

/// The compiled statements of a connection by their SQL, kept for the next use.
///
/// It keeps the first `capacity` different texts and compiles any further one for each use, so that
/// SQL made at run time cannot fill the memory.
struct StatementCache {
  static let capacity = 256

  private var statements: [String: CompiledStatement] = [:]

  /// The idle statement of a text.
  func idleStatement(for sql: String) -> CompiledStatement? {
    guard let statement = statements[sql], !statement.isInUse else { return nil }
    return statement
  }

  /// Keeps a statement unless its text is there or the cache is full.
  mutating func keep(_ statement: CompiledStatement) {
    guard statements.count < Self.capacity, statements[statement.sql] == nil else { return }
    statements[statement.sql] = statement
  }
}

/// A statement that SQLite has compiled, finalized when nobody holds it.
final class CompiledStatement {
  let pointer: OpaquePointer
  let sql: String
  /// Whether a `Statement` has it: nobody else may bind or step it meanwhile.
  var isInUse = false

  init(_ pointer: OpaquePointer, sql: String) {
    self.pointer = pointer
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(pointer)
  }
}
