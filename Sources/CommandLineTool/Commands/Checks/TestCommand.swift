import AccessTests
import ArgumentParser
import Evaluation
import JSONText

/// Runs scenario files.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases of scenario files and compare the decisions.",
    discussion: "EXAMPLE:\n  permreg test access.jsonl --format ndjson")

  @Argument(help: "Files of cases, JSON Lines or JSON; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var failed = 0
    var total = 0
    for name in files {
      let bytes = try InputFile.read(name)
      for scenario in try ScenarioFile(bytes, name: name).scenarios {
        let result = scenario.run()
        total += 1
        if !result.isPassed { failed += 1 }
        report(result)
      }
    }
    if options.format == .table {
      StandardOutput.line("\(total - failed) passed, \(failed) failed")
    }
    if failed > 0 { throw ExitStatus.no.asError }
  }

  private func report(_ result: ScenarioResult) {
    switch options.format {
    case .table:
      guard !result.isPassed else { return }
      StandardOutput.line(
        "failed: \(result.id.terminalEscaped): expected \(result.expected?.rawValue ?? ""), "
          + "got \(result.decision.verdict.rawValue)")
    case .csv:
      StandardOutput.line(
        CSV.line([
          result.id, result.decision.verdict.rawValue, result.expected?.rawValue ?? "",
          "\(result.isPassed)",
        ]))
    case .json, .ndjson: StandardOutput.line(result.json.text())
    }
  }
}

extension ScenarioResult {
  /// The result as one line of `--format ndjson`.
  fileprivate var json: JSON {
    .object([
      .init("id", .string(id)), .init("decision", .string(decision.verdict.rawValue)),
      .init("expected", expected.map { .string($0.rawValue) } ?? .null),
      .init("passed", .bool(isPassed)),
      .init("uncertain", .array(decision.uncertain.codes.map(JSON.string))),
    ])
  }
}
