package import Evaluation

/// What is asked: an action on a resource, in a request of which some keys may be known.
package struct AccessQuestion: Sendable {
  /// The full name, such as `lambda:InvokeFunction`.
  package let action: String
  /// The ARN, or `*`.
  package let resource: String
  /// The account that owns the resource, where its ARN does not tell.
  package let resourceAccount: String?
  /// Whether the action takes no resource, so that policies see `*`.
  package let takesNoResource: Bool
  package let context: SuppliedContext
  /// What else the request names, where that takes permissions of its own.
  package var parameters = RequestParameters()

  package init(
    action: String, resource: String, resourceAccount: String? = nil,
    takesNoResource: Bool = false, context: SuppliedContext = SuppliedContext()
  ) {
    self.action = action
    self.resource = resource
    self.resourceAccount = resourceAccount
    self.takesNoResource = takesNoResource
    self.context = context
  }
}

/// The condition keys that the asker gives. They count before what the registry knows.
package struct SuppliedContext: Sendable {
  /// Keys with their values; a key without values is absent.
  package var values: [String: [String]]
  /// Whether every key that is neither given nor follows from principal and resource is absent.
  /// Otherwise it is unknown.
  package var isComplete: Bool
  /// When the request is made; `nil` where that is open.
  package var time: RequestTime?

  package init(
    values: [String: [String]] = [:], isComplete: Bool = false, time: RequestTime? = nil
  ) {
    self.values = values
    self.isComplete = isComplete
    self.time = time
  }
}

extension SuppliedContext {
  /// The only value that was given for a key, whatever its case; `nil` where there is none.
  func value(of key: ContextKey) -> String? {
    let given = values.first { ContextKey($0.key) == key }?.value
    return given?.count == 1 ? given?.first : nil
  }
}
