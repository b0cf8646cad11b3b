/// One row of the table of what Lambda's operations need beside the action of their own name.
///
/// AWS publishes no such list for Lambda. The rows are put together from the Lambda developer guide,
/// pages "Defining Lambda function permissions with an execution role", "Granting users access to a
/// Lambda layer", "Giving Lambda functions access to resources in an Amazon VPC", "Configuring file
/// system access", "Securing environment variables", "Using tags on Lambda functions" and "Using tags
/// on event source mappings", the pages of the event sources, the Lambda API Reference, operations
/// "GetFunction" and "PutResourcePolicy", and the IAM User Guide, "Grant a user permissions to pass a
/// role to an AWS service".
struct DependentPermission: Sendable {
  /// The names of the operations' own actions, without the service.
  let operations: Set<String>
  /// The action that is needed; where there are several, any one of them will do.
  let actions: [String]
  let object: Object
  let actor: Actor
  /// Whether the operation succeeds without it, and gives less.
  let isOptional: Bool
  /// What it is needed for, as the end of a sentence.
  let purpose: String

  /// What the permission is needed on, and with that, when.
  enum Object: Hashable, Sendable {
    /// The resource of the request itself.
    case resource
    /// The role that is passed; any of the account's, where the request does not tell which.
    case passedRole
    /// The same, where a role is passed at all.
    case passedRoleIfChanged
    /// The passed role where it is known.
    case knownRole
    /// Each of the resources that the request names, of a service and a type.
    case passed(service: String, type: String)
    /// No resource, where the request names one of a service and a type.
    case nothing(ifPassed: String)
    /// What the request tags, where it passes tags.
    case tagged
    /// No resource, where the request places the function in a VPC.
    case network
    /// The code signing configuration that the function gets.
    case codeSigningConfig
  }

  /// Who needs the permission.
  enum Actor: Hashable, Sendable {
    case caller
    /// Lambda, with the function's execution role and not from inside its code.
    case executionRole
    /// Lambda, as itself.
    case lambda
  }

  private init(
    _ operations: Set<String>, _ actions: [String], on object: Object, by actor: Actor = .caller,
    isOptional: Bool = false, for purpose: String
  ) {
    self.operations = operations
    self.actions = actions
    self.object = object
    self.actor = actor
    self.isOptional = isOptional
    self.purpose = purpose
  }
}

extension DependentPermission {
  /// The table, in the order in which answers list the permissions.
  static let table: [DependentPermission] = roles + parts + policies + eventSources

  private static let settings: Set<String> = ["CreateFunction", "UpdateFunctionConfiguration"]
  private static let code: Set<String> = ["CreateFunction", "UpdateFunctionCode"]
  private static let mappings: Set<String> = [
    "CreateEventSourceMapping", "UpdateEventSourceMapping",
  ]

  private static let roles: [DependentPermission] = [
    .init(
      ["CreateFunction"], ["iam:PassRole"], on: .passedRole, for: "the role that the function gets"),
    .init(
      ["UpdateFunctionConfiguration"], ["iam:PassRole"], on: .passedRoleIfChanged,
      for: "the role, if it changes"),
    .init(
      settings, ["sts:AssumeRole"], on: .knownRole, by: .lambda,
      for: "Lambda, which the role must trust"),
  ]

  private static let parts: [DependentPermission] = [
    .init(
      ["CreateFunction", "CreateEventSourceMapping"], ["lambda:TagResource"], on: .tagged,
      for: "the tags"),
    .init(
      settings, ["lambda:GetLayerVersion"], on: .passed(service: "lambda", type: "layer:"),
      for: "the layer"),
    .init(settings, ["ec2:DescribeSecurityGroups"], on: .network, for: "the VPC"),
    .init(settings, ["ec2:DescribeSubnets"], on: .network, for: "the VPC"),
    .init(settings, ["ec2:DescribeVpcs"], on: .network, for: "the VPC"),
    .init(
      code, ["s3:GetObject"], on: .passed(service: "s3", type: ""), for: "the code in Amazon S3"),
    .init(
      code, ["ecr:GetRepositoryPolicy"], on: .passed(service: "ecr", type: "repository/"),
      isOptional: true, for: "to let Lambda into the repository by itself"),
    .init(
      code, ["ecr:SetRepositoryPolicy"], on: .passed(service: "ecr", type: "repository/"),
      isOptional: true, for: "to let Lambda into the repository by itself"),
    .init(
      settings, ["kms:CreateGrant"], on: .passed(service: "kms", type: "key/"),
      for: "the key that encrypts the settings"),
    .init(
      settings, ["kms:Encrypt"], on: .passed(service: "kms", type: "key/"),
      for: "the key that encrypts the settings"),
    .init(
      settings, ["elasticfilesystem:DescribeMountTargets"],
      on: .passed(service: "elasticfilesystem", type: ""), for: "the file system"),
    .init(
      ["CreateFunction"], ["lambda:PassCapacityProvider"],
      on: .passed(service: "lambda", type: "capacity-provider:"), for: "the capacity provider"),
  ]

  private static let policies: [DependentPermission] = [
    .init(
      ["GetFunction"], ["lambda:ListTags"], on: .resource, isOptional: true,
      for: "to see the tags"),
    .init(
      ["PutResourcePolicy"], ["lambda:AddPermission"], on: .resource,
      for: "the statements that are added"),
    .init(
      ["PutResourcePolicy", "DeleteResourcePolicy"], ["lambda:RemovePermission"], on: .resource,
      for: "the statements that go"),
    .init(
      ["GetResourcePolicy"], ["lambda:GetPolicy"], on: .resource, for: "the policy"),
    .init(
      ["PutFunctionCodeSigningConfig"], ["lambda:PutFunctionCodeSigningConfig"],
      on: .codeSigningConfig, for: "the second resource of the action"),
    .init(
      ["UpdateFunctionCodeSigningConfig"], ["lambda:UpdateFunctionCodeSigningConfig"],
      on: .codeSigningConfig, for: "the second resource of the action"),
  ]

  /// What the execution role needs, so that Lambda can read an event source. The resource-based
  /// policy of the function has no part in it.
  private static let eventSources: [DependentPermission] =
    reading("sqs", ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"])
    + reading(
      "kinesis",
      ["DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards"],
      lists: ["kinesis:ListStreams"])
    + reading(
      "dynamodb", ["DescribeStream", "GetRecords", "GetShardIterator"],
      lists: ["dynamodb:ListStreams"])
    + reading(
      "kafka", ["DescribeClusterV2|DescribeCluster", "GetBootstrapBrokers"], lists: network)
    + reading("mq", ["DescribeBroker"], lists: network)
    + reading("rds", ["DescribeDBClusters"], lists: network)

  /// What Lambda needs to reach into a VPC; none is limited to a resource in the examples.
  private static let network = [
    "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",
    "ec2:DeleteNetworkInterface", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
  ]

  private static func reading(
    _ service: String, _ actions: [String], lists: [String] = []
  ) -> [DependentPermission] {
    let purpose = "the execution role, which reads the event source"
    return actions.map { names in
      .init(
        mappings, names.split(separator: "|").map { "\(service):\($0)" },
        on: .passed(service: service, type: ""), by: .executionRole, for: purpose)
    }
      + lists.map {
        .init(mappings, [$0], on: .nothing(ifPassed: service), by: .executionRole, for: purpose)
      }
  }
}
