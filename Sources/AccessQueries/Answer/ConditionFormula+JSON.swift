package import Evaluation
package import JSONText
import PolicyLanguage

extension ConditionFormula {
  /// The formula as a tree: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"constant": …}`, and at
  /// the leaves one question each.
  ///
  /// A leaf on a condition key is a clause of the policy language, `{"key", "operator", "values"}`.
  /// `"whenUncertain": true` tells that the leaf also holds where AWS's documentation leaves the
  /// clause's answer open; without it, it does not hold there.
  package var json: JSON {
    switch self {
    case .constant(let value): ["constant": .bool(value)]
    case .literal(let literal): literal.json
    case .all(let parts): ["all": .array(parts.map(\.json))]
    case .any(let parts): ["any": .array(parts.map(\.json))]
    }
  }
}

extension ConditionLiteral {
  fileprivate var json: JSON {
    var members = atom.members
    if reading == .possibly { members.append(.init("whenUncertain", true)) }
    return isNegated ? ["not": .object(members)] : .object(members)
  }
}

extension ConditionAtom {
  /// The question as JSON.
  package var json: JSON { .object(members) }

  fileprivate var members: [JSON.Member] {
    switch question {
    case .condition(let `operator`, let key, let values):
      [
        .init("key", .string(key)), .init("operator", .string(`operator`.description)),
        .init("values", .array(values.map(JSON.string))),
      ]
    case .resource(let pattern): [.init("resourcePattern", .string(pattern))]
    case .sessionName(let name): [.init("sessionName", .string(name))]
    case .uniqueID(let id): [.init("uniqueId", .string(id))]
    case .federatingUser(let arn): [.init("federatingUser", .string(arn))]
    case .unknownDocument(let layer, let effect):
      [
        .init("unknownPolicy", .string(layer.kind.rawValue)),
        .init("level", .number("\(layer.level)")),
        .init("effect", .string(effect.rawValue)),
      ]
    }
  }
}
