import AccessQueries
import Evaluation
import JSONText
import PolicyLanguage

extension AccessAnswer {
  /// The statements that decided, or would, each with what it does.
  var statementLines: [String] {
    let isOpen = outcome == .conditional || outcome == .unknown
    let grants = grants.map { grant in
      let verb =
        switch (outcome, grant.open.isEmpty) {
        case (.denied, true): "granted"
        case (.denied, false): "would be granted"
        case (.allowed, _), (_, true): "allowed"
        case (.conditional, false), (.unknown, false): "may be allowed"
        }
      return "\(verb) by \(grant.place)"
    }
    // A Deny that can never apply beside an Allow that does is no reason.
    let denies = outcome == .allowed ? [] : denies
    return grants
      + denies.map { "\(isOpen && !$0.open.isEmpty ? "may be " : "")denied by \($0.place)" }
  }

  /// What a person is told of the answer's condition: the condition, and an example of either
  /// verdict.
  var conditionLines: [String] {
    guard let condition else { return [] }
    let examples =
      [condition.allowed.map { "allowed, for example, \($0.text)" }].compactMap(\.self)
      + [condition.denied.map { "denied, for example, \($0.text)" }].compactMap(\.self)
    switch condition.holds {
    case .always: return ["whatever the conditions of the statements ask, one of them holds"]
    case .never: return ["the conditions of the statements cannot be met together"]
    case .sometimes: return ["when \(condition.formula)"] + examples
    case .undecided:
      return ["when \(condition.formula)"] + examples
        + ["undecided: whether a request can meet that is beyond what is tried"]
    }
  }
}

extension AccessExample {
  /// The example in words.
  var text: String {
    var parts = keys.map(\.text)
    if let sessionName { parts.append("session name = \(sessionName)") }
    let request = parts.isEmpty ? "with no further key" : "with " + parts.joined(separator: ", ")
    let suppositions = assumptions.map(\.text)
    guard !suppositions.isEmpty else { return request }
    return "\(request), if \(suppositions.joined(separator: " and "))"
  }

  /// The example as JSON: the keys that it settles, `null` for one that the request does not have.
  var json: JSON {
    .object([
      .init("context", .object(keys.map { .init($0.key, $0.json) })),
      .init("sessionName", sessionName.map(JSON.string) ?? .null),
      .init(
        "assumptions",
        .array(
          assumptions.map {
            ["question": $0.question.json, "answer": .bool($0.answer)]
          })),
    ])
  }
}

extension AccessExample.Setting {
  fileprivate var text: String {
    guard let values else { return "no \(key)" }
    return values.count == 1
      ? "\(key) = \(values[0])" : "\(key) = (\(values.joined(separator: ", ")))"
  }

  fileprivate var json: JSON { values.map { .array($0.map(JSON.string)) } ?? .null }
}

extension AccessExample.Assumption {
  fileprivate var text: String {
    guard case .unknownDocument(let layer, let effect) = question.question else {
      return answer ? "\(question)" : "not \(question)"
    }
    let verb = effect == .allow ? "allow" : "deny"
    let policy = "an unknown \(layer.kind.rawValue) policy"
    return answer
      ? "\(policy) \(effect == .allow ? "allows" : "denies") it" : "\(policy) does not \(verb) it"
  }
}
