import AccessTests
import Foundation
import JSONText
import Testing

/// Texts that are nearly right: what is read is read, what is not is refused with a place, and
/// nothing crashes or hangs.
@Suite("Readers of cases on damaged texts")
struct ReaderFuzzTests {
  @Test("read or refuse", arguments: ["a.jsonl", "a.yaml"], [1, 2, 3] as [UInt64])
  func damage(name: String, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var refused = 0
    for _ in 0..<400 {
      let seedText = try #require(seeds.randomElement(using: &random))
      var bytes = Array(seedText.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
      do {
        for scenario in try ScenarioFile(bytes, name: name).scenarios { _ = scenario.run() }
      } catch {
        refused += 1
        #expect(!error.diagnostic.message.isEmpty)
        if let position = error.diagnostic.position {
          #expect(position.line >= 1 && position.column >= 1)
        }
      }
    }
    // Most damage is noticed; where none were, the test would show nothing.
    #expect(refused > 100 && refused < 400)
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: index)
    case 2: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: index)
    case 3: bytes.removeSubrange(index..<min(index + 12, bytes.count))
    default:
      let end = min(index + 20, bytes.count)
      bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...index, using: &random))
    }
  }
}

private let tokens: [[UInt8]] = [
  "{", "}", "[", "]", ":", ",", "\"", "'", "&a ", "*a", "? ", "- ", "---\n", "...", "\n", "\t", "|",
  ">", "!!str ", "!x ", "<<: ", "#", "%YAML 1.2\n", "\u{FEFF}", "\u{2028}", "\\", "\0", "null",
  "1e9",
].map { Array($0.utf8) }

private let seeds = [
  invocation(policy: allowAll, expected: "\"Allowed\"", rest: ",\"by\":[\"All\"]"),
  """
  - id: a
    request: {principal: anonymous, action: "a:b", resource: '*', context: {k: [1, true]}}
    policies: {scp: [[]], resource: null}
  - whoCan: {action: invoke}
    expected: [ada]
  """,
  """
  {"EvaluationResults":[{"EvalActionName":"a:b","EvalDecision":"allowed",
  "ResourceSpecificResults":[{"EvalResourceName":"r","EvalResourceDecision":"allowed"}]}]}
  """,
]

/// A small generator of numbers, the same on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
