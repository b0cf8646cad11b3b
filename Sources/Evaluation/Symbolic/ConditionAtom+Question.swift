package import PolicyLanguage

extension ConditionAtom {
  /// What an atom asks, in the words of the policy language.
  package enum Question: Hashable, Sendable {
    case condition(operator: ConditionOperator, key: String, values: [String])
    /// Whether the resource matches a pattern in which variables are left.
    case resource(pattern: String)
    case sessionName(String)
    case uniqueID(String)
    /// Whether this user asked for the federated session.
    case federatingUser(arn: String)
    case unknownDocument(LayerReference, Effect)
  }

  /// What the atom asks.
  package var question: Question {
    switch self {
    case .condition(let test):
      .condition(
        operator: test.condition.operator, key: test.condition.key.name,
        values: test.condition.values.map(\.description))
    case .resource(let test): .resource(pattern: test.pattern.template.description)
    case .callerIs(let test): test.question
    case .unknownDocument(let layer, let effect): .unknownDocument(layer, effect)
    }
  }
}

extension CallerTest {
  fileprivate var question: ConditionAtom.Question {
    switch entry {
    case .session(_, _, let name): .sessionName(name)
    case .uniqueID(let id): .uniqueID(id)
    case .user(let user): .federatingUser(arn: user.arn)
    // INVARIANT: the match with every other entry is known whoever the caller is.
    default: .uniqueID("")
    }
  }
}

extension ConditionAtom: CustomStringConvertible {
  /// The question as a short statement, such as `aws:SourceIp in 10.0.0.0/8`.
  package var description: String {
    switch question {
    case .condition(let `operator`, let key, let values):
      ConditionPhrase(`operator`, key: key, values: values).text
    case .resource(let pattern): "resource matches \(pattern)"
    case .sessionName(let name): "session name = \(name)"
    case .uniqueID(let id): "unique id = \(id)"
    case .federatingUser(let arn): "federating user = \(arn)"
    case .unknownDocument(let layer, let effect):
      "an unknown \(layer.kind.rawValue) policy \(effect == .allow ? "allows" : "denies") it"
    }
  }
}

/// The words for a condition clause. Where short words could be read in two ways, the operator
/// stands there as in the policy.
private struct ConditionPhrase {
  let text: String

  init(_ operator: ConditionOperator, key: String, values: [String]) {
    let plain = ConditionPhrase.plain(`operator`, key, values)
    let list = values.count == 1 ? values[0] : "(" + values.joined(separator: ", ") + ")"
    text = plain ?? "\(key) \(`operator`) \(list)"
  }

  private static func plain(
    _ operator: ConditionOperator, _ key: String, _ values: [String]
  ) -> String? {
    guard `operator`.quantifier == .none, !`operator`.ifExists, !values.isEmpty else { return nil }
    let isSingle = values.count == 1
    let list = isSingle ? values[0] : "(" + values.joined(separator: ", ") + ")"
    switch `operator`.comparison {
    case .stringEquals, .numericEquals, .dateEquals:
      return isSingle ? "\(key) = \(list)" : "\(key) in \(list)"
    case .stringLike, .arnLike, .arnEquals: return "\(key) like \(list)"
    case .ipAddress: return "\(key) in \(list)"
    case .numericLessThan, .dateLessThan: return isSingle ? "\(key) < \(list)" : nil
    case .numericLessThanEquals, .dateLessThanEquals: return isSingle ? "\(key) <= \(list)" : nil
    case .numericGreaterThan, .dateGreaterThan: return isSingle ? "\(key) > \(list)" : nil
    case .numericGreaterThanEquals, .dateGreaterThanEquals:
      return isSingle ? "\(key) >= \(list)" : nil
    case .bool: return values == ["true"] ? key : values == ["false"] ? "\(key) = false" : nil
    case .null:
      return values == ["true"]
        ? "\(key) is absent" : values == ["false"] ? "\(key) is present" : nil
    default: return nil
    }
  }
}
