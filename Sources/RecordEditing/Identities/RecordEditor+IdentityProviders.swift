import Registry

extension RecordEditor {
  /// Adds a SAML identity provider; nothing where the account has it.
  ///
  /// Source: IAM API Reference, "CreateSAMLProvider", `Name`.
  ///
  /// - Throws: `EditError` for a name that IAM refuses.
  package func addSAMLProvider(_ name: String) throws -> EditedRecord {
    let isName =
      (1...128).contains(name.utf8.count)
      && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || "._-".utf8.contains($0) }
    guard isName else {
      throw EditError(
        .validationError, "`\(name)` cannot be the name of a SAML provider",
        hint: "use 1 to 128 letters, digits and the characters ._-")
    }
    return try addProvider("saml-provider/\(name)", type: "SAML", clientIDs: [])
  }

  /// Adds an OpenID Connect identity provider; nothing where the account has it with the same
  /// audiences.
  ///
  /// Source: IAM API Reference, "CreateOpenIDConnectProvider", `Url` and `ClientIDList`.
  ///
  /// - Throws: `EditError` for an address or audience that IAM refuses.
  package func addOIDCProvider(url: String, clientIDs: [String]) throws -> EditedRecord {
    let scheme = "https://"
    let address = url.dropFirst(scheme.count)
    let isAddress =
      url.hasPrefix(scheme) && url.utf8.count <= 255 && !address.isEmpty
      && address.utf8.allSatisfy { $0.isASCIILetterOrDigit || "._-/~%".utf8.contains($0) }
      && !address.hasPrefix("/")
    guard isAddress else {
      throw EditError(
        .validationError, "`\(url)` cannot be the address of an OpenID Connect provider",
        hint: "it begins with https:// and has neither a port nor a query, 255 characters at most")
    }
    guard clientIDs.count <= 100 else {
      throw EditError(
        .limitExceeded, "there are \(clientIDs.count) audiences, and there may be 100")
    }
    for id in clientIDs where !(1...255).contains(id.unicodeScalars.count) {
      throw EditError(.invalidInput, "an audience has 1 to 255 characters: `\(id)`")
    }
    let path = address.hasSuffix("/") ? address.dropLast() : address
    return try addProvider("oidc-provider/\(path)", type: "OIDC", clientIDs: clientIDs)
  }

  private func addProvider(
    _ resource: String, type: String, clientIDs: [String]
  ) throws -> EditedRecord {
    let arn = try iamARN(resource)
    let provider = IdentityProvider(arn: arn, type: type, clientIDs: clientIDs)
    let result = EditedRecord(.identityProvider, arn)
    if let existing = try snapshot.record(IdentityProvider.self, arn: arn) {
      guard existing == provider else { throw Self.differs(.identityProvider, arn) }
      return result
    }
    try checkIsFree(arn, .identityProvider)
    try writer.put(provider)
    return result
  }
}
