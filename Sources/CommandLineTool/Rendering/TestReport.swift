import AccessQueries
import AccessTests
import JSONText
import Registry

/// What came of a run of `permreg test`, before a format is chosen for it.
struct TestReport {
  let files: [String]
  /// The results in the order of the cases.
  let results: [CaseResult]
  /// `nil` where nobody asked.
  let coverage: StatementCoverage?
  /// The revision that the registry's answers rest on.
  let head: Revision?

  /// How many cases failed.
  var failedCount: Int { results.count { !$0.isPassed } }

  /// Prints the report in a format.
  func print(_ format: FormatChoice) {
    switch format {
    case .common(.table): table()
    case .common(.csv): csv()
    case .common(.ndjson):
      for result in results { StandardOutput.line(result.json.text()) }
    case .common(.json): StandardOutput.line(json.text(.indented))
    case .junit: StandardOutput.write(JUnitReport(results).text)
    }
  }

  /// What was not known, each once.
  private var assumptions: [Assumption] {
    Set(results.flatMap(\.assumptions)).sorted { $0.message < $1.message }
  }

  private func table() {
    for result in results where !result.isPassed {
      StandardOutput.line(result.failureLine.terminalEscaped)
    }
    if let coverage {
      for entry in coverage.idle {
        StandardOutput.line("never exercised: \(entry.place)".terminalEscaped)
      }
      StandardOutput.line(
        "\(coverage.statements.count - coverage.idle.count) of \(coverage.statements.count) "
          + "statements exercised")
    }
    for assumption in assumptions {
      StandardOutput.line("assumed: \(assumption.message.terminalEscaped)")
    }
    StandardOutput.line("\(results.count - failedCount) passed, \(failedCount) failed")
  }

  private func csv() {
    StandardOutput.line(CSV.line(["id", "decision", "expected", "passed", "uncertain"]))
    for result in results {
      StandardOutput.line(
        CSV.line([
          result.testCase.id, result.decision.text, result.expected?.text ?? "",
          "\(result.isPassed)", result.uncertain.joined(separator: " "),
        ]))
    }
  }

  private var json: JSON {
    var envelope = Envelope(
      question: .object([
        .init("command", "test"), .init("files", .array(files.map(JSON.string))),
      ]), revision: head)
    envelope.answers = results.map(\.fullJSON)
    envelope.assumptions = assumptions
    envelope.uncertain = Set(results.flatMap(\.uncertain)).sorted()
    guard case .object(var members) = envelope.json else { return envelope.json }
    members.append(
      .init(
        "summary",
        .object([
          .init("passed", .number("\(results.count - failedCount)")),
          .init("failed", .number("\(failedCount)")),
        ])))
    if let coverage { members.append(.init("coverage", coverage.json)) }
    return .object(members)
  }
}

extension CaseResult.Found {
  /// The decision, or the principals, on one line.
  var text: String {
    switch self {
    case .decision(let word): word
    case .principals(let names): names.joined(separator: " ")
    }
  }

  /// The decision as text, the principals as a list.
  var json: JSON {
    switch self {
    case .decision(let word): .string(word)
    case .principals(let names): .array(names.map(JSON.string))
    }
  }
}

extension CaseResult {
  /// The result as one line of `--format ndjson`.
  var json: JSON { .object(members) }

  /// The result with its place and the reasons of a failure.
  var fullJSON: JSON {
    let position = testCase.passage.position
    return .object(
      members + [
        .init("file", .string(testCase.passage.file)), .init("line", .number("\(position.line)")),
        .init("column", .number("\(position.column)")),
        .init("reasons", .array(reasons.map(JSON.string))),
      ])
  }

  private var members: [JSON.Member] {
    [
      .init("id", .string(testCase.id)), .init("decision", decision.json),
      .init("expected", expected?.json ?? .null), .init("passed", .bool(isPassed)),
      .init("uncertain", .array(uncertain.map(JSON.string))),
    ]
  }
}

extension StatementCoverage {
  /// The counts, and the statements that no case exercised.
  fileprivate var json: JSON {
    .object([
      .init("statements", .number("\(statements.count)")),
      .init("exercised", .number("\(statements.count - idle.count)")),
      .init("neverExercised", .array(idle.map(\.json))),
    ])
  }
}

extension StatementCoverage.Entry {
  /// The policy and the statement, with its place there.
  fileprivate var place: String {
    let further = policies.count > 1 ? " and \(policies.count - 1) more" : ""
    return "\(policies.first?.inventoryName ?? "")\(further), \(effect) \(label) "
      + "(\(position.line):\(position.column))"
  }

  private var effect: String { isAllow ? "Allow" : "Deny" }

  private var label: String {
    sid.flatMap { $0.isEmpty ? nil : $0 } ?? "statement \(statement + 1)"
  }

  fileprivate var json: JSON {
    .object([
      .init("policies", .array(policies.map { .string($0.inventoryName) })),
      .init("policyType", .string(policies.first?.type ?? "")),
      .init("statement", .number("\(statement)")), .init("sid", sid.map(JSON.string) ?? .null),
      .init("effect", .string(effect)),
      .init("line", .number("\(position.line)")), .init("column", .number("\(position.column)")),
    ])
  }
}

extension PolicyHolding {
  /// The policy by itself, whatever it is attached to.
  fileprivate var inventoryName: String {
    guard case .control(let arn, let label, _) = source else { return name }
    return arn ?? label
  }
}
