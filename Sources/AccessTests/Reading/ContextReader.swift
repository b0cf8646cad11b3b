import JSONText

/// Reads the condition keys that a case gives.
struct ContextReader {
  let text: CaseText

  /// The keys with their values; none where the member is missing or null.
  func context(_ value: JSONValue?) throws(InvalidScenario) -> [String: [String]] {
    guard let value, !value.isNull else { return [:] }
    guard let members = value.members else {
      throw text.fault("`context` is an object of condition keys", value)
    }
    var context: [String: [String]] = [:]
    for member in members {
      context[member.key] = try texts(member.value)
    }
    return context
  }

  private func texts(_ value: JSONValue) throws(InvalidScenario) -> [String] {
    guard let elements = value.elements else { return [try scalar(value)] }
    var texts: [String] = []
    for element in elements {
      texts.append(try scalar(element))
    }
    return texts
  }

  private func scalar(_ value: JSONValue) throws(InvalidScenario) -> String {
    guard let scalar = value.scalarText else {
      throw text.fault("a context value is text, a number or a Boolean", value)
    }
    return scalar
  }
}

extension JSONValue {
  /// Text as it is, a number or a Boolean in its own spelling; else `nil`.
  var scalarText: String? {
    string ?? numberText ?? bool.map { $0 ? "true" : "false" }
  }
}
