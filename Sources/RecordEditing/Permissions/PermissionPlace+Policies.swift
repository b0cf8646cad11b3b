import Registry

/// The policies as `GetPolicy` and `GetLayerVersionPolicy` show them.
extension PermissionPlace {
  /// The policy of a function, version or alias.
  ///
  /// Source: AWS Lambda API Reference, "GetPolicy".
  package func policy(ofFunction function: String, qualifier: String?) throws -> CarriedPolicy {
    let operation = LambdaOperation.getPolicy
    var check = ParameterCheck()
    let read = check.function(function, qualifier: qualifier)
    let name = try check.finish(operation, with: read)
    let arn = try target(name, qualifier: qualifier, operation).arn
    guard let policy = try CarriedPolicy(of: arn, in: snapshot) else {
      throw AWSRefusal(
        "ResourceNotFoundException", operation, "The resource you requested does not exist.")
    }
    return policy
  }

  /// The policy of a layer version.
  ///
  /// Source: AWS Lambda API Reference, "GetLayerVersionPolicy".
  package func policy(of layer: LayerVersionName) throws -> CarriedPolicy {
    let operation = LambdaOperation.getLayerVersionPolicy
    var check = ParameterCheck()
    layer.check(&check)
    try check.finish(operation)
    let arn = try layer.arn(in: self, operation)
    guard let policy = try CarriedPolicy(of: arn, in: snapshot) else {
      throw AWSRefusal(
        "ResourceNotFoundException", operation, "No policy is associated with the given resource.")
    }
    return policy
  }
}
