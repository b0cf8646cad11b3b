/// What AWS would answer instead of doing what it was asked: its error's name and its message, word
/// for word where they are known.
package struct AWSRefusal: Error, Hashable, Sendable {
  /// The name of the error, such as `ResourceConflictException`.
  package let code: String
  /// The API operation that answers so, such as `AddPermission`.
  package let operation: String
  /// AWS's message, in AWS's style.
  package let message: String

  package init(_ code: String, _ operation: LambdaOperation, _ message: String) {
    self.code = code
    self.operation = operation.rawValue
    self.message = message
  }
}

extension AWSRefusal: CustomStringConvertible {
  /// The sentence that the AWS CLI prints.
  package var description: String {
    "An error occurred (\(code)) when calling the \(operation) operation: \(message)"
  }
}

/// An operation of Lambda's API on resource-based policies.
package enum LambdaOperation: String, Sendable {
  case addPermission = "AddPermission"
  case removePermission = "RemovePermission"
  case getPolicy = "GetPolicy"
  case addLayerVersionPermission = "AddLayerVersionPermission"
  case removeLayerVersionPermission = "RemoveLayerVersionPermission"
  case getLayerVersionPolicy = "GetLayerVersionPolicy"
  case putResourcePolicy = "PutResourcePolicy"
  case deleteResourcePolicy = "DeleteResourcePolicy"
}
