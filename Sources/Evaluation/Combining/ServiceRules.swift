import PolicyLanguage

/// What single services and actions have of their own in the decision.
enum ServiceRules {
  /// Allowed to every caller, also against an explicit Deny.
  ///
  /// Source: AWS STS API Reference, "GetCallerIdentity".
  static let alwaysAllowed: ActionName = "sts:GetCallerIdentity"

  /// Needs no Allow from a user or the root user. Whether a Deny counts is open: one page says that
  /// policies cannot control it, and AWS's sample policies exempt it from a Deny on purpose.
  ///
  /// Source: IAM User Guide, "Permissions for GetSessionToken".
  static let needsNoAllow: ActionName = "sts:GetSessionToken"

  /// Out of reach for resource control policies.
  ///
  /// Source: AWS Organizations User Guide, "Resources and entities not restricted by RCPs".
  static let retireGrant: ActionName = "kms:RetireGrant"

  /// The service prefix of AWS KMS.
  private static let keyManagement = ActionName("kms:").serviceHash

  private static let roleActions: [ActionName] = [
    "sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity",
  ]

  /// Whether the resource's own policy must allow the request in any case: a KMS key, or a role
  /// that is to be assumed.
  ///
  /// Source: AWS KMS Developer Guide, "Key policies in AWS KMS"; AWS STS API Reference,
  /// "AssumeRole".
  static func isAnchoredInResourcePolicy(_ request: AuthorizationRequest) -> Bool {
    if request.action.serviceHash == keyManagement { return request.resource.hasType("key/") }
    return roleActions.contains(request.action)
  }

  /// Whether the caller is a service-linked role, which the organization's policies do not bind;
  /// `nil` where that is not known. A session's ARN lacks the path that tells; `aws:PrincipalArn`
  /// has it.
  ///
  /// Source: IAM User Guide, "IAM roles", terms "service-linked role".
  static func isServiceLinkedRole(_ request: AuthorizationRequest) -> Bool? {
    let role: Caller.RoleIdentity
    switch request.caller {
    case .role(let identity), .roleSession(let identity, _): role = identity
    default: return false
    }
    if let isServiceLinked = role.isServiceLinked { return isServiceLinked }
    return serviceLinkedRoleARN.evaluate(in: request.context).map(\.isTrue)
  }

  /// The clause that the ARN of the caller is that of a service-linked role.
  static let serviceLinkedRoleARN = CompiledCondition(
    ConditionClause(
      ConditionOperator(.arnLike), key: "aws:PrincipalArn",
      values: ["arn:*:iam::*:role/aws-service-role/*"]), processesVariables: false)

  /// Whether service control policies apply to the caller, service-linked roles aside: to users,
  /// roles and root users of member accounts.
  ///
  /// Source: AWS Organizations User Guide, "Service control policies (SCPs)".
  static func serviceControlApplies(_ request: AuthorizationRequest, _ layers: PolicyLayers) -> Bool
  {
    !layers.serviceControl.isEmpty && request.caller.hasAccount
      && !layers.exemptions.contains(.callerInManagementAccount)
  }

  /// Whether resource control policies apply to the request, service-linked roles aside: to every
  /// caller, on resources of member accounts in supported services.
  ///
  /// Source: AWS Organizations User Guide, "Resource control policies (RCPs)".
  static func resourceControlApplies(
    _ request: AuthorizationRequest, _ layers: PolicyLayers
  ) -> Bool {
    !layers.resourceControl.isEmpty && ResourceControlServices.restrict(request.action)
      && layers.exemptions.isDisjoint(with: [
        .resourceInManagementAccount, .resourceIsAWSManagedKey,
      ])
  }
}
