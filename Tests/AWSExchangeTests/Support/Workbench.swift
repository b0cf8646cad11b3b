import Foundation
import JSONText
import SQLite

@testable import AWSExchange
@testable import Registry

/// A folder with a registry and a place for input, gone when the test ends.
final class Workbench {
  let folder: String
  let registry: Registry

  init() throws {
    folder = NSTemporaryDirectory() + "exchange-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    registry = Registry(try RegistryFile.create(at: folder + "/registry.db"))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  var input: String { folder + "/input" }

  /// Writes a file of the input.
  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: "\(input)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(input)/\(path)")
  }

  func link(_ target: String, at path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(input)/\(path)", withDestinationPath: target)
  }

  /// Imports the whole input.
  @discardableResult
  func run(_ change: (inout ImportOptions) -> Void = { _ in }) throws -> ImportReport {
    var options = ImportOptions()
    change(&options)
    let author = Author(actor: "test", userID: 0)
    return try Importer(registry: registry, options: options, author: author, progress: nil)
      .run(paths: [input])
  }

  /// The records that stand now.
  func records<Kind: Record>(_: Kind.Type = Kind.self) throws -> [Kind] {
    try Snapshot(registry.connection, at: registry.head?.number ?? 0).records()
  }
}
