/// One question to the policies: may this caller perform this action on this resource?
///
/// An API call may need several such questions, all of which must be answered with yes.
package struct AuthorizationRequest: Hashable, Sendable {
  package var caller: Caller
  package var action: ActionName
  package var resource: ResourceName
  /// The account that owns the resource, where its ARN does not say, as with Amazon S3.
  package var resourceAccount: String?
  /// Whether the action takes no resource, so that policies see the resource `*`.
  ///
  /// Source: Service Authorization Reference: "If the resource types column is empty".
  package var isWildcardOnlyAction: Bool
  package var context: RequestContext

  package init(
    caller: Caller, action: ActionName, resource: ResourceName, context: RequestContext,
    resourceAccount: String? = nil
  ) {
    self.caller = caller
    self.action = action
    self.resource = resource
    self.context = context
    self.resourceAccount = resourceAccount
    isWildcardOnlyAction = false
  }

  /// The resource as policies see it.
  var effectiveResource: ResourceName { isWildcardOnlyAction ? .any : resource }

  /// Whether the caller's account owns the resource. A request without a resource, and a resource
  /// of AWS itself, counts as the caller's own.
  func isSameAccount(as home: Caller.AccountIdentity) -> Truth {
    if let account = resource.account ?? resourceAccount {
      return Truth(account == home.account)
    }
    return resource.belongsToNoAccount ? .true : .uncertain(.unknownResourceAccount)
  }
}
