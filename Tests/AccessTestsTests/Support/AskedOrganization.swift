import AWSExchange
import AccessQueries
import AccessTests
import Foundation
import Registry

/// The organization of the fixtures, imported, for cases to ask.
final class AskedOrganization {
  private let registry: Registry
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    registry = Registry(try RegistryFile.create(at: folder.appending(path: "registry.db").path))
    let importer = Importer(
      registry: registry, options: ImportOptions(), author: Author(actor: "tester", userID: 1),
      progress: nil)
    _ = try importer.run(paths: [fixture("organization").path])
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the cases of a text.
  func run(
    _ text: String, name: String = "cases.jsonl", simulation: SimulationInput = SimulationInput()
  ) throws -> [CaseResult] {
    try asking(simulation) { runner, _ in
      try ScenarioFile(Array(text.utf8), name: name).cases.map(runner.run)
    }
  }

  /// The statements that no case of a text exercised, by their Sids, and how many there are in all.
  func coverage(of text: String) throws -> (idle: [String], all: Int) {
    try asking(SimulationInput()) { runner, queries in
      queries.recordExercise()
      for testCase in try ScenarioFile(Array(text.utf8), name: "cases.jsonl").cases {
        _ = try runner.run(testCase)
      }
      let coverage = try queries.coverage()
      return (coverage.idle.map { $0.sid ?? "" }, coverage.statements.count)
    }
  }

  private func asking<Answer>(
    _ simulation: SimulationInput, _ body: (CaseRunner, AccessQueries) throws -> Answer
  ) throws -> Answer {
    try registry.read { snapshot in
      let queries = AccessQueries(snapshot)
      let asked = AskedRegistry(queries: queries, names: names(snapshot))
      return try body(CaseRunner(registry: asked, simulation: simulation), queries)
    }
  }

  /// Names as a command would take them: actions in full, functions, roles and users by name.
  private func names(_ snapshot: Snapshot) -> RegistryNames {
    let resolver = NameResolver(snapshot, account: nil, region: nil)
    return RegistryNames(
      action: { text in
        guard text.contains(":") else {
          throw UnknownName("unknown action `\(text)`", hint: "look")
        }
        return (text, text == "lambda:ListFunctions")
      },
      resource: { text, _ in
        if text == "*" || text.hasPrefix("arn:") { return text }
        return try Self.named { try resolver.resolve(text, among: [.function]).arn }
      },
      principal: { text in
        let arn = try Self.named { try resolver.resolve(text, among: [.role, .user]).arn }
        return arn.contains(":role/") ? .role(arn: arn) : .user(arn: arn)
      })
  }

  private static func named<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as NameError {
      throw UnknownName(error.description, hint: error.hint)
    }
  }
}
