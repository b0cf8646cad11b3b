/// Something that a request leaves open.
enum Unknown: Hashable {
  case key(ContextKey)
  /// The name of the session of a role.
  case session
  /// A question that no context answers, such as what a missing document says.
  case fact(ConditionAtom)
}

/// What is assumed of one unknown.
enum Choice: Hashable {
  case state(ContextState)
  case sessionName(String)
  case answer(Bool)
}

/// Assumptions on some unknowns.
struct Assignment {
  private(set) var choices: [Unknown: Choice] = [:]

  /// What is assumed of an unknown; `nil` where nothing is.
  subscript(unknown: Unknown) -> Choice? {
    get { choices[unknown] }
    set { choices[unknown] = newValue }
  }

  /// Both assumptions together. They must not speak of the same unknowns.
  func merged(with other: Assignment) -> Assignment {
    var merged = self
    for (unknown, choice) in other.choices { merged[unknown] = choice }
    return merged
  }

  /// The request under the assumptions.
  ///
  /// - Parameter isComplete: Whether what nobody assumes anything of is absent.
  func request(from base: AuthorizationRequest, isComplete: Bool) -> AuthorizationRequest {
    var context = base.context
    var caller = base.caller
    for (unknown, choice) in choices {
      switch (unknown, choice) {
      case (.key(let key), .state(let state)): context.request[key] = state
      case (.session, .sessionName(let name)):
        if case .role(let role) = base.caller { caller = .roleSession(role, name: name) }
      default: break
      }
    }
    context.isComplete = context.isComplete || isComplete
    return AuthorizationRequest(
      caller: caller, action: base.action, resource: base.resource, context: context,
      takesNoResource: base.takesNoResource)
  }

  /// The answers assumed to questions that no context answers.
  var facts: [ConditionAtom: Bool] {
    var facts: [ConditionAtom: Bool] = [:]
    for (unknown, choice) in choices {
      if case .fact(let atom) = unknown, case .answer(let answer) = choice { facts[atom] = answer }
    }
    return facts
  }
}

extension ConditionAtom {
  /// What the answer hangs on in a request: its unknown keys, the session's name, or itself.
  func unknowns(in request: AuthorizationRequest) -> [Unknown] {
    switch self {
    case .unknownDocument: return [.fact(self)]
    case .callerIs(let test):
      if case .session = test.entry { return [.session] }
      if case .federatedUser = request.caller { return [.fact(self)] }
    case .condition, .resource: break
    }
    return keys.filter { request.context.state(of: $0) == .unknown }.map(Unknown.key)
  }
}
