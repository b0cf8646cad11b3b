import SQLite

/// Checks the anchors: each says of its ARN what the ARN says, and a record needs each.
struct AnchorCheck {
  let connection: Connection
  let progress: VerificationProgress

  /// Throws the first fault.
  func run() throws {
    try connection.visit(
      "SELECT arn, service, region, account, type, name FROM resource ORDER BY id"
    ) { row in
      try check(row)
      progress.advance()
    }
    try connection.checkReferences(
      to: .resource, named: "arn", in: "resource",
      by: ["SELECT policy_id FROM undescribed_policy"])
    try connection.checkReferences(to: .document, named: "hex(hash)", in: "document")
  }

  private func check(_ row: borrowing Row) throws {
    let arn = try row.string(0)
    let identity: ResourceIdentity
    do {
      identity = try ResourceIdentity(arn: arn)
    } catch {
      throw RegistryFault("resource", arn, error.description)
    }
    let expected = [
      ("service", identity.service), ("region", identity.region), ("account", identity.account),
      ("type", identity.type), ("name", identity.name),
    ]
    for (index, (field, text)) in expected.enumerated() {
      let found = try row.optionalString(index + 1)
      guard found.isSame(as: text) else {
        throw RegistryFault.difference("resource", arn, field: field, found: found, expected: text)
      }
    }
  }
}

extension Connection {
  /// Throws for a row of a parent table that no field of a type in any record refers to.
  ///
  /// SQLite keeps the references that it compares with in a temporary tree, which leaves memory for
  /// the disk when it grows.
  fileprivate func checkReferences(
    to type: FieldType, named name: String, in table: String, by others: [String] = []
  ) throws {
    let fields = RecordKind.allCases.flatMap { kind in
      kind.table.fields.filter { $0.type == type }.map { field in
        "SELECT \(field.column) FROM \(kind.table.name) WHERE \(field.column) IS NOT NULL"
      }
    }
    let stray = try first(
      """
      SELECT \(name) FROM \(table)
      WHERE id NOT IN (\((fields + others).joined(separator: " UNION ALL "))) LIMIT 1
      """
    ) { try $0.string(0) }
    if let stray { throw RegistryFault.surplus(table, stray) }
  }
}
