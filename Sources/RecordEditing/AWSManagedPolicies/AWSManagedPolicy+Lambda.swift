package import Registry

extension AWSManagedPolicy {
  /// The policies that AWS manages for Lambda: for execution roles, for Lambda's own roles, for people.
  ///
  /// Source: AWS Managed Policy Reference Guide, and the Lambda Developer Guide, "AWS managed policies
  /// for AWS Lambda", both of October 2026.
  package static let lambda = execution + operators + people

  /// Writes all of them. They count as observed when Lambda began, so that they stand in every past
  /// that can be asked about; an import tells the registry what AWS has changed.
  package static func writeAll(to writer: RevisionWriter) throws {
    for policy in lambda { try policy.write(to: writer) }
  }

  /// The day on which AWS announced Lambda.
  package static let observedAt = "2014-11-13T00:00:00.000Z"

  private static let logs = "logs:CreateLogGroup,CreateLogStream,PutLogEvents"
  private static let streams =
    "dynamodb:DescribeStream,GetRecords,GetShardIterator,ListStreams"
  private static let interfaces =
    "ec2:CreateNetworkInterface,DescribeNetworkInterfaces,DeleteNetworkInterface,"
    + "AssignPrivateIpAddresses,UnassignPrivateIpAddresses"
  private static let reads =
    "iam:GetPolicy,GetPolicyVersion,GetRole,GetRolePolicy,ListAttachedRolePolicies,"
    + "ListRolePolicies,ListRoles ec2:DescribeSecurityGroups,DescribeSubnets,DescribeVpcs "
  private static let console =
    reads + "cloudwatch:ListMetrics,GetMetricData logs:DescribeLogGroups tag:GetResources "
    + "states:DescribeStateMachine,ListStateMachines xray:GetTraceSummaries,BatchGetTraces "
  private static let lambdaLogs = "arn:aws:logs:*:*:log-group:/aws/lambda/*"

  // MARK: Execution roles

  private static let execution: [AWSManagedPolicy] = [
    .init(
      "service-role/AWSLambdaBasicExecutionRole", "v1", "2015-04-09T15:03:43",
      grants: [.allow(logs)]),
    .init(
      "service-role/AWSLambdaBasicDurableExecutionRolePolicy", "v3", "2026-02-12T18:01:44",
      "2025-12-02T15:04:12",
      grants: [.allow(logs + " lambda:CheckpointDurableExecution,GetDurableExecutionState")]),
    .init(
      "service-role/AWSLambdaDynamoDBExecutionRole", "v1", "2015-04-09T15:09:29",
      grants: [.allow(streams + " " + logs)]),
    .init(
      "service-role/AWSLambdaKinesisExecutionRole", "v2", "2018-11-19T20:09:24",
      "2015-04-09T15:14:16",
      grants: [
        .allow(
          "kinesis:DescribeStream,DescribeStreamSummary,GetRecords,GetShardIterator,ListShards,"
            + "ListStreams,SubscribeToShard " + logs)
      ]),
    .init(
      "service-role/AWSLambdaSQSQueueExecutionRole", "v1", "2018-06-14T21:50:45",
      grants: [.allow("sqs:ReceiveMessage,DeleteMessage,GetQueueAttributes " + logs)]),
    .init(
      "service-role/AWSLambdaMSKExecutionRole", "v2", "2022-08-02T20:08:02", "2020-08-11T17:35:05",
      grants: [
        .allow(
          "kafka:DescribeCluster,DescribeClusterV2,GetBootstrapBrokers ec2:CreateNetworkInterface,"
            + "DescribeNetworkInterfaces,DescribeVpcs,DeleteNetworkInterface,DescribeSubnets,"
            + "DescribeSecurityGroups " + logs)
      ]),
    .init(
      "service-role/AWSLambdaVPCAccessExecutionRole", "v3", "2024-01-05T22:38:26",
      "2016-02-11T23:15:26",
      grants: [
        .allow(
          logs + " ec2:DescribeSubnets " + interfaces, sid: "AWSLambdaVPCAccessExecutionPermissions"
        )
      ]),
    .init(
      "service-role/AWSLambdaENIManagementAccess", "v2", "2020-10-01T20:07:26",
      "2016-12-06T00:37:27", grants: [.allow(interfaces)]),
    .init(
      "service-role/AWSLambdaRole", "v1", "2015-02-06T18:41:28",
      grants: [.allow("lambda:InvokeFunction")]),
    .init(
      "service-role/AmazonS3ObjectLambdaExecutionRolePolicy", "v1", "2021-08-18T10:07:41",
      grants: [.allow(logs + " s3-object-lambda:WriteGetObjectResponse")]),
    .init(
      "AWSLambdaExecute", "v1", "2015-02-06T18:40:46",
      grants: [
        .allow("logs:*", on: "arn:aws:logs:*:*:*"),
        .allow("s3:GetObject,PutObject", on: "arn:aws:s3:::*"),
      ]),
    .init(
      "AWSLambdaInvocation-DynamoDB", "v1", "2015-02-06T18:40:47",
      grants: [.allow("lambda:InvokeFunction"), .allow(streams)]),
    .init(
      "AWSXRayDaemonWriteAccess", "v2", "2024-02-13T21:58:30", "2018-08-28T23:00:33",
      grants: [
        .allow(
          "xray:PutTraceSegments,PutTelemetryRecords,GetSamplingRules,GetSamplingTargets,"
            + "GetSamplingStatisticSummaries", sid: "AWSXRayDaemonWriteAccess")
      ]),
    .init(
      "CloudWatchLambdaInsightsExecutionRolePolicy", "v1", "2020-10-07T19:27:06",
      grants: [
        .allow("logs:CreateLogGroup"),
        .allow(
          "logs:CreateLogStream,PutLogEvents",
          on: "arn:aws:logs:*:*:log-group:/aws/lambda-insights:*"),
      ]),
    .init(
      "CloudWatchLambdaApplicationSignalsExecutionRolePolicy", "v1", "2024-10-16T19:09:17",
      grants: [
        .allow(
          "xray:PutTraceSegments", sid: "CloudWatchApplicationSignalsXrayWritePermissions",
          when: .init("StringEquals", "aws:ResourceAccount", "${aws:PrincipalAccount}")),
        .allow(
          logs, on: "arn:aws:logs:*:*:log-group:/aws/application-signals/data:*",
          sid: "CloudWatchApplicationSignalsLogGroupWritePermissions",
          when: .init("StringEquals", "aws:ResourceAccount", "${aws:PrincipalAccount}")),
      ]),
  ]

