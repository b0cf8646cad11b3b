import AWSExchange
import AccessQueries
import BenchmarkOrganization
import Foundation
import Registry
import SQLite
import Testing

/// `who-can` finds candidates by index; `can` is asked about each principal by itself.
@Suite("who-can and can")
struct AgreementTests {
  @Test("agree, principal by principal, for every function", arguments: [1, 2] as [UInt64])
  func agree(seed: UInt64) throws {
    let registry = try generatedRegistry(principals: 120, seed: seed)
    try registry.connection.read {
      let snapshot = Snapshot(registry.connection, at: try registry.head?.number ?? 0)
      let everyone: [Subject] =
        try snapshot.records(Role.self).map { .role(arn: $0.arn) }
        + snapshot.records(User.self).map { .user(arn: $0.arn) }
      #expect(everyone.count >= 100)
      for isComplete in [true, false] {
        for function in try snapshot.functions() {
          try compare(function, everyone, isComplete, snapshot)
        }
      }
    }
  }

  private func compare(
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

  private func generatedRegistry(principals: Int, seed: UInt64) throws -> Registry {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let export = folder.appending(path: "export").path
    let options = try OrganizationOptions(principals: principals, seed: seed)
    _ = try OrganizationGenerator(options).write(to: export)
    let registry = Registry(
      try RegistryFile.create(at: folder.appending(path: "registry.db").path))
    let importer = Importer(
      registry: registry, options: ImportOptions(), author: Author(actor: "tester", userID: 1),
      progress: nil)
    _ = try importer.run(paths: [export])
    return registry
  }
}
