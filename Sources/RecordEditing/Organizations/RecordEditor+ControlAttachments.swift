import Registry

extension RecordEditor {
  /// Attaches a control policy to a root, unit or account; nothing where it is attached.
  ///
  /// Sources: AWS Organizations API Reference, "AttachPolicy"; AWS Organizations User Guide,
  /// "Quotas": five of a type.
  ///
  /// - Throws: `EditError` where Organizations would refuse it.
  package func attachControlPolicy(_ name: String, to target: String) throws -> EditedRecord {
    let policy = try controlPolicy(name)
    try checkTarget(target)
    let attachment = ControlPolicyAttachment(target: target, policy: policy.arn)
    let result = EditedRecord(.controlPolicyAttachment, target, policy.arn)
    let attached = try controlPolicies(on: target, type: policy.type)
    guard !attached.contains(policy.arn) else { return result }
    guard attached.count < Self.controlPolicyLimit else {
      throw EditError(
        .constraintViolation,
        "`\(target)` has \(attached.count) policies of the type \(policy.type.rawValue), and may "
          + "have \(Self.controlPolicyLimit)",
        hint: "detach one:" + Self.list(attached))
    }
    try writer.put(attachment)
    return result
  }

  /// Detaches a control policy from a root, unit or account.
  ///
  /// Source: AWS Organizations API Reference, "DetachPolicy": of service control policies one stays.
  ///
  /// - Parameter isOptional: whether a policy that is not attached is no fault.
  /// - Throws: `EditError` where it is not attached, and for the last service control policy.
  package func detachControlPolicy(
    _ name: String, from target: String, isOptional: Bool
  ) throws -> EditedRecord {
    let policy = try controlPolicy(name)
    try checkTarget(target)
    let attached = try controlPolicies(on: target, type: policy.type)
    let result = EditedRecord(.controlPolicyAttachment, target, policy.arn)
    guard attached.contains(policy.arn) else {
      if isOptional { return result }
      throw EditError(
        .policyNotAttached, "`\(policy.arn)` is not attached to `\(target)`",
        hint: attached.isEmpty ? nil : "it has:" + Self.list(attached))
    }
    guard policy.type != .serviceControl || attached.count > 1 else {
      throw EditError(
        .constraintViolation, "`\(policy.arn)` is the last service control policy of `\(target)`",
        hint: "attach another one first")
    }
    try writer.remove(
      .controlPolicyAttachment,
      key: ControlPolicyAttachment(target: target, policy: policy.arn).key)
    return result
  }

  static let controlPolicyLimit = 5

  /// The control policy of an ARN, of an id or of a name.
  func controlPolicy(_ name: String) throws -> ControlPolicy {
    let found = try snapshot.records(ControlPolicy.self)
      .filter { $0.arn == name || $0.name == name || $0.arn.hasSuffix("/\(name)") }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw NameError.ambiguous(name, candidates: found.map(\.arn)) }
    throw EditError(
      .policyNotFound, "there is no control policy `\(name)` in the registry",
      hint: "`permreg list control-policy` lists them")
  }

  private func controlPolicies(on target: String, type: ControlPolicyType) throws -> [String] {
    try snapshot.records(ControlPolicyAttachment.self, whose: "target", is: target)
      .map(\.policy)
      .filter { try snapshot.record(ControlPolicy.self, arn: $0)?.type == type }
  }

  private func checkTarget(_ id: String) throws {
    let isKnown =
      try !snapshot.records(OrganizationalUnit.self, whose: "unit", is: id).isEmpty
      || !snapshot.records(Account.self, whose: "account", is: id).isEmpty
    guard isKnown else {
      throw EditError(
        .targetNotFound, "there is no root, unit or account `\(id)` in the registry",
        hint: "`permreg list organizational-unit` and `permreg list account` list them")
    }
  }
}
