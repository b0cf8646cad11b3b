/// One step from a version of the schema to the next.
package struct Migration: Hashable, Sendable {
  /// The schema's version once the step is done; at least 1.
  package let version: Int
  package let name: String
  /// The statements of the step, which open and end no transaction.
  package let sql: String

  package init(version: Int, name: String, sql: String) {
    self.version = version
    self.name = name
    self.sql = sql
  }
}
