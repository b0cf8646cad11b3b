import Registry

/// The ARN of a layer's version: `arn:…:layer:NAME:NUMBER`.
///
/// Source: AWS Lambda API Reference, the pattern of `LayerVersionArn`.
package struct LayerVersionARN: Hashable, Sendable {
  /// The ARN of the layer.
  package let layer: String
  /// The number of the version.
  package let version: String

  /// Cuts an ARN before the version.
  ///
  /// - Throws: `EditError` or `InvalidIdentifier` for what is not a layer version's ARN.
  package init(arn: String) throws {
    let identity = try ResourceIdentity(arn: arn)
    let parts = identity.name.split(separator: ":", omittingEmptySubsequences: false)
    guard identity.service == "lambda", identity.type == "layer", parts.count == 2 else {
      throw EditError(
        .invalidParameterValue, "`\(arn)` is not the ARN of a layer version",
        hint: "it ends in `:layer:NAME:NUMBER`")
    }
    version = String(parts[1])
    try LambdaName.check(layer: String(parts[0]))
    try LambdaName.check(version: version)
    layer = String(arn.dropLast(version.count + 1))
  }
}
