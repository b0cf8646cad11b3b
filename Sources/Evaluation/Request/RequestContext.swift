/// The condition keys of a request, each present with values, known to be absent, or unknown.
///
/// A context has three parts so that what belongs to a principal and to a resource is put together
/// once. Where two parts speak of a key, the request's own word counts, then the caller's, then the
/// resource's.
///
/// Source: IAM User Guide, "AWS global condition context keys", which groups the keys likewise.
package struct RequestContext: Hashable, Sendable {
  /// The keys of the request and its network.
  package var request: ContextSection
  /// The keys of the caller and its session.
  package var caller: ContextSection
  /// The keys of the resource.
  package var resource: ContextSection
  /// Whether a key of which no part speaks is absent. Otherwise it is unknown.
  package var isComplete: Bool

  package init(
    request: ContextSection = ContextSection(),
    caller: ContextSection = ContextSection(),
    resource: ContextSection = ContextSection(),
    isComplete: Bool
  ) {
    self.request = request
    self.caller = caller
    self.resource = resource
    self.isComplete = isComplete
  }

  /// A context in which a key that is not given is absent.
  package static func complete(_ values: [String: [String]] = [:]) -> RequestContext {
    RequestContext(request: ContextSection(values), isComplete: true)
  }

  /// A context in which a key that is not given is unknown.
  package static func partial(_ values: [String: [String]] = [:]) -> RequestContext {
    RequestContext(request: ContextSection(values), isComplete: false)
  }

  /// What is known of a key. Cost: linear in the keys of the context, by comparing hashes.
  package func state(of key: ContextKey) -> ContextState {
    if let state = listedState(of: key) { return state }
    let isClosed = isComplete || caller.closes(key) || resource.closes(key) || request.closes(key)
    return isClosed ? .absent : .unknown
  }

  /// The state that a part of the context gives the key itself; `nil` where none does.
  func listedState(of key: ContextKey) -> ContextState? {
    request[key] ?? caller[key] ?? resource[key]
  }

  /// The only value of a key; `nil` where the key is absent, unknown, or has none or several.
  func singleValue(of key: ContextKey) -> ContextValue? {
    guard case .values(let values) = state(of: key), values.count == 1 else { return nil }
    return values[0]
  }
}
