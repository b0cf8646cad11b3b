extension Connection {
  /// Executes a statement that is there for its effect; gives `changes`, which INSERT, UPDATE and
  /// DELETE set and nothing else does.
  @discardableResult
  package func run<each Value: Bindable>(
    _ sql: String, _ value: repeat each Value
  ) throws(SQLiteError) -> Int {
    var statement = try prepare(sql)
    return try statement.run(repeat each value)
  }

  /// Reads every row of a query.
  package func query<each Value: Bindable, Result>(
    _ sql: String, _ value: repeat each Value, row: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    var statement = try prepare(sql)
    return try statement.query(repeat each value, row: row)
  }

  /// Reads the first row of a query; nil where there is none.
  package func first<each Value: Bindable, Result>(
    _ sql: String, _ value: repeat each Value, row: (borrowing Row) throws -> Result
  ) throws -> Result? {
    var statement = try prepare(sql)
    return try statement.first(repeat each value, row: row)
  }

  /// Hands every row of a query to `row`, keeping none.
  package func visit<each Value: Bindable>(
    _ sql: String, _ value: repeat each Value, row: (borrowing Row) throws -> Void
  ) throws {
    var statement = try prepare(sql)
    try statement.visit(repeat each value, row: row)
  }
}
