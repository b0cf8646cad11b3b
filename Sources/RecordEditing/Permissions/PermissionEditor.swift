import JSONText
import PolicyLanguage
package import Registry

/// Adds permissions to the policies of functions and layer versions, and removes them, as Lambda does.
///
/// Every change gives the policy a new `RevisionId`. Refusals are `AWSRefusal`; a name that the
/// registry cannot tell is a `NameError`.
package struct PermissionEditor {
  private let writer: RevisionWriter
  private let place: PermissionPlace

  /// An editor inside a revision; `place` reads the registry as it was before.
  package init(_ writer: RevisionWriter, in place: PermissionPlace) {
    self.writer = writer
    self.place = place
  }

  // MARK: Functions

  /// Adds a permission to the policy of a function, version or alias.
  ///
  /// - Parameter revisionID: the `RevisionId` that the policy must have.
  /// - Returns: the statement's text and the policy's new `RevisionId`.
  package func add(
    _ permission: FunctionPermission, to function: String, qualifier: String?, revisionID: String?
  ) throws -> StoredStatement {
    let operation = LambdaOperation.addPermission
    var check = ParameterCheck()
    let read = check.function(function, qualifier: qualifier)
    permission.check(&check)
    let name = try check.finish(operation, with: read)
    let target = try place.target(name, qualifier: qualifier, operation)
    if target.qualifier?.isLatest == true {
      throw AWSRefusal(
        "InvalidParameterValueException", operation,
        "We currently do not support adding policies for \(target.qualifier ?? "").")
    }
    try permission.checkCombination()
    try target.checkExistence(in: place.snapshot, operation, missing: "Function not found")
    let partition = ARN(target.arn).map { String($0.partition) } ?? "aws"
    guard let principal = GrantedPrincipal(permission.principal, partition: partition),
      try !principal.isMissing(in: place.snapshot)
    else {
      throw AWSRefusal(
        "InvalidParameterValueException", operation,
        "The provided principal was invalid. Please check the principal and try again.")
    }
    let statement = permission.statement(on: target.arn, principal)
    let change = PolicyChange(target.arn, operation, expected: revisionID)
    return try append(statement, permission.statementID, change)
  }

  /// Removes a statement from the policy of a function, version or alias.
  package func removePermission(
    _ statementID: String, from function: String, qualifier: String?, revisionID: String?
  ) throws {
    let operation = LambdaOperation.removePermission
    var check = ParameterCheck()
    let read = check.function(function, qualifier: qualifier)
    check.removedStatementID(statementID)
    let name = try check.finish(operation, with: read)
    let target = try place.target(name, qualifier: qualifier, operation)
    try target.checkExistence(in: place.snapshot, operation, missing: "No policy found for")
    try remove(statementID, PolicyChange(target.arn, operation, expected: revisionID))
  }

  // MARK: Layer versions

  /// Adds a permission to the policy of a layer version.
  package func add(
    _ permission: LayerPermission, to layer: LayerVersionName, revisionID: String?
  ) throws -> StoredStatement {
    let operation = LambdaOperation.addLayerVersionPermission
    var check = ParameterCheck()
    layer.check(&check)
    permission.check(&check)
    try check.finish(operation)
    let arn = try layer.arn(in: place, operation)
    let change = PolicyChange(arn, operation, expected: revisionID)
    return try append(permission.statement(on: arn), permission.statementID, change)
  }

  /// Removes a statement from the policy of a layer version.
  package func removePermission(
    _ statementID: String, from layer: LayerVersionName, revisionID: String?
  ) throws {
    let operation = LambdaOperation.removeLayerVersionPermission
    var check = ParameterCheck()
    layer.check(&check)
    check.statementID(statementID)
    try check.finish(operation)
    let arn = try layer.arn(in: place, operation)
    try remove(statementID, PolicyChange(arn, operation, expected: revisionID))
  }

  // MARK: Statements

  private func append(
    _ statement: JSON, _ statementID: String, _ change: PolicyChange
  ) throws -> StoredStatement {
    let earlier = try CarriedPolicy(of: change.resource, in: place.snapshot)
    try change.checkRevision(of: earlier)
    try earlier?.checkEditable(change.resource)
    let statements = earlier?.statements ?? []
    guard !statements.contains(where: { $0.sid == statementID }) else {
      throw AWSRefusal(
        "ResourceConflictException", change.operation,
        "The statement id (\(statementID)) provided already exists. "
          + "Please provide a new statement id, or remove the existing statement.")
    }
    let text = CarriedPolicy.text(
      of: earlier, statements: statements.map(\.statement) + [statement])
    return StoredStatement(text: statement.text(), revisionID: try put(text, change))
  }

  private func remove(_ statementID: String, _ change: PolicyChange) throws {
    guard let earlier = try CarriedPolicy(of: change.resource, in: place.snapshot) else {
      throw AWSRefusal(
        "ResourceNotFoundException", change.operation,
        "No policy is associated with the given resource.")
    }
    try earlier.checkEditable(change.resource)
    let statements = earlier.statements
    let rest = statements.filter { $0.sid != statementID }
    guard rest.count < statements.count else {
      throw AWSRefusal(
        "ResourceNotFoundException", change.operation,
        "Statement \(statementID) is not found in resource policy.")
    }
    try change.checkRevision(of: earlier)
    if rest.isEmpty {
      try writer.remove(.resourcePolicy, key: change.resource)
    } else {
      _ = try put(CarriedPolicy.text(of: earlier, statements: rest.map(\.statement)), change)
    }
  }

  private func put(_ text: String, _ change: PolicyChange) throws -> String {
    let bytes = Array(text.utf8)
    guard bytes.count <= CarriedPolicy.sizeLimit else {
      throw AWSRefusal(
        "PolicyLengthExceededException", change.operation,
        "The final policy size (\(bytes.count)) is bigger than the limit "
          + "(\(CarriedPolicy.sizeLimit)).")
    }
    let document = try writer.document(JSONDocument(parsing: bytes).root, as: .resource)
    let revisionID = RevisionID.random()
    try writer.put(
      ResourcePolicy(
        resource: change.resource, document: document.digest, awsRevisionID: revisionID))
    return revisionID
  }
}

/// A statement as it was stored.
package struct StoredStatement: Hashable, Sendable {
  /// The statement's text.
  package let text: String
  /// The `RevisionId` of the policy that it stands in.
  package let revisionID: String
}

/// One change of one policy.
struct PolicyChange {
  let resource: String
  let operation: LambdaOperation
  private let expected: String?

  /// - Parameter expected: the `RevisionId` that the policy must have, if any.
  init(_ resource: String, _ operation: LambdaOperation, expected: String?) {
    self.resource = resource
    self.operation = operation
    self.expected = expected
  }

  /// Refuses the change of a policy that is not in the expected revision. A resource that carries no
  /// policy is in none.
  func checkRevision(of policy: CarriedPolicy?) throws(AWSRefusal) {
    guard let expected, expected != policy?.revisionID else { return }
    let isLayer = ARN(resource)?.resource.hasPrefix("layer:") == true
    throw AWSRefusal(
      "PreconditionFailedException", operation,
      "The Revision Id provided does not match the latest Revision Id. "
        + "Call the \(isLayer ? "GetLayerPolicy" : "GetPolicy") API to retrieve the latest Revision Id"
    )
  }
}
