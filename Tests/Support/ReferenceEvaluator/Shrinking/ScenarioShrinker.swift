/// Makes a failing scenario small.
package enum ScenarioShrinker {
  /// A scenario in which nothing more can be left out: layers, documents, statements, conditions,
  /// list elements, context keys. Lists of one become that one where the notation allows it.
  ///
  /// It costs an evaluation of `fails` for each part, for each pass until nothing changes.
  ///
  /// - Parameter fails: Whether a scenario still shows the failure. One for which it throws, such
  ///   as one that is no longer valid, does not count.
  package static func shrink(
    _ scenario: Scenario, while fails: (Scenario) throws -> Bool
  ) -> Scenario {
    var current = scenario
    while true {
      let value = reduced(current.value) { candidate in
        (try? fails(Scenario(candidate))) ?? false
      }
      guard value.text != current.value.text else { return current }
      current = Scenario(value)
    }
  }

  /// `value` without what can be spared; `stillFails` tells for a replacement of `value`.
  private static func reduced(
    _ value: JSONValue, _ stillFails: (JSONValue) -> Bool
  ) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: return value
    case .array(let elements):
      let replace = { (_: JSONValue, value: JSONValue) in value }
      let kept = reduced(elements, \.self, replace) { stillFails(.array($0)) }
      return kept.count == 1 && stillFails(kept[0]) ? kept[0] : .array(kept)
    case .object(let members):
      let replace = { (member: JSONValue.Member, value: JSONValue) in
        JSONValue.Member(member.name, value)
      }
      return .object(reduced(members, \.value, replace) { stillFails(.object($0)) })
    }
  }

  /// The parts that cannot be spared, each reduced in turn, from the last to the first.
  private static func reduced<Part>(
    _ parts: [Part], _ value: (Part) -> JSONValue, _ replace: (Part, JSONValue) -> Part,
    _ stillFails: ([Part]) -> Bool
  ) -> [Part] {
    var kept = parts
    for index in parts.indices.reversed() {
      var without = kept
      without.remove(at: index)
      if stillFails(without) {
        kept = without
        continue
      }
      let smaller = reduced(value(kept[index])) { candidate in
        var changed = kept
        changed[index] = replace(kept[index], candidate)
        return stillFails(changed)
      }
      kept[index] = replace(kept[index], smaller)
    }
    return kept
  }
}
