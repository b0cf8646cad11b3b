import Registry
import SQLite
import Testing

@testable import AccessQueries

@Suite("finding conditions")
struct ConditionFinderTests {
  @Test("a formula is solved once for all callers that share it, with the same examples for each")
  func sharing() throws {
    let imported = try ImportedRegistry(principals: 80, seed: 3)
    try imported.registry.connection.read {
      let snapshot = Snapshot(
        imported.registry.connection, at: try imported.registry.head?.number ?? 0)
      let queries = AccessQueries(snapshot)
      var conditions = 0
      for function in try snapshot.functions() {
        let question = AccessQuestion(action: "lambda:InvokeFunction", resource: function)
        for answer in try queries.whoCan(question) {
          guard let condition = answer.condition else { continue }
          conditions += 1
          let alone = try AccessQueries(snapshot).can(answer.subject, question).condition
          #expect(alone.map { "\($0.formula)" } == "\(condition.formula)")
          #expect(alone?.allowed?.keys.map(\.key) == condition.allowed?.keys.map(\.key))
          #expect(alone?.denied?.keys.map(\.values) == condition.denied?.keys.map(\.values))
        }
      }
      #expect(conditions >= 20)
      #expect(queries.conditions.solved < conditions)
    }
  }
}
