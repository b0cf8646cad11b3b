import Foundation
import SQLite

/// A folder that is removed, with all that is in it, when the test lets it go.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "SQLiteTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in the folder.
  func path(_ name: String = "test.db") -> String { url.path + "/" + name }

  /// What the file holds.
  func contents(_ name: String = "test.db") throws -> Data { try Data(contentsOf: url(name)) }

  func write(_ data: Data, to name: String = "test.db") throws { try data.write(to: url(name)) }

  /// The names in the folder, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  private func url(_ name: String) -> URL { url.appending(path: name) }
}

extension Connection {
  /// The one integer that a statement gives.
  func integer(_ sql: String) throws -> Int? { try first(sql) { try $0.int(0) } }

  /// The one text that a statement gives.
  func string(_ sql: String) throws -> String? { try first(sql) { try $0.string(0) } }
}

/// A table of numbers with a name for each.
let numbers = """
  CREATE TABLE number (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  INSERT INTO number VALUES (1, 'one'), (2, 'two'), (3, 'three');
  """
