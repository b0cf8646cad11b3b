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
}
