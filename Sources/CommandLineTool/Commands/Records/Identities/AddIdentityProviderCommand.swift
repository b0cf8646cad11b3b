import ArgumentParser
import RecordEditing

/// `permreg add-identity-provider`: add a SAML or OpenID Connect identity provider.
struct AddIdentityProviderCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-identity-provider",
    abstract: "Add a SAML or OpenID Connect identity provider.",
    discussion: """
      EXAMPLES:
        permreg add-identity-provider corporate
        permreg add-identity-provider https://token.actions.githubusercontent.com --client-id sts.amazonaws.com
      """, aliases: ["create-saml-provider", "create-open-id-connect-provider"])

  @Argument(
    help: ArgumentHelp(
      "The name of a SAML provider, or the address of an OpenID Connect provider.",
      valueName: "name-or-url"))
  var name: String

  @Option(
    name: .customLong("client-id"),
    help: ArgumentHelp(
      "An audience of an OpenID Connect provider; may be given several times.",
      valueName: "audience"))
  var clientIDs: [String] = []

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard name.contains("://") else {
      guard clientIDs.isEmpty else {
        throw CommandFailure("`--client-id` is for OpenID Connect providers, and `\(name)` is none")
      }
      return try write { try $0.addSAMLProvider(name) }
    }
    try write { try $0.addOIDCProvider(url: name, clientIDs: clientIDs) }
  }
}
