import JSONText
import Registry

extension RecordEditor {
  /// Adds an alias of a function; nothing where it is there as described.
  ///
  /// Source: AWS Lambda API Reference, "CreateAlias"; Lambda Developer Guide, "Implement Lambda
  /// canary deployments using a weighted alias".
  ///
  /// - Parameters:
  ///   - version: the version that it points at, or `$LATEST`.
  ///   - routing: at most one further version, with its share of the calls as a decimal number.
  /// - Throws: `EditError` where Lambda would refuse it.
  package func addAlias(
    _ name: String, of functionName: String, version: String,
    routing: [(version: String, weight: String)]
  ) throws -> EditedRecord {
    try LambdaName.check(alias: name)
    let function = try record(Function.self, named: functionName)
    try checkVersion(version, of: function.arn)
    try check(routing, besides: version, of: function.arn)
    let weights = routing.map { JSON.Member($0.version, .number($0.weight)) }
    let arn = "\(function.arn):\(name)"
    let alias = Alias(
      arn: arn, function: function.arn, version: version, routing: JSON.object(weights).text())
    if let existing = try snapshot.record(Alias.self, arn: arn) {
      guard existing == alias else { throw Self.differs(.alias, arn) }
      return EditedRecord(.alias, arn)
    }
    try writer.put(alias)
    return EditedRecord(.alias, arn)
  }

  private func check(
    _ routing: [(version: String, weight: String)], besides version: String, of function: String
  ) throws {
    guard let entry = routing.first else { return }
    guard routing.count == 1, version != "$LATEST", entry.version != "$LATEST",
      entry.version != version
    else {
      throw EditError(
        .invalidParameterValue, "an alias shares its calls between two published versions",
        hint: "give one `--routing` for another version than `--function-version`")
    }
    try checkVersion(entry.version, of: function)
    guard Self.isWeight(entry.weight) else {
      throw EditError(
        .invalidParameterValue, "`\(entry.weight)` is no weight",
        hint: "a weight is a number from 0.0 to 1.0")
    }
  }

  /// Whether a text is a JSON number from 0 to 1.
  private static func isWeight(_ text: String) -> Bool {
    guard let number = try? JSONDocument(parsing: Array(text.utf8)).root.numberText,
      let value = Double(number)
    else { return false }
    return (0...1).contains(value)
  }

  private func checkVersion(_ version: String, of function: String) throws {
    if version == "$LATEST" { return }
    try LambdaName.check(version: version)
    guard try snapshot.record(FunctionVersion.self, arn: "\(function):\(version)") != nil else {
      throw EditError(
        .resourceNotFound, "the function `\(function)` has no version `\(version)`",
        hint: "`permreg add-version` adds one")
    }
  }
}
