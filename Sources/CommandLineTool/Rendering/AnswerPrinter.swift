import AccessQueries
import Evaluation
import JSONText
import Registry

/// A question with its answers.
struct QuestionResult {
  let question: AccessQuestion
  let answers: [AccessAnswer]
  let assumptions: [Assumption]
}

/// Prints answers in the format that was asked for.
struct AnswerPrinter {
  let format: OutputFormat
  let head: Revision?

  /// Prints the answers to one question or to many.
  func print(_ results: [QuestionResult], command: String) {
    switch format {
    case .table: table(results)
    case .csv:
      StandardOutput.line(CSV.line(["resource"] + AccessAnswer.columns))
      for result in results {
        for answer in result.answers {
          StandardOutput.line(CSV.line([result.question.resource] + answer.cells))
        }
      }
    case .ndjson:
      for result in results {
        for answer in result.answers {
          StandardOutput.line(json(answer, result).text())
        }
      }
    case .json: StandardOutput.line(envelope(results, command).json.text(.indented))
    }
  }

  /// Prints one answer for a person.
  func explain(_ answer: AccessAnswer, _ result: QuestionResult, isFull: Bool) {
    let verb =
      switch answer.outcome {
      case .allowed: "can"
      case .conditional: "can, under conditions,"
      case .unknown: "may be able to"
      case .denied: "cannot"
      }
    var lines = [
      "\(answer.subject.name) \(verb) \(result.question.action)",
      "  on \(result.question.resource)",
    ]
    lines += reasons(of: answer, isFull: isFull, indent: 2)
    for permission in answer.needed {
      lines.append("  \(permission.line)")
      lines += permission.patterns.map { "    for \($0)" }
      lines += permission.answer.map { reasons(of: $0, isFull: isFull, indent: 4) } ?? []
    }
    lines += result.assumptions.map { "  assumed: \($0.message)" }
    for line in lines { StandardOutput.line(line.terminalEscaped) }
  }

  /// What decided an answer, stood in the way or came near, each reason from a line of its own on.
  private func reasons(of answer: AccessAnswer, isFull: Bool, indent: Int) -> [String] {
    var lines = answer.statementLines + answer.conditionLines
    lines += obstacles(answer)
    lines += answer.unknownPolicies.map { "unknown: \($0.name)" }
    if isFull {
      lines += answer.nearMisses.map { "near: \($0.place)\(Self.failure($0))" }
    }
    if !answer.uncertain.isEmpty {
      lines.append("rests on: \(answer.uncertain.joined(separator: ", "))")
    }
    return lines.flatMap { Paragraph.lines(of: $0, indent: indent) }
  }

  private func obstacles(_ answer: AccessAnswer) -> [String] {
    guard answer.outcome == .denied else { return [] }
    return answer.obstacles.filter { $0.reason == .noAllow }.map { obstacle in
      "nothing allows it in the \(Self.name(of: obstacle.layer.kind.rawValue))"
    }
  }

  private static func name(of layer: String) -> String {
    switch layer {
    case "identity": "identity-based policies"
    case "boundary": "permissions boundary"
    case "session": "session policies"
    case "resource": "resource-based policy"
    case "serviceControl": "service control policies of one level"
    case "resourceControl": "resource control policies of one level"
    default: "VPC endpoint policy"
    }
  }

  private static func failure(_ citation: Citation) -> String {
    let parts = citation.failures.map { "another \($0)" } + citation.open.map { "not \($0.line)" }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }

  private func table(_ results: [QuestionResult]) {
    for (index, result) in results.enumerated() {
      if results.count > 1 || index > 0 {
        if index > 0 { StandardOutput.line("") }
        StandardOutput.line(result.question.resource.terminalEscaped)
      }
      if result.answers.isEmpty {
        StandardOutput.line("nobody")
      } else {
        var table = Table(AccessAnswer.columns)
        for answer in result.answers { table.append(answer.cells) }
        for line in table.lines() { StandardOutput.line(line) }
      }
    }
    for assumption in Set(results.flatMap(\.assumptions)).sorted(by: { $0.message < $1.message }) {
      StandardOutput.line("assumed: \(assumption.message.terminalEscaped)")
    }
  }

  private func json(_ answer: AccessAnswer, _ result: QuestionResult) -> JSON {
    guard case .object(let members) = answer.json else { return answer.json }
    return .object([.init("resource", .string(result.question.resource))] + members)
  }

  private func envelope(_ results: [QuestionResult], _ command: String) -> Envelope {
    let first = results.first?.question
    var question = [
      JSON.Member("command", .string(command)),
      JSON.Member("action", .string(first?.action ?? "")),
      JSON.Member("resources", .array(results.map { .string($0.question.resource) })),
    ]
    question += (first?.context ?? SuppliedContext()).members
    var envelope = Envelope(question: .object(question), revision: head)
    envelope.answers = results.flatMap { result in result.answers.map { json($0, result) } }
    envelope.assumptions = Set(results.flatMap(\.assumptions))
      .sorted { $0.message < $1.message }
    envelope.uncertain = Set(results.flatMap(\.answers).flatMap(\.uncertain)).sorted()
    return envelope
  }
}

extension SuppliedContext {
  /// What was given of the request, as members of the envelope's `question`; `null` for a key that
  /// the request does not have.
  fileprivate var members: [JSON.Member] {
    let given = values.sorted { $0.key < $1.key }.map { key, values in
      JSON.Member(key, values.isEmpty ? .null : .array(values.map(JSON.string)))
    }
    return [
      .init("completeContext", .bool(isComplete)), .init("context", .object(given)),
      .init("time", time.map { .string($0.description) } ?? .null),
    ]
  }
}
