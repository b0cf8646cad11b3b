import JSONText
import PolicyLanguage
import Registry

/// `iam list-saml-providers` and `iam list-open-id-connect-providers`.
extension FileReader {
  mutating func readSAMLProviders(_ root: JSONValue) {
    readProviders(root, "SAMLProviderList", as: "SAML", .listSAMLProviders)
  }

  mutating func readOpenIDConnectProviders(_ root: JSONValue) {
    readProviders(root, "OpenIDConnectProviderList", as: "OIDC", .listOpenIDConnectProviders)
  }

  private mutating func readProviders(
    _ root: JSONValue, _ member: String, as type: String, _ command: AWSCommand
  ) {
    for provider in list(root, member) {
      guard let arn = arn(provider, "Arn") else { continue }
      see(command, arn, hasRegion: false)
      let record = IdentityProvider(
        arn: arn.text, type: type, clientIDs: texts(provider, "ClientIDList"))
      add(record, at: provider)
    }
  }
}
