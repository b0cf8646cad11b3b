/// The services whose actions resource control policies restrict.
///
/// The list grows; a policy that names another service has no effect there yet.
///
/// Source: AWS Organizations User Guide, "Resource control policies (RCPs)", list of supported
/// services.
package enum ResourceControlServices {
  /// The day on which the list was read.
  package static let date = "2026-09-30"

  /// The service prefixes, in alphabetical order.
  package static let prefixes = [
    "aoss", "appconfig", "appstream", "autoscaling", "autoscaling-plans", "budgets",
    "clouddirectory", "cloudfront", "cloudsearch", "cloudtrail-data", "codeartifact", "codebuild",
    "codecommit", "codepipeline", "cognito-identity", "cognito-idp", "comprehend",
    "comprehendmedical", "compute-optimizer", "cost-optimization-hub", "dax", "dsql", "dynamodb",
    "ecr", "ecr-public", "events", "firehose", "fis", "fms", "gamelift", "health",
    "inspector-scan", "kendra", "kinesisvideo", "kms", "logs", "memorydb", "networkmonitor",
    "notifications", "opensearch", "pca-connector-ad", "personalize", "polly", "pricing",
    "resource-groups", "rolesanywhere", "s3", "secretsmanager", "servicediscovery", "signin", "sqs",
    "sts", "support", "swf", "textract", "timestream-influxdb", "transcribe", "transfer",
    "translate", "wafv2", "workspaces", "xray",
  ]

  private static let hashes = Set(prefixes.map { hashOfBytes(Array($0.utf8)[...]) })

  /// Whether resource control policies restrict an action.
  static func restrict(_ action: ActionName) -> Bool {
    hashes.contains(action.serviceHash) && action != ServiceRules.retireGrant
  }
}
