/// The first thing that `Registry.verify` found wrong with a file.
package struct RegistryFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The table or other part of the file that it is in.
  package let table: String
  /// The row, by what names it for people; empty where the fault is not one row's.
  package let key: String
  /// What stands there and what should, in words.
  package let problem: String

  package init(_ table: String, _ key: String = "", _ problem: String) {
    self.table = table
    self.key = key
    self.problem = problem
  }

  /// A field that does not hold what it should.
  static func difference(
    _ table: String, _ key: String, field: String, found: String?, expected: String?
  ) -> RegistryFault {
    func quoted(_ text: String?) -> String { text.map { "`\($0)`" } ?? "missing" }
    return RegistryFault(
      table, key, "`\(field)` is \(quoted(found)), and should be \(quoted(expected))")
  }

  /// A row that nothing accounts for.
  static func surplus(_ table: String, _ key: String) -> RegistryFault {
    RegistryFault(table, key, "the row is there, and nothing in the history accounts for it")
  }

  /// One sentence for a person.
  package var description: String {
    key.isEmpty ? "in `\(table)`: \(problem)" : "in `\(table)`, `\(key)`: \(problem)"
  }
}
