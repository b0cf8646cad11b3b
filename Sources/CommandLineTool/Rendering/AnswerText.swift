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
    parts += conditions
    parts += unknownPolicies.map { "unknown: \($0.name)" }
    return parts.joined(separator: "; ")
  }

  /// What the answer hangs on, one condition a line.
  var conditions: [String] {
    guard outcome == .conditional || outcome == .unknown else { return [] }
    let ifs = grants.filter { !$0.open.isEmpty }.map { grant in
      "if " + grant.open.map(\.line).joined(separator: " and ")
    }
    let unlesses = denies.map { deny in
      deny.open.isEmpty
        ? "unless \(deny.place) applies"
        : "unless " + deny.open.map(\.line).joined(separator: " and ")
    }
    return ifs + unlesses
  }

  /// The answer as a member of the envelope's `answers`.
  var json: JSON {
    .object([
      .init("principal", .string(subject.name)), .init("type", .string(subject.type)),
      .init("outcome", .string(outcome.rawValue)), .init("verdict", .string(verdict.rawValue)),
      .init("grants", .array(grants.map(\.json))), .init("denies", .array(denies.map(\.json))),
      .init("conditions", .array(conditions.map(JSON.string))),
      .init("uncertain", .array(uncertain.map(JSON.string))),
      .init("unknownPolicies", .array(unknownPolicies.map { .string($0.name) })),
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
