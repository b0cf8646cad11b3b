import Foundation
import Testing

/// What the binary prints against the schema that people program against.
@Suite("The schema of the answers")
struct SchemaTests {
  private func schema() throws -> JSONSchema {
    try JSONSchema(
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/CommandLineTool/Schema/answers.schema.json"))
  }

  /// A session whose registry holds a small organization.
  private func session() throws -> Transcript {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import organization -q --complete --collected-at 2026-08-01T06:00:00Z")
    return session
  }

  @Test(
    "describes what every question prints",
    arguments: [
      "who-can invoke orders", "who-can invoke", "who-can lambda:ListFunctions",
      "who-can invoke orders --complete-context --context aws:SourceIp=10.0.0.1",
      "can ada invoke orders", "can role/reader invoke orders --explain",
      "can role/limited invoke orders", "can role/office invoke orders --context aws:SourceIp=",
      "can role/nowhere invoke orders", "can role/puzzle invoke orders", "list role",
      "catalog list sts", "status",
    ])
  func outputs(command: String) throws {
    var session = try session()
    let output = try session.output(of: command + " --format json")
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    #expect(try schema().faults(in: value) == [])
  }

  @Test("describes each line of ndjson as one answer")
  func lines() throws {
    var session = try session()
    let output = try session.output(of: "who-can invoke orders --format ndjson")
    let lines = output.split(separator: "\n")
    #expect(lines.count == 9)
    for line in lines {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(try schema().faults(in: value, byDefinition: "accessAnswer") == [])
    }
  }

  static let conditions: [(json: String, isValid: Bool)] = [
    (#"{"key": "k", "operator": "Bool", "values": ["true"]}"#, true),
    (#"{"not": {"sessionName": "s", "whenUncertain": true}}"#, true),
    (#"{"all": [{"constant": true}, {"any": [{"uniqueId": "a"}, {"uniqueId": "b"}]}]}"#, true),
    (#"{"key": "k", "operator": "Bool"}"#, false),
    (#"{"key": "k", "operator": "Bool", "values": [true]}"#, false),
    (#"{"all": [{"constant": true}]}"#, false),
    (#"{"all": [], "any": []}"#, false),
    (#"{"not": {"constant": false}}"#, false),
    (#"{"unknownPolicy": "none", "level": 0, "effect": "Allow"}"#, false),
    (#"{"sessionName": "s", "whenUncertain": false}"#, false),
    (#"{"constant": 1}"#, false),
  ]

  @Test("tells a condition from what is none", arguments: conditions)
  func conditionForms(json: String, isValid: Bool) throws {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let faults = try schema().faults(in: value, byDefinition: "condition")
    #expect(faults.isEmpty == isValid, "\(faults)")
  }
}
