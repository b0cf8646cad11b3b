/// The AWS managed policies of a generated organization, by the names that AWS gave them.
enum AWSManagedPolicyName: String, CaseIterable, Sendable {
  case lambdaBasicExecutionRole = "AWSLambdaBasicExecutionRole"
  case lambdaVPCAccessExecutionRole = "AWSLambdaVPCAccessExecutionRole"
  case lambdaSQSQueueExecutionRole = "AWSLambdaSQSQueueExecutionRole"
  case lambdaDynamoDBExecutionRole = "AWSLambdaDynamoDBExecutionRole"
  case lambdaKinesisExecutionRole = "AWSLambdaKinesisExecutionRole"
  case lambdaENIManagementAccess = "AWSLambdaENIManagementAccess"
  case administratorAccess = "AdministratorAccess"
  case powerUserAccess = "PowerUserAccess"
  case iamFullAccess = "IAMFullAccess"
  case lambdaRole = "AWSLambdaRole"
  case lambdaInvocationDynamoDB = "AWSLambdaInvocation-DynamoDB"
  case lambdaFullAccess = "AWSLambda_FullAccess"
  case lambdaReadOnlyAccess = "AWSLambda_ReadOnlyAccess"
  case lambdaExecute = "AWSLambdaExecute"
  case readOnlyAccess = "ReadOnlyAccess"
  case securityAudit = "SecurityAudit"
  case viewOnlyAccess = "ViewOnlyAccess"
  case iamReadOnlyAccess = "IAMReadOnlyAccess"
  case s3ReadOnlyAccess = "AmazonS3ReadOnlyAccess"
  case sqsFullAccess = "AmazonSQSFullAccess"
  case xrayDaemonWriteAccess = "AWSXRayDaemonWriteAccess"
  case ssmManagedInstanceCore = "AmazonSSMManagedInstanceCore"
  case ecsTaskExecutionRolePolicy = "AmazonECSTaskExecutionRolePolicy"
  case lambdaServiceRolePolicy = "AWSLambdaServiceRolePolicy"
  case lambdaReplicator = "AWSLambdaReplicator"

  /// The path, which is part of the ARN and not uniform.
  var path: String {
    switch self {
    case .lambdaBasicExecutionRole, .lambdaVPCAccessExecutionRole, .lambdaSQSQueueExecutionRole,
      .lambdaDynamoDBExecutionRole, .lambdaKinesisExecutionRole, .lambdaENIManagementAccess,
      .lambdaRole, .ecsTaskExecutionRolePolicy:
      "/service-role/"
    case .viewOnlyAccess:
      "/job-function/"
    case .lambdaServiceRolePolicy, .lambdaReplicator:
      "/aws-service-role/"
    default: "/"
    }
  }

  /// How attachments name the policy.
  var reference: PolicyReference {
    PolicyReference(name: rawValue, arn: "arn:aws:iam::aws:policy\(path)\(rawValue)")
  }
}
