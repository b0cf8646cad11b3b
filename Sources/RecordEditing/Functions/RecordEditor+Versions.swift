import Registry

extension RecordEditor {
  /// Adds a published version of a function with the function's present role and layers.
  ///
  /// Source: AWS Lambda API Reference, "PublishVersion".
  ///
  /// - Parameter number: the version's number; the one above all that were ever recorded where it is
  ///   `nil`. With a number, nothing is written where the version is there.
  /// - Throws: `EditError` where there is no such function.
  package func addVersion(of name: String, number: String?) throws -> EditedRecord {
    let function = try record(Function.self, named: name)
    let number = try number ?? nextNumber(of: .version, after: function.arn)
    try LambdaName.check(version: number)
    let arn = "\(function.arn):\(number)"
    if try snapshot.record(FunctionVersion.self, arn: arn) == nil {
      try writer.put(
        FunctionVersion(
          arn: arn, function: function.arn, role: function.role, layers: function.layers))
    }
    return EditedRecord(.version, arn)
  }

  /// Adds a version of a layer.
  ///
  /// Source: AWS Lambda API Reference, "PublishLayerVersion".
  ///
  /// - Parameters:
  ///   - name: the layer's name or ARN; a layer needs no record of its own.
  ///   - number: as for `addVersion`.
  package func addLayerVersion(of name: String, number: String?) throws -> EditedRecord {
    let layer = try lambdaARN(name, type: "layer", check: LambdaName.check(layer:))
    let number = try number ?? nextNumber(of: .layerVersion, after: layer)
    try LambdaName.check(version: number)
    let arn = "\(layer):\(number)"
    if try snapshot.record(LayerVersion.self, arn: arn) == nil {
      try writer.put(LayerVersion(arn: arn))
    }
    return EditedRecord(.layerVersion, arn)
  }

  /// Lambda gives no number twice, not even that of a deleted version.
  private func nextNumber(of kind: RecordKind, after arn: String) throws -> String {
    let prefix = arn + ":"
    let numbers = try snapshot.keysEverRecorded(of: kind, beginningWith: prefix)
      .compactMap { Int($0.dropFirst(prefix.count)) }
    return String((numbers.max() ?? 0) + 1)
  }
}
