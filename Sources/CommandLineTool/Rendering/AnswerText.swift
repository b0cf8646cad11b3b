import AccessQueries
import Evaluation
import JSONText
import PolicyLanguage

extension AccessAnswer {
  /// The columns of a table of answers.
  static let columns = ["type", "principal", "access", "because"]

  /// The answer as a row of a table.
  var cells: [String] { [subject.type, subject.name, outcome.rawValue, because] }

  /// The statement that decided, with the conditions that are open.
  var because: String {
    var parts: [String] = []
    if let grant = grants.first {
      parts.append(grant.place)
      if grants.count > 1 { parts.append("and \(grants.count - 1) more") }
    }
    parts += [whenText].compactMap(\.self)
    for other in needed where other.need == .together {
      parts += [other.answer?.whenText].compactMap(\.self)
    }
    parts += unknownPolicies.map { "unknown: \($0.name)" }
    return parts.joined(separator: "; ")
  }

  /// The condition of an answer that hangs on one, in words.
  var whenText: String? {
    guard outcome == .conditional || outcome == .unknown, let condition else { return nil }
    return condition.holds == .never ? nil : "when \(condition.formula)"
  }

  /// The answer as a member of the envelope's `answers`.
  var json: JSON {
    .object([
      .init("principal", .string(subject.name)), .init("type", .string(subject.type)),
      .init("outcome", .string(outcome.rawValue)), .init("verdict", .string(verdict.rawValue)),
      .init("grants", .array(grants.map(\.json))), .init("denies", .array(denies.map(\.json))),
      .init("condition", condition?.formula.json ?? .null),
      .init("conditionHolds", condition.map { .string($0.holds.rawValue) } ?? .null),
      .init(
        "examples",
        .object([
          .init("allowed", condition?.allowed?.json ?? .null),
          .init("denied", condition?.denied?.json ?? .null),
        ])),
      .init("uncertain", .array(uncertain.map(JSON.string))),
      .init("unknownPolicies", .array(unknownPolicies.map { .string($0.name) })),
      .init("overall", .string(overall.rawValue)),
      .init("needed", .array(needed.map(\.json))),
    ])
  }
}

extension Citation {
  /// The statement as JSON.
  var json: JSON {
    .object([
      .init("layer", .string(layer.kind.rawValue)), .init("policyType", .string(policy.type)),
      .init("policy", .string(policy.name)), .init("statement", .number("\(statement)")),
      .init("sid", sid.map(JSON.string) ?? .null), .init("line", .number("\(line)")),
      .init("column", .number("\(column)")),
      .init(
        "open",
        .array(
          open.map { clause in
            .object([
              .init("operator", .string(clause.operator.description)),
              .init("key", .string(clause.key)),
              .init("values", .array(clause.values.map(JSON.string))),
            ])
          })),
    ])
  }
}
