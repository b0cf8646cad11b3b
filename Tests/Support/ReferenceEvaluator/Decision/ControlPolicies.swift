// C.5 and C.6: whom service and resource control policies bind.

extension Evaluation {
  /// C5.3, C5.4: users, roles, sessions and root users; a management account has no levels here.
  var serviceControlBinds: Bool {
    guard request.caller.hasAccount else {
      cite(.controlPolicyNotBindingOutsider, if: !layers.serviceControl.isEmpty)
      return false
    }
    cite(
      .controlPolicyNotBindingLinkedRole,
      if: isServiceLinkedRole && !layers.serviceControl.isEmpty)
    return !isServiceLinkedRole
  }

  /// C5.5: the role's path tells; a session's ARN lacks it, so the context must.
  var isServiceLinkedRole: Bool {
    let arns = (request.values(of: "aws:PrincipalArn") ?? []) + [request.caller.name]
    return arns.contains { $0.containsText(":role/aws-service-role/") }
  }

  /// C6.2 to C6.4: every caller but service-linked roles, for services that are on the list.
  func resourceControlBinds() -> Truth {
    if isServiceLinkedRole {
      cite(.resourceControlNotBindingLinkedRole)
      return .certain(false)
    }
    if isAction("kms:RetireGrant") {
      cite(.resourceControlNotBindingRetireGrant)
      return .certain(false)
    }
    let service = request.action.parts(":")[0]
    let isOne = { (names: [String]) in names.contains { service.isSameTextIgnoringCase(as: $0) } }
    if isOne(["lambda", "iam"]) {
      cite(.resourceControlOffList)
      return .certain(false)
    }
    let listed = [
      "s3", "sts", "kms", "sqs", "secretsmanager", "dynamodb", "ecr", "logs", "cognito-identity",
      "cognito-idp", "aoss",
    ]
    if isOne(listed) { return .certain(true) }
    // About fifty more are on AWS's list, which changes.
    return open(.resourceControlService, reading: nil)
  }
}
