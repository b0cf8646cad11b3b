import JSONText

/// Makes policies with very many actions, as large as AWS's broad read-only ones.
enum ReadActions {
  /// What a policy for reading nearly everything allows of each service.
  static let everything =
    audit + [
      "BatchDescribe*", "BatchGet*", "DescribeInstances", "DescribeSnapshots", "DescribeUsers",
      "Get*", "GetAccountSettings", "GetConfiguration", "GetMetrics", "GetStatus", "ListResources",
      "ListVersions", "Lookup*", "Search*", "View*",
    ]

  /// What a policy for auditors allows of each service.
  static let audit =
    view + [
      "DescribeEncryption", "DescribeLogging", "GetResourcePolicy", "ListGrants",
      "ListTagsForResource",
    ]

  /// What a policy for looking at names allows of each service.
  static let view = ["Describe*", "DescribeTags", "List*"]

  /// Two statements: services in two halves, each with every verb.
  static func statements(verbs: [String]) -> [JSON] {
    let half = services.count / 2
    return [
      Policy.allow(actions(of: services[..<half], verbs), sid: "FirstHalf"),
      Policy.allow(actions(of: services[half...], verbs), sid: "SecondHalf"),
    ]
  }

  private static func actions(of services: ArraySlice<String>, _ verbs: [String]) -> [String] {
    services.flatMap { service in verbs.map { "\(service):\($0)" } }
  }

  private static let services = [
    "access-analyzer", "account", "acm", "acm-pca", "airflow", "amplify", "appconfig", "appflow",
    "application-autoscaling", "appmesh", "apprunner", "appsync", "athena", "auditmanager",
    "autoscaling", "backup", "batch", "bedrock", "budgets", "ce", "cloudformation", "cloudfront",
    "cloudhsm", "cloudtrail", "cloudwatch", "codeartifact", "codebuild", "codecommit",
    "codedeploy", "codepipeline", "cognito-identity", "cognito-idp", "comprehend", "config",
    "connect", "databrew", "dax", "detective", "directconnect", "dlm", "dms", "ds", "dynamodb",
    "ec2", "ecr", "ecs", "eks", "elasticache", "elasticbeanstalk", "elasticfilesystem",
    "elasticloadbalancing", "elasticmapreduce", "es", "events", "firehose", "fms", "fsx",
    "glacier", "globalaccelerator", "glue", "guardduty", "health", "iam", "imagebuilder",
    "inspector2", "iot", "ivs", "kafka", "kendra", "kinesis", "kinesisanalytics", "lakeformation",
    "lambda", "lex", "license-manager", "lightsail", "logs", "macie2", "mediaconvert", "memorydb",
    "mq", "network-firewall", "networkmanager", "organizations", "outposts", "personalize",
    "pipes", "polly", "quicksight", "ram", "rds", "redshift", "rekognition", "resource-groups",
    "route53", "route53domains", "route53resolver", "s3", "sagemaker", "scheduler", "schemas",
    "securityhub", "servicecatalog", "servicediscovery", "ses", "shield", "signer", "sns", "sqs",
    "ssm", "sso", "states", "storagegateway", "support", "swf", "synthetics", "tag", "textract",
    "transcribe", "transfer", "translate", "trustedadvisor", "waf", "wafv2", "workspaces", "xray",
  ]
}
