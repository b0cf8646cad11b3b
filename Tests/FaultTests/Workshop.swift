import BenchmarkOrganization
import Foundation
import Registry
import SQLite

/// A folder with a generated export, and the built binary to run on it.
final class Workshop {
  let folder: URL
  let export: String

  init(principals: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    export = folder.appending(path: "export").path
    let options = try OrganizationOptions(principals: principals, seed: 5)
    _ = try OrganizationGenerator(options).write(to: export)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// A new, empty registry.
  func registry(_ name: String) throws -> String {
    let path = folder.appending(path: name).path
    _ = try RegistryFile.create(at: path)
    return path
  }

  /// Starts the binary; what it prints is thrown away.
  func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "permreg")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The number of the newest revision, 0 where there is none, and how many roles stand.
  func state(of path: String) throws -> State {
    let connection = try RegistryFile.openForReading(at: path)
    return try connection.read {
      let number = try Registry(connection).head?.number ?? 0
      return State(
        revision: number, roles: try Snapshot(connection, at: number).count(.role),
        isSound: try connection.query("PRAGMA integrity_check") { try $0.string(0) } == ["ok"])
    }
  }

  struct State: Hashable {
    let revision: Int
    let roles: Int
    let isSound: Bool
  }
}
