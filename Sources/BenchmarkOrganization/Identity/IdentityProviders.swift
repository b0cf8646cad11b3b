import JSONText

/// The SAML and OpenID Connect providers of an account.
struct IdentityProviders {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan

  /// The host of GitHub's tokens.
  static let pipelineHost = "token.actions.githubusercontent.com"

  /// The provider that IAM Identity Center makes in every account, under the same name.
  var singleSignOnARN: String {
    var stream = plan.entropy.stream(.identityProvider)
    return account.iam("saml-provider/AWSSSO_\(stream.hexadecimal(16))_DO_NOT_DELETE")
  }

  /// The account's own SAML provider.
  var samlARN: String { account.iam("saml-provider/corporate-directory") }

  /// GitHub's provider in this account.
  var pipelineARN: String { account.iam("oidc-provider/\(Self.pipelineHost)") }

  /// The host, with a path, of the account's Kubernetes cluster.
  var clusterHost: String {
    var stream = plan.entropy.stream(.identityProvider, account.index, 1)
    let id = stream.text(32, from: "0123456789ABCDEF")
    return "oidc.eks.\(plan.options.regions[0]).amazonaws.com/id/\(id)"
  }

  /// The cluster's provider in this account.
  var clusterARN: String { account.iam("oidc-provider/\(clusterHost)") }

  /// Writes the two lists of providers.
  func write(to export: inout OrganizationExport) throws(GenerationError) {
    var stream = plan.entropy.stream(.identityProvider, account.index)
    let saml = [singleSignOnARN, samlARN].map { arn -> JSON in
      let created = Timestamp.past(&stream)
      return [
        "Arn": .string(arn),
        "ValidUntil": .string(created.advanced(by: 315_360_000).commandLineText),
        "CreateDate": .string(created.commandLineText),
      ]
    }
    let folder = account.folder + "iam/"
    try export.write(["SAMLProviderList": .array(saml)], to: folder + "list-saml-providers.json")
    let openID = [pipelineARN, clusterARN].map { arn -> JSON in ["Arn": .string(arn)] }
    try export.write(
      ["OpenIDConnectProviderList": .array(openID)],
      to: folder + "list-open-id-connect-providers.json")
    export.counts.add(.samlProviders, saml.count)
    export.counts.add(.openIDConnectProviders, openID.count)
  }
}