  // MARK: Roles of Lambda itself and of CodeDeploy

  private static let operators: [AWSManagedPolicy] = [
    .init(
      "AWSLambdaManagedEC2ResourceOperator", "v5",
      grants: [
        .allow(
          "ec2:RunInstances,CreateTags,AttachNetworkInterface",
          on: "arn:aws:ec2:*:*:instance/* arn:aws:ec2:*:*:network-interface/* "
            + "arn:aws:ec2:*:*:volume/*",
          when: .init(
            "StringEquals", "ec2:ManagedResourceOperator", "scaler.lambda.amazonaws.com")),
        .allow(
          "ec2:DescribeAvailabilityZones,DescribeCapacityReservations,DescribeInstances,"
            + "DescribeInstanceStatus,DescribeInstanceTypeOfferings,DescribeInstanceTypes,"
            + "DescribeSecurityGroups,DescribeSubnets,DescribeVpcEncryptionControls"),
        .allow(
          "ec2:RunInstances,CreateNetworkInterface",
          on: "arn:aws:ec2:*:*:subnet/* arn:aws:ec2:*:*:security-group/*"),
        .allow(
          "ec2:RunInstances", on: "arn:aws:ec2:*:*:image/*",
          when: .init("StringEquals", "ec2:Owner", "amazon")),
        .allow("logs:CreateLogGroup", on: "arn:aws:logs:*:*:log-group:*"),
        .allow(
          "logs:CreateLogStream,PutLogEvents", on: "arn:aws:logs:*:*:log-group:*:log-stream:*"),
      ]),
    .init(
      "AWSLambdaNetworkConnectorOperatorPolicy", "v1",
      grants: [
        .allow(
          "ec2:CreateNetworkInterface", on: "arn:aws:ec2:*:*:subnet/*",
          sid: "AllowCreateEniInAnySubnet"),
        .allow(
          "ec2:CreateNetworkInterface", on: "arn:aws:ec2:*:*:security-group/*",
          sid: "AllowCreateEniWithSecurityGroups"),
        .allow(
          "ec2:CreateNetworkInterface", on: "arn:aws:ec2:*:*:network-interface/*",
          sid: "AllowCreateEniWithLambdaTagKeys",
          when: .init(
            "ForAllValues:StringEquals", "aws:TagKeys", "aws:lambda:networkConnectorName",
            "aws:lambda:networkConnectorId")),
        .allow(
          "ec2:CreateTags", on: "arn:aws:ec2:*:*:network-interface/*", sid: "TagENIOnCreate",
          when: .init("StringEquals", "ec2:CreateAction", "CreateNetworkInterface"),
          .init(
            "StringEquals", "ec2:ManagedResourceOperator",
            "network-connectors.lambda.amazonaws.com")),
      ]),
    .init(
      "aws-service-role/AWSLambdaServiceRolePolicy", "v1", "2025-11-30T08:04:07",
      grants: [
        .allow(
          "ec2:TerminateInstances", on: "arn:aws:ec2:*:*:instance/*",
          when: .init(
            "StringEquals", "ec2:ManagedResourceOperator", "scaler.lambda.amazonaws.com")),
        .allow("ec2:DescribeInstanceStatus,DescribeInstances"),
      ]),
    .init(
      "aws-service-role/AWSLambdaReplicator", "v3", "2017-12-08T00:17:54", "2017-05-23T17:53:03",
      grants: [
        .allow(
          "lambda:CreateFunction,DeleteFunction,DisableReplication",
          on: "arn:aws:lambda:*:*:function:*", sid: "LambdaCreateDeletePermission"),
        .allow(
          "iam:PassRole", sid: "IamPassRolePermission",
          when: .init("StringLikeIfExists", "iam:PassedToService", "lambda.amazonaws.com")),
        .allow(
          "cloudfront:ListDistributionsByLambdaFunction", sid: "CloudFrontListDistributions"),
      ]),
    .init(
      "service-role/AWSCodeDeployRoleForLambda", "v3", "2019-12-03T19:53:10",
      "2017-11-28T14:05:44", grants: deployment(notifying: " sns:Publish")),
    .init(
      "service-role/AWSCodeDeployRoleForLambdaLimited", "v1", "2020-08-17T17:14:14",
      grants: deployment()),
  ]

