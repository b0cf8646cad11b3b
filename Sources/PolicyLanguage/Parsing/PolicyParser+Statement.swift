import JSONText

extension PolicyParser {
  /// Reads one statement; `nil` where so much is missing that there is none.
  mutating func readStatement(_ value: JSONValue) -> Statement? {
    guard let elements = readElements(of: value, StatementElement.self, in: "a statement") else {
      return nil
    }
    let sid = elements[.sid].flatMap { readString($0.value, of: $0.key) }
    let effect = readEffect(elements[.effect], of: value)
    let principal = readPair(elements, .principal, .notPrincipal).flatMap {
      self.readPrincipal($0.value, isNegated: $1)
    }
    let action = readPair(elements, .action, .notAction).map {
      ActionElement(readList($0), isNegated: $1)
    }
    let resource = readPair(elements, .resource, .notResource).map {
      ResourceElement(readList($0), isNegated: $1)
    }
    let conditions = elements[.condition].map { readConditions($0.value) } ?? []
    if action == nil, elements[.action] == nil { diagnostics.append(.missingAction(at: value)) }
    guard let effect, let action else { return nil }
    let statement = Statement(
      sid: sid, effect: effect, principal: principal, action: action, resource: resource,
      conditions: conditions, position: value.position)
    checkDialect(of: statement, elements, at: value)
    return statement
  }

  private mutating func readEffect(_ member: JSONMember?, of statement: JSONValue) -> Effect? {
    guard let member else {
      diagnostics.append(.missingEffect(at: statement))
      return nil
    }
    guard let text = readString(member.value, of: member.key) else { return nil }
    if let effect = Effect(rawValue: text) { return effect }
    diagnostics.append(.invalidEffect(text, at: member.value))
    return nil
  }

  /// The one of two elements that a statement has, and whether it is the second, which negates.
  private mutating func readPair(
    _ elements: [StatementElement: JSONMember], _ plain: StatementElement,
    _ negated: StatementElement
  ) -> (JSONMember, Bool)? {
    switch (elements[plain], elements[negated]) {
    case (let member?, nil): return (member, false)
    case (nil, let member?): return (member, true)
    case (nil, nil): return nil
    case (let first?, let second?):
      diagnostics.append(.unsupportedCombination(first, second))
      return nil
    }
  }

  /// The texts of an action or resource element.
  private mutating func readList(_ member: JSONMember) -> [String] {
    let texts = readStrings(member.value, of: member.key)
    if member.value.isEmptyArray { diagnostics.append(.emptyArray(member)) }
    return texts
  }
}

extension JSONValue {
  /// Whether this is an array without elements.
  var isEmptyArray: Bool {
    var elements = elements
    return elements != nil && elements?.next() == nil
  }
}

extension Diagnostic {
  fileprivate static func missingEffect(at statement: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-effect", "the statement has no `Effect`", position: statement.position)
  }

  fileprivate static func invalidEffect(_ text: String, at value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "invalid-effect", "`\(text)` is no effect", position: value.position
    ).with(help: "the effects are `Allow` and `Deny`, spelt like this")
  }

  fileprivate static func missingAction(at statement: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "missing-action", "the statement has neither `Action` nor `NotAction`",
      position: statement.position)
  }

  fileprivate static func unsupportedCombination(
    _ first: JSONMember, _ second: JSONMember
  ) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-element-combination",
      "a statement cannot have both `\(first.key)` and `\(second.key)`",
      position: max(first.keyPosition, second.keyPosition))
  }

  /// A list without entries, which AWS stores. Of `NotAction` and its like, AWS does not document
  /// what that covers.
  static func emptyArray(_ member: JSONMember) -> Diagnostic {
    let name = member.key
    guard name.hasPrefix("Not") else {
      return Diagnostic(
        .suggestion, "empty-array-\(name.lowercased())",
        "`\(name)` is empty, so the statement has no effect", position: member.value.position)
    }
    return Diagnostic(
      .warning, "empty-array-not-\(name.dropFirst(3).lowercased())",
      "`\(name)` is empty, and AWS does not document what that covers",
      position: member.value.position
    ).with(note: "decisions that rest on it are uncertain (U16)")
  }
}
