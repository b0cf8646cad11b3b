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

/// The condition keys that the asker gives.
package struct SuppliedContext: Sendable {
  package var values: [String: [String]]
  /// Whether every key that is neither given nor follows from principal and resource is absent.
  /// Otherwise it is unknown.
  package var isComplete: Bool

  package init(values: [String: [String]] = [:], isComplete: Bool = false) {
    self.values = values
    self.isComplete = isComplete
  }
}
