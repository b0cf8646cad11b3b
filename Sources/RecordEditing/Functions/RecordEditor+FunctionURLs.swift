import Registry

/// Who may call a function's URL.
///
/// Source: AWS Lambda API Reference, "CreateFunctionUrlConfig", `AuthType`.
package enum FunctionURLAuthentication: String, CaseIterable, Sendable {
  case awsIAM = "AWS_IAM"
  case none = "NONE"
}

extension RecordEditor {
  /// Gives a function or one of its aliases a URL; nothing where it has it as described.
  ///
  /// Source: AWS Lambda API Reference, "CreateFunctionUrlConfig".
  ///
  /// - Parameters:
  ///   - name: the function, or `function:alias`.
  ///   - url: the address, where it is known.
  /// - Throws: `EditError` for a version, and for a second URL.
  package func addFunctionURL(
    of name: String, authentication: FunctionURLAuthentication, url: String?
  ) throws -> EditedRecord {
    let target = try resolve(name, among: [.function, .alias, .version])
    guard target.kind != .version else {
      throw EditError(
        .validationError, "`\(target.arn)` is a version, and versions have no URL",
        hint: "give the URL to the function or to an alias")
    }
    if let url { try Self.check(url: url) }
    let record = FunctionURL(
      function: target.arn, authType: authentication.rawValue, url: url)
    if let existing = try snapshot.record(FunctionURL.self, arn: target.arn) {
      guard existing == record else { throw Self.differs(.functionURL, target.arn) }
    }
    try writer.put(record)
    return EditedRecord(.functionURL, target.arn)
  }

  private static func check(url: String) throws(EditError) {
    let isAddress =
      url.hasPrefix("https://") && (40...100).contains(url.utf8.count)
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isAddress else {
      throw EditError(
        .validationError, "`\(url)` cannot be a function's URL",
        hint: "it has the form https://ID.lambda-url.REGION.on.aws/")
    }
  }
}
