import Foundation
import JSONText
import Registry
import SQLite

/// A registry in a folder of its own, which goes with the value.
final class RegistryFixture {
  let folder: URL
  let path: String
  let registry: Registry

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "registry.db").path
    registry = Registry(try RegistryFile.create(at: path))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes one revision.
  @discardableResult
  func write(_ body: (RevisionWriter) throws -> Void) throws -> Revision? {
    try registry.write("test", by: Author(actor: "tester", userID: 1), body).revision
  }

  /// Reads at a revision, the newest where none is given.
  func read<Result>(at revision: Int? = nil, _ body: (Snapshot) throws -> Result) throws -> Result {
    try registry.connection.read {
      try body(Snapshot(registry.connection, at: try revision ?? registry.head?.number ?? 0))
    }
  }
}

/// A policy document from its text.
func policy(_ text: String) throws -> JSONValue {
  try JSONDocument(parsing: Array(text.utf8)).root
}

let allowAll =
  #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
