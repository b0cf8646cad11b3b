import JSONText

/// The values of one condition key are of one JSON type, and `Bool` compares with one value.
///
/// Source: IAM User Guide, "IAM Access Analyzer policy check reference".
enum ConditionValuesRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    policy.conditions.flatMap { known, member in
      let values = member.value.oneOrMany
      var found: [Diagnostic] = []
      if let odd = values.first(where: { $0.kind != values[0].kind }) {
        found.append(.mixedTypes(member.key, values[0], odd))
      }
      if known.comparison == .bool, values.count > 1 {
        found.append(.multipleBooleans(member.key, values[1]))
      }
      return found
    }
  }
}

extension Diagnostic {
  fileprivate static func mixedTypes(
    _ key: String, _ first: JSONValue, _ odd: JSONValue
  ) -> Diagnostic {
    Diagnostic(
      .error, "invalid-condition-data-type",
      "the values of `\(key)` mix \(first.kind) and \(odd.kind)", position: odd.position)
  }

  fileprivate static func multipleBooleans(_ key: String, _ second: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "invalid-condition-multiple-boolean", "`Bool` compares `\(key)` with one value only",
      position: second.position)
  }
}
