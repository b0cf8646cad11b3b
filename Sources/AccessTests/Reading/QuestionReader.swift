import JSONText

/// Reads the cases that ask the registry.
struct QuestionReader {
  let text: CaseText

  /// A case about one principal.
  func access(
    _ value: JSONValue, expected: JSONValue?
  ) throws(InvalidScenario) -> AccessCase {
    let question = try question(value)
    guard let principal = value["principal"] else {
      throw text.fault("a question needs a `principal`", value)
    }
    return AccessCase(
      question: question, principal: try self.principal(principal),
      expected: try expectation(expected))
  }

  /// A case about everyone.
  func principals(
    _ value: JSONValue, expected: JSONValue?
  ) throws(InvalidScenario) -> PrincipalsCase {
    let question = try question(value)
    guard let expected, !expected.isNull else {
      return PrincipalsCase(question: question, expected: nil)
    }
    guard let elements = expected.elements else {
      throw text.fault("`expected` of a `whoCan` is a list of principals", expected)
    }
    var principals: [PrincipalsCase.ExpectedPrincipal] = []
    for element in elements {
      principals.append(
        .init(
          principal: try principal(element), passage: Passage(value: element, text: text)))
    }
    return PrincipalsCase(question: question, expected: principals)
  }

  private func question(_ value: JSONValue) throws(InvalidScenario) -> WrittenQuestion {
    guard value.kind == .object else { throw text.fault("a question is an object", value) }
    guard let action = value["action"]?.string else {
      throw text.fault("a question needs an `action`", value)
    }
    return WrittenQuestion(
      passage: Passage(value: value, text: text), action: action,
      resource: try optionalText(value["resource"], "resource"),
      resourceAccount: try optionalText(value["resourceAccount"], "resourceAccount"),
      context: try ContextReader(text: text).context(value["context"]),
      isComplete: try flag(value["completeContext"], "completeContext") ?? true)
  }

  private func optionalText(
    _ value: JSONValue?, _ member: String
  ) throws(InvalidScenario) -> String? {
    guard let value, !value.isNull else { return nil }
    guard let scalar = value.string ?? value.numberText else {
      throw text.fault("`\(member)` is text", value)
    }
    return scalar
  }

  private func flag(_ value: JSONValue?, _ member: String) throws(InvalidScenario) -> Bool? {
    guard let value, !value.isNull else { return nil }
    guard let flag = value.bool else { throw text.fault("`\(member)` is true or false", value) }
    return flag
  }

  private func principal(_ value: JSONValue) throws(InvalidScenario) -> WrittenPrincipal {
    // An account's id may stand there as a number.
    if let name = value.string ?? value.numberText {
      return name == "anonymous" ? .anonymous : .name(name)
    }
    if let service = value["Service"]?.string { return .service(service) }
    if let provider = value["Federated"]?.string { return .identityProvider(provider) }
    if value["Anonymous"]?.bool == true { return .anonymous }
    throw text.fault("expected a name, a `Service`, a `Federated` or `anonymous`", value)
  }

  private func expectation(_ value: JSONValue?) throws(InvalidScenario) -> Expectation? {
    guard let value, !value.isNull else { return nil }
    guard let expectation = value.string.flatMap(Expectation.init(rawValue:)) else {
      let names = Expectation.allCases.map(\.rawValue).joined(separator: ", ")
      throw text.fault("`expected` is one of \(names)", value)
    }
    return expectation
  }
}
