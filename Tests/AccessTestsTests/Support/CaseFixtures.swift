import AccessTests
import Evaluation
import Foundation
import JSONText
import Testing

/// Reads a text as a file of cases.
func file(_ text: String, name: String = "cases.jsonl") throws -> ScenarioFile {
  try ScenarioFile(Array(text.utf8), name: name)
}

/// The words of the decisions of a text's cases, which need no registry.
func decisions(_ text: String, name: String = "cases.jsonl") throws -> [String] {
  try file(text, name: name).scenarios.map { $0.run().decision.verdict.rawValue }
}

/// What a text is refused for: `line:column message`; `nil` where it is not.
func fault(of text: [UInt8], name: String) -> String? {
  do {
    _ = try ScenarioFile(text, name: name)
    return nil
  } catch {
    let place = error.diagnostic.position.map { "\($0.line):\($0.column) " } ?? ""
    return place + error.diagnostic.message
  }
}

func fault(of text: String, name: String = "cases.jsonl") -> String? {
  fault(of: Array(text.utf8), name: name)
}

/// A file of the fixtures.
func fixture(_ name: String) -> URL {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/\(name)")
}

/// A case with one policy: ada of account 111122223333 invokes f.
func invocation(policy: String, expected: String = "null", rest: String = "") -> String {
  """
  {"id":"x","request":{"principal":"arn:aws:iam::111122223333:user/ada",\
  "action":"lambda:InvokeFunction",\
  "resource":"arn:aws:lambda:us-east-1:111122223333:function:f"},\
  "policies":{"identity":[\(policy)]},"expected":\(expected)\(rest)}
  """
}

let allowAll =
  #"{"Version":"2012-10-17","Statement":[{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}]}"#
