import SQLite

/// Checks the file as SQLite sees it: its pages, constraints and references, and that its schema is
/// what the migrations make, with no index dropped and no trigger added.
struct StructureCheck {
  let connection: Connection

  /// Throws the first fault.
  func run() throws {
    try checkSchema()
    let integrity = try connection.first("PRAGMA integrity_check(1)") { try $0.string(0) }
    if let integrity, integrity != "ok" { throw RegistryFault("file", "", integrity) }
    let broken = try connection.first("PRAGMA foreign_key_check") { row in
      RegistryFault(
        try row.string(0), "", "a row refers to a row of `\(try row.string(2))` that is not there")
    }
    if let broken { throw broken }
  }

  private func checkSchema() throws {
    let expected = try objects(of: try RegistryFile.inMemory())
    let found = try objects(of: connection)
    for (name, sql) in expected.sorted(by: { $0.key < $1.key }) {
      guard let present = found[name] else {
        throw RegistryFault("sqlite_schema", name, "it is missing from the schema")
      }
      guard present.isSame(as: sql) else {
        throw RegistryFault("sqlite_schema", name, "its definition was changed")
      }
    }
    if let surplus = found.keys.filter({ expected[$0] == nil }).min() {
      throw RegistryFault("sqlite_schema", surplus, "it does not belong to the schema")
    }
  }

  /// The definitions by type and name. What ANALYZE keeps decides no answer.
  private func objects(of connection: Connection) throws -> [String: String?] {
    var objects: [String: String?] = [:]
    try connection.visit(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat[0-9]'"
    ) { row in
      let name = "\(try row.string(0)) \(try row.string(1))"
      objects.updateValue(try row.optionalString(2), forKey: name)
    }
    return objects
  }
}
