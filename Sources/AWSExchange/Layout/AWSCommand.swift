/// An AWS CLI command whose output can be imported.
///
/// The raw value is the command's name, as coverage records and messages write it.
package enum AWSCommand: String, CaseIterable, Sendable {
  case describeOrganization = "organizations describe-organization"
  case listRoots = "organizations list-roots"
  case listAccounts = "organizations list-accounts"
  case listServiceControlPolicies = "organizations list-policies SERVICE_CONTROL_POLICY"
  case listResourceControlPolicies = "organizations list-policies RESOURCE_CONTROL_POLICY"
  case describePolicy = "organizations describe-policy"
  case listOrganizationalUnits = "organizations list-organizational-units-for-parent"
  case listAccountsForParent = "organizations list-accounts-for-parent"
  case listTargets = "organizations list-targets-for-policy"
  case authorizationDetails = "iam get-account-authorization-details"
  case listSAMLProviders = "iam list-saml-providers"
  case listOpenIDConnectProviders = "iam list-open-id-connect-providers"
  case listFunctions = "lambda list-functions"
  case listEventSourceMappings = "lambda list-event-source-mappings"
  case listLayers = "lambda list-layers"
  case listVersions = "lambda list-versions-by-function"
  case listAliases = "lambda list-aliases"
  case listFunctionURLs = "lambda list-function-url-configs"
  case getFunctionPolicy = "lambda get-policy"
  case listLayerVersions = "lambda list-layer-versions"
  case getLayerVersionPolicy = "lambda get-layer-version-policy"
  case getResources = "resourcegroupstaggingapi get-resources"
  case getBucketPolicy = "s3api get-bucket-policy"
  case getQueueAttributes = "sqs get-queue-attributes"
  case getTopicAttributes = "sns get-topic-attributes"
  case getKeyPolicy = "kms get-key-policy"
  case getSecretPolicy = "secretsmanager get-resource-policy"
}

extension AWSCommand {
  /// The list whose items this command is asked for, one file each; `nil` where one call shows all,
  /// or where the collector's own listing of the service is not part of the layout.
  package var parent: AWSCommand? {
    switch self {
    case .listVersions, .listAliases, .listFunctionURLs, .getFunctionPolicy: .listFunctions
    case .listLayerVersions, .getLayerVersionPolicy: .listLayers
    default: nil
    }
  }

  /// Whether the layout has one file for each item of a list.
  package var isForEachItem: Bool { CollectorLayout.pattern(of: self).contains { $0.hasItem } }
}
