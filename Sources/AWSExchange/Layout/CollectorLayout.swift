/// The collector's layout, version 1: where the output of each command stands.
///
/// It is one table, which the collecting script and the import share.
package enum CollectorLayout {
  /// The version that `manifest.json` names.
  package static let version = 1
  /// The name of the manifest.
  package static let manifestName = "manifest.json"

  /// The path patterns of a command's files. Upper-case words stand for what varies.
  static func pattern(of command: AWSCommand) -> [PathPattern] {
    switch command {
    case .describeOrganization: ["organizations/describe-organization.json"]
    case .listRoots: ["organizations/list-roots.json"]
    case .listAccounts: ["organizations/list-accounts.json"]
    case .listServiceControlPolicies: ["organizations/list-policies-SERVICE_CONTROL_POLICY.json"]
    case .listResourceControlPolicies: ["organizations/list-policies-RESOURCE_CONTROL_POLICY.json"]
    case .describePolicy: ["organizations/describe-policy/ITEM.json"]
    case .listOrganizationalUnits:
      ["organizations/list-organizational-units-for-parent/ITEM.json"]
    case .listAccountsForParent: ["organizations/list-accounts-for-parent/ITEM.json"]
    case .listTargets: ["organizations/list-targets-for-policy/ITEM.json"]
    case .authorizationDetails: ["accounts/ACCOUNT/iam/get-account-authorization-details.json"]
    case .listSAMLProviders: ["accounts/ACCOUNT/iam/list-saml-providers.json"]
    case .listOpenIDConnectProviders: ["accounts/ACCOUNT/iam/list-open-id-connect-providers.json"]
    case .listFunctions: ["accounts/ACCOUNT/lambda/REGION/list-functions.json"]
    case .listEventSourceMappings:
      ["accounts/ACCOUNT/lambda/REGION/list-event-source-mappings.json"]
    case .listLayers: ["accounts/ACCOUNT/lambda/REGION/list-layers.json"]
    case .listVersions: ["accounts/ACCOUNT/lambda/REGION/list-versions-by-function/ITEM.json"]
    case .listAliases: ["accounts/ACCOUNT/lambda/REGION/list-aliases/ITEM.json"]
    case .listFunctionURLs: ["accounts/ACCOUNT/lambda/REGION/list-function-url-configs/ITEM.json"]
    case .getFunctionPolicy:
      [
        "accounts/ACCOUNT/lambda/REGION/get-policy/ITEM.json",
        "accounts/ACCOUNT/lambda/REGION/get-policy/ITEM/QUALIFIER.json",
      ]
    case .listLayerVersions: ["accounts/ACCOUNT/lambda/REGION/list-layer-versions/ITEM.json"]
    case .getLayerVersionPolicy:
      ["accounts/ACCOUNT/lambda/REGION/get-layer-version-policy/ITEM/QUALIFIER.json"]
    case .getResources: ["accounts/ACCOUNT/tagging/REGION/get-resources.json"]
    case .getBucketPolicy: ["accounts/ACCOUNT/s3api/REGION/get-bucket-policy/ITEM.json"]
    case .getQueueAttributes: ["accounts/ACCOUNT/sqs/REGION/get-queue-attributes/ITEM.json"]
    case .getTopicAttributes: ["accounts/ACCOUNT/sns/REGION/get-topic-attributes/ITEM.json"]
    case .getKeyPolicy: ["accounts/ACCOUNT/kms/REGION/get-key-policy/ITEM.json"]
    case .getSecretPolicy: ["accounts/ACCOUNT/secretsmanager/REGION/get-resource-policy/ITEM.json"]
    }
  }

  /// The place that the end of a path names, or `nil` for a path outside the layout. A path that
  /// ends in `/` names a folder of items.
  package static func place(of path: String) -> LayoutPlace? {
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    let parts = path.split(separator: "/")
    let fileName = parts.last.map(String.init) ?? ""
    for (command, pattern) in table {
      if isFolder, let place = pattern.folder?.match(parts, as: command) { return place }
      if !isFolder, fileName.hasSuffix(".json"), let place = pattern.match(parts, as: command) {
        return place
      }
    }
    return nil
  }

  private static let table: [(AWSCommand, PathPattern)] = AWSCommand.allCases.flatMap { command in
    pattern(of: command).map { (command, $0) }
  }
}

/// What a path of the layout names.
package struct LayoutPlace: Hashable, Sendable {
  package let command: AWSCommand
  /// The account id; empty for an organization.
  package var account = ""
  /// The Region; empty where the command has none.
  package var region = ""
  /// The item of the list that the file is about; `nil` for the list itself and for a folder.
  package var item: String?
  /// The version or alias.
  package var qualifier: String?

  init(_ command: AWSCommand) {
    self.command = command
  }
}
