package import PolicyLanguage

/// A question that a request leaves open and that is not taken apart further.
package enum ConditionAtom: Hashable, Sendable {
  /// Whether a condition clause holds.
  case condition(ConditionTest)
  /// Whether a resource pattern with policy variables covers the resource.
  case resource(ResourceTest)
  /// Whether the caller is whom a principal entry names: a session by its name, a user or role by
  /// its unique id, or the user behind a federated session.
  case callerIs(CallerTest)
  /// Whether a document that is missing or not valid allows, or denies, the request.
  case unknownDocument(LayerReference, Effect)
}

/// Whether a resource pattern covers a resource.
package struct ResourceTest: Hashable, Sendable {
  let pattern: ResourcePattern
  let resource: ResourceName
  /// Whether the pattern stands in `NotResource`.
  let isNegated: Bool
}

/// Whether a principal entry names the caller.
package struct CallerTest: Hashable, Sendable {
  let entry: CompiledPrincipal
  /// Whether a complete request answers: one of a federated session does not tell the user behind
  /// it.
  let isAnsweredByRequest: Bool
}

extension ConditionAtom {
  /// The answer for a request that says more; `nil` where it is still open.
  func evaluate(for request: AuthorizationRequest) -> Truth? {
    switch self {
    case .condition(let test): test.evaluate(for: request)
    case .resource(let test):
      test.pattern.matches(test.resource, in: request.context, isNegated: test.isNegated)
    case .callerIs(let test): PrincipalMatch(test.entry, request).truth
    case .unknownDocument: nil
    }
  }

  /// The rule that a concrete answer names while the question is open.
  var openRule: UncertainRules {
    switch self {
    case .condition, .resource: .unknownKey
    case .callerIs: .unknownCaller
    case .unknownDocument: .unknownDocument
    }
  }

  /// Whether every complete request answers the question with a plain yes or no.
  var isAlwaysCertain: Bool {
    switch self {
    case .condition(let test): test.condition.isAlwaysCertain
    case .callerIs(let test): test.isAnsweredByRequest
    case .resource, .unknownDocument: false
    }
  }

  /// The condition keys on which the answer hangs, those of policy variables included.
  var keys: [ContextKey] {
    switch self {
    case .condition(let test): test.condition.keys
    case .resource(let test): test.pattern.template.keys
    case .callerIs(let test): test.keys
    case .unknownDocument: []
    }
  }
}

extension CallerTest {
  fileprivate var keys: [ContextKey] {
    if case .uniqueID = entry { [.userID] } else { [] }
  }
}

extension CompiledCondition {
  fileprivate var keys: [ContextKey] {
    [key] + values.flatMap { $0.template?.keys ?? [] }
  }

  /// Under a positive set operator no answer is in doubt, if no value is of a form in doubt. Of
  /// `Null` none is, but on the keys of which nobody knows whether a service's calls have them.
  fileprivate var isAlwaysCertain: Bool {
    if `operator`.comparison == .null { return doubt != .principal || truthWithoutKey != nil }
    guard `operator`.quantifier != .none, !`operator`.comparison.isNegated, doubt == .none,
      !(`operator`.quantifier == .forAnyValue && `operator`.ifExists)
    else { return false }
    return values.allSatisfy { value in
      switch value {
      case .literal, .number, .flag, .binary, .invalid: true
      case .pattern(let template): template.constant != nil
      case .arn(let pattern): pattern.template.constant != nil
      case .text, .caselessText, .date, .addresses: false
      }
    }
  }
}
