import Registry

/// The names of Lambda's things.
///
/// Source: AWS Lambda API Reference, the patterns of `FunctionName`, `Name`, `Qualifier` and
/// `LayerName`.
package enum LambdaName {
  /// Throws where Lambda would refuse the name of a function: 1 to 64 letters, digits, `-` and `_`.
  package static func check(function name: String) throws(EditError) {
    try check(name, "a function", limit: 64)
  }

  /// Throws where Lambda would refuse the name of a layer: 1 to 140 characters.
  package static func check(layer name: String) throws(EditError) {
    try check(name, "a layer", limit: 140)
  }

  /// Throws where Lambda would refuse the name of an alias: 1 to 128 characters, not all of them
  /// digits, so that no alias is taken for a version.
  package static func check(alias name: String) throws(EditError) {
    try check(name, "an alias", limit: 128)
    guard !name.utf8.allSatisfy(\.isASCIIDigit) else {
      throw EditError(
        .validationError, "`\(name)` cannot be the name of an alias",
        hint: "a name of digits alone is a version")
    }
  }

  /// Throws where a number cannot be that of a version: digits without a leading zero.
  package static func check(version number: String) throws(EditError) {
    let isNumber =
      (1...18).contains(number.utf8.count) && number.utf8.allSatisfy(\.isASCIIDigit)
      && !number.hasPrefix("0")
    guard isNumber else {
      throw EditError(
        .validationError, "`\(number)` is no version number", hint: "versions count from 1")
    }
  }

  private static func check(_ name: String, _ what: String, limit: Int) throws(EditError) {
    let isName =
      (1...limit).contains(name.utf8.count)
      && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x2D || $0 == 0x5F }
    guard isName else {
      throw EditError(
        .validationError, "`\(name)` cannot be the name of \(what)",
        hint: "use 1 to \(limit) letters, digits, hyphens and underscores")
    }
  }
}

/// The name of a function, perhaps with a version or alias behind it.
struct QualifiedFunction {
  /// The ARN without the qualifier.
  let function: String
  /// The version or alias.
  let qualifier: String?

  /// Cuts an ARN of a function behind the function's name.
  init(arn: String) {
    let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
    function = parts.prefix(7).joined(separator: ":")
    qualifier = parts.count > 7 ? parts[7...].joined(separator: ":") : nil
  }
}

extension RecordEditor {
  /// The ARN of a thing of Lambda in the chosen account and Region, from its name; an ARN is taken
  /// as it is.
  ///
  /// - Parameters:
  ///   - type: `function` or `layer`.
  ///   - check: the rule for the name.
  func lambdaARN(
    _ text: String, type: String, check: (String) throws(EditError) -> Void
  ) throws -> String {
    guard text.hasPrefix("arn:") else {
      try check(text)
      guard let region = place.region else {
        throw EditError(
          nil, "the Region of `\(text)` is not known",
          hint: "name it with `--region`, or give the ARN")
      }
      let partition = AccountChoice.partition(of: region)
      return "arn:\(partition):lambda:\(region):\(try chosenAccount()):\(type):\(text)"
    }
    let identity = try ResourceIdentity(arn: text)
    guard identity.service == "lambda", identity.type == type, !identity.region.isEmpty else {
      throw EditError(.invalidParameterValue, "`\(text)` is not the ARN of a \(type)")
    }
    try AccountChoice.check(identity.account)
    try check(identity.name)
    return text
  }
}
