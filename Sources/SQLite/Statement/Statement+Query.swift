extension Statement {
  /// Goes to the next row and reads it; nil after the last one, when the statement is reset.
  package mutating func next<Result>(
    _ row: (borrowing Row) throws -> Result
  ) throws -> Result? {
    try step() ? try row(self.row) : nil
  }

  /// Binds the values and executes a statement that is there for its effect; gives the connection's
  /// `changes`, which INSERT, UPDATE and DELETE set and nothing else does.
  @discardableResult
  package mutating func run<each Value: Bindable>(
    _ value: repeat each Value
  ) throws(SQLiteError) -> Int {
    try bind(repeat each value)
    while try step() {}
    return connection.changes
  }

  /// Binds the values and reads every row.
  package mutating func query<each Value: Bindable, Result>(
    _ value: repeat each Value, row: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    try bind(repeat each value)
    var results: [Result] = []
    let current = self.row
    while try step() { results.append(try row(current)) }
    return results
  }

  /// Binds the values and reads the first row; nil where there is none.
  package mutating func first<each Value: Bindable, Result>(
    _ value: repeat each Value, row: (borrowing Row) throws -> Result
  ) throws -> Result? {
    try bind(repeat each value)
    let result = try next(row)
    reset()
    return result
  }

  /// Binds the values and hands every row to `row`, keeping none.
  package mutating func visit<each Value: Bindable>(
    _ value: repeat each Value, row: (borrowing Row) throws -> Void
  ) throws {
    try bind(repeat each value)
    let current = self.row
    while try step() { try row(current) }
  }
}
