/// One question to the policies: may this caller perform this action on this resource?
///
/// An API call may need several such questions, all of which must be answered with yes.
package struct AuthorizationRequest: Hashable, Sendable {
  package let caller: Caller
  package let action: ActionName
  package let resource: ResourceName
  package let context: RequestContext
  /// Whether the action takes no resource.
  package let takesNoResource: Bool
  /// The resource as policies see it.
  let policyResource: ResourceName
  /// Whether the caller's account owns the resource.
  let isWithinAccount: Truth

  /// Puts a request together.
  ///
  /// - Parameter takesNoResource: Whether the action takes no resource, so that policies see the
  ///   resource `*`. Source: Service Authorization Reference, "Resource types column".
  package init(
    caller: Caller, action: ActionName, resource: ResourceName, context: RequestContext,
    takesNoResource: Bool = false
  ) {
    self.caller = caller
    self.action = action
    self.resource = resource
    self.context = context
    self.takesNoResource = takesNoResource
    policyResource = takesNoResource ? .any : resource
    isWithinAccount = policyResource.isOwned(by: caller)
  }
}