  private static func deployment(notifying: String = "") -> [ManagedGrant] {
    [
      .allow(
        "cloudwatch:DescribeAlarms lambda:UpdateAlias,GetAlias,GetProvisionedConcurrencyConfig"
          + notifying),
      .allow("s3:GetObject,GetObjectVersion", on: "arn:aws:s3:::*/CodeDeploy/*"),
      .allow(
        "s3:GetObject,GetObjectVersion",
        when: .init("StringEquals", "s3:ExistingObjectTag/UseWithCodeDeploy", "true")),
      .allow("lambda:InvokeFunction", on: "arn:aws:lambda:*:*:function:CodeDeployHook_*"),
    ]
  }

  // MARK: People

  private static let people: [AWSManagedPolicy] = [
    .init(
      "AWSLambda_FullAccess", "v7", "2026-02-12T18:00:51", "2020-11-17T21:14:08",
      grants: [
        .allow(
          console + "cloudformation:DescribeStacks,ListStackResources kms:DescribeKey,ListAliases "
            + "lambda:*"),
        .allow(
          "iam:PassRole",
          when: .init("StringEquals", "iam:PassedToService", "lambda.amazonaws.com")),
        .allow(
          "logs:DescribeLogStreams,GetLogEvents,FilterLogEvents,StartLiveTail,StopLiveTail",
          on: lambdaLogs),
        .allow(
          "iam:CreateServiceLinkedRole",
          on: "arn:aws:iam::*:role/aws-service-role/lambda.amazonaws.com/"
            + "AWSServiceRoleForLambda",
          when: .init("StringEquals", "iam:AWSServiceName", "lambda.amazonaws.com")),
      ]),
    .init(
      "AWSLambda_ReadOnlyAccess", "v5", "2026-02-12T18:02:55", "2020-11-17T21:10:32",
      grants: [
        .allow(
          console + "cloudformation:DescribeStacks,ListStacks,ListStackResources kms:ListAliases "
            + "lambda:Get*,List*"),
        .allow(
          "logs:DescribeLogStreams,GetLogEvents,FilterLogEvents,StartQuery,StopQuery,"
            + "DescribeQueries,GetLogGroupFields,GetLogRecord,GetQueryResults,StartLiveTail,"
            + "StopLiveTail", on: lambdaLogs),
      ]),
    .init(
      "AWSLambdaInvokeWebFunctionEndpointAccess", "v1",
      grants: [
        .allow(
          "lambda:InvokeWebFunctionEndpoint", on: "arn:aws:lambda:*:*:web-function/*/endpoint/*")
      ]),
    .init(
      "AWSLambdaFullAccess", "v8", "2017-11-27T23:22:38", replacement: "AWSLambda_FullAccess",
      grants: [
        .allow(
          former + "cloudwatch:* cognito-sync:SetCognitoEvents dynamodb:* events:* iam:PassRole "
            + "iot:AttachPrincipalPolicy,AttachThingPrincipal,CreateKeysAndCertificate,CreatePolicy,"
            + "CreateThing,CreateTopicRule,ReplaceTopicRule kinesis:PutRecord lambda:* logs:* s3:* "
            + "sns:Publish,Subscribe,Unsubscribe sqs:SendMessage "
            + "xray:PutTelemetryRecords,PutTraceSegments")
      ]),
    .init(
      "AWSLambdaReadOnlyAccess", "v8", "2018-09-06T18:04:54",
      replacement: "AWSLambda_ReadOnlyAccess",
      grants: [
        .allow(
          former + "cloudwatch:Describe*,Get*,List* dynamodb:BatchGetItem,DescribeStream,"
            + "DescribeTable,GetItem,ListStreams,ListTables,Query,Scan events:Describe*,List* "
            + "lambda:Get*,List* logs:DescribeLogGroups,DescribeLogStreams,DescribeMetricFilters,"
            + "GetLogEvents s3:Get*,List*")
      ]),
  ]

  /// What both deprecated policies allow.
  private static let former =
    reads + "cloudformation:DescribeChangeSet,DescribeStackResources,DescribeStacks,GetTemplate,"
    + "ListStackResources cognito-identity:ListIdentityPools cognito-sync:GetCognitoEvents "
    + "iot:DescribeEndpoint,GetTopicRule,ListPolicies,ListThings,ListTopicRules "
    + "kinesis:DescribeStream,ListStreams kms:ListAliases sns:ListSubscriptions,"
    + "ListSubscriptionsByTopic,ListTopics sqs:ListQueues tag:GetResources "
}
