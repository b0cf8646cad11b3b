import AWSExchange
import AccessQueries
import BenchmarkOrganization
import Foundation
import Registry
import SQLite
import Testing

/// A registry that holds what a folder of exports holds, gone with the value.
final class ImportedRegistry {
  let registry: Registry
  private let folder: URL

  /// Imports exports, one after the other.
  init(_ exports: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    registry = Registry(
      try RegistryFile.create(at: folder.appending(path: "registry.db").path))
    for export in exports {
      let importer = Importer(
        registry: registry, options: ImportOptions(), author: Author(actor: "tester", userID: 1),
        progress: nil)
      _ = try importer.run(paths: [export])
    }
  }

  /// Imports a generated organization.
  convenience init(principals: Int, seed: UInt64) throws {
    let export = FileManager.default.temporaryDirectory
      .appending(path: "permreg-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: export) }
    let options = try OrganizationOptions(principals: principals, seed: seed)
    _ = try OrganizationGenerator(options).write(to: export.path)
    try self.init([export.path])
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Asks `who-can` about every function and `can` about every principal, and compares.
  func expectAgreement() throws {
    try registry.connection.read {
      let snapshot = Snapshot(registry.connection, at: try registry.head?.number ?? 0)
      let everyone: [Subject] =
        try snapshot.records(Role.self).map { .role(arn: $0.arn) }
        + snapshot.records(User.self).map { .user(arn: $0.arn) }
      #expect(everyone.count >= 100)
      for isComplete in [true, false] {
        for function in try snapshot.functions() {
          try Self.compare(function, everyone, isComplete, snapshot)
        }
      }
    }
  }

  private static func compare(
    _ function: String, _ everyone: [Subject], _ isComplete: Bool, _ snapshot: Snapshot
  ) throws {
    let queries = AccessQueries(snapshot)
    let question = AccessQuestion(
      action: "lambda:InvokeFunction", resource: function,
      context: SuppliedContext(isComplete: isComplete))
    let answers = try queries.whoCan(question)
    let found = Dictionary(uniqueKeysWithValues: answers.map { ($0.subject, $0.outcome) })
    for subject in everyone {
      let outcome = try queries.can(subject, question).outcome
      let listed = found[subject] ?? .denied
      #expect(outcome == listed, "\(subject.name) on \(function), complete context: \(isComplete)")
    }
  }
}
