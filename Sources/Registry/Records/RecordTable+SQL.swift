extension RecordTable {
  /// The statement that adds an open row: the fields, the account where the table repeats it, and
  /// the revision.
  var insertion: String {
    let columns = fields.map(\.column) + [accountColumn].compactMap(\.self) + ["from_revision"]
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }

  /// The statement that ends the open row of a record: the revision, then the key.
  var closing: String {
    let keys = fields.prefix(keyLength).enumerated()
      .map { "\($0.element.column) = ?\($0.offset + 2)" }
      .joined(separator: " AND ")
    return "UPDATE \(name) SET until_revision = ?1 WHERE \(keys) AND until_revision = \(Int64.max)"
  }

  /// The query for the records that stand at a revision (`?1`), their references resolved, in the
  /// order of their keys. A condition may narrow it; its parameters start at `?2`.
  func selection(where condition: String? = nil) -> String {
    var columns: [String] = []
    var joins = ""
    for (index, field) in fields.enumerated() {
      let alias = "reference\(index)"
      switch field.type {
      case .resource:
        columns.append("\(alias).arn")
        joins += " LEFT JOIN resource AS \(alias) ON \(alias).id = record.\(field.column)"
      case .document:
        columns.append("\(alias).hash")
        joins += " LEFT JOIN document AS \(alias) ON \(alias).id = record.\(field.column)"
      case .text, .flag, .json:
        columns.append("record.\(field.column)")
      }
    }
    let order = (1...keyLength).map(String.init).joined(separator: ", ")
    return """
      SELECT \(columns.joined(separator: ", ")) FROM \(name) AS record\(joins)
      WHERE record.from_revision <= ?1 AND ?1 < record.until_revision\
      \(condition.map { " AND (\($0))" } ?? "")
      ORDER BY \(order)
      """
  }
}
