import CSQLite

extension Statement {
  /// How many parameters the statement has: the largest of their numbers.
  package var parameterCount: Int { Int(sqlite3_bind_parameter_count(compiled.pointer)) }

  /// Resets the statement and fills all of its parameters in order.
  ///
  /// Throws `SQLITE_MISUSE` where there are more or fewer values than parameters: SQLite takes one
  /// that is left out for NULL.
  package mutating func bind<each Value: Bindable>(
    _ value: repeat each Value
  ) throws(SQLiteError) {
    reset()
    var count = 0
    for value in repeat each value {
      count += 1
      try value.bind(to: &self, at: count)
    }
    guard count == parameterCount else {
      throw connection.misuse(
        "\(parameterCount) parameters cannot take \(count) values", sql: sql)
    }
  }

  /// Fills the parameter at `index`, counted from 1, of a statement that is reset. Parameters keep
  /// their values until they get new ones.
  package mutating func bind(_ value: some Bindable, at index: Int) throws(SQLiteError) {
    try value.bind(to: &self, at: index)
  }

  mutating func bindNull(at index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(compiled.pointer, Int32(clamping: index)))
  }

  mutating func bind(integer: Int64, at index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(compiled.pointer, Int32(clamping: index), integer))
  }

  mutating func bind(text: String, at index: Int) throws(SQLiteError) {
    var text = text
    try check(
      text.withUTF8 { bytes in
        csqlite_bind_text(
          compiled.pointer, Int32(clamping: index), bytes.baseAddress, bytes.count)
      })
  }

  mutating func bind(staticText text: StaticString, at index: Int) throws(SQLiteError) {
    // A static string of one scalar may have no storage to point to.
    guard text.hasPointerRepresentation else { return try bind(text: text.description, at: index) }
    try check(
      csqlite_bind_static_text(
        compiled.pointer, Int32(clamping: index), text.utf8Start, text.utf8CodeUnitCount))
  }

  mutating func bind(blob: [UInt8], at index: Int) throws(SQLiteError) {
    try check(
      blob.withUnsafeBufferPointer { bytes in
        csqlite_bind_blob(compiled.pointer, Int32(clamping: index), bytes.baseAddress, bytes.count)
      })
  }

  mutating func bind(integers: [Int64], at index: Int) throws(SQLiteError) {
    try check(
      integers.withUnsafeBufferPointer { values in
        csqlite_bind_int64_array(
          compiled.pointer, Int32(clamping: index), values.baseAddress, values.count)
      })
  }

  private func check(_ result: Int32) throws(SQLiteError) {
    guard result == SQLITE_OK else { throw connection.lastError(sql: sql) }
  }
}
