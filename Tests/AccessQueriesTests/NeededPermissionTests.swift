import AccessQueries
import Registry
import Testing

/// What somebody holds, what the request names, and what comes of a permission that it needs.
struct NeedCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let operation: String
  var resource = function("f")
  /// The statements of the role that asks, beside an Allow of the operation itself.
  var identity: [String] = []
  var passedRole: String?
  var resources: [String] = []
  var context: [String: [String]] = [:]
  let action: String
  /// `nil` where the permission must not be listed.
  let expected: (Outcome, NeededPermission.Need)?
}

/// Source: the table of `DependentPermission`.
@Suite("what a request to Lambda needs beside its own action")
struct NeededPermissionTests {
  private static let toLambda =
    #"{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#
  private static let layer = "arn:aws:lambda:us-east-1:111122223333:layer:l:1"
  private static let foreignLayer = "arn:aws:lambda:us-east-1:444455556666:layer:l:1"
  private static let key = "arn:aws:kms:us-east-1:111122223333:key/1"
  private static let config =
    "arn:aws:lambda:us-east-1:111122223333:code-signing-config:csc-0123456789abcdef0"
  private static let queue = "arn:aws:sqs:us-east-1:111122223333:q"

  static let roles: [NeedCase] = [
    NeedCase(
      testDescription: "the role that is passed", operation: "CreateFunction",
      identity: [allow("iam:PassRole", on: role("app"), when: toLambda)], passedRole: role("app"),
      action: "iam:PassRole", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "another role", operation: "CreateFunction",
      identity: [allow("iam:PassRole", on: role("app"))], passedRole: role("other"),
      action: "iam:PassRole", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a role for another service", operation: "CreateFunction",
      identity: [
        allow(
          "iam:PassRole", on: "*",
          when: #"{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"#)
      ], passedRole: role("app"), action: "iam:PassRole", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a role for one function", operation: "CreateFunction",
      identity: [
        allow(
          "iam:PassRole", on: "*",
          when: #"{"ArnLike":{"iam:AssociatedResourceArn":"\#(function("f"))"}}"#)
      ], passedRole: role("app"), action: "iam:PassRole", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "a role given to an existing function",
      operation: "UpdateFunctionConfiguration", passedRole: role("app"), action: "iam:PassRole",
      expected: (.denied, .required)),
    NeedCase(
      testDescription: "a role that may not even change",
      operation: "UpdateFunctionConfiguration", action: "iam:PassRole",
      expected: (.denied, .conditional)),
    NeedCase(
      testDescription: "code does not pass a role", operation: "UpdateFunctionCode",
      passedRole: role("app"), action: "iam:PassRole", expected: nil),
    NeedCase(
      testDescription: "Lambda assumes the role", operation: "CreateFunction",
      passedRole: role("app"), action: "sts:AssumeRole", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "a role of another service", operation: "CreateFunction",
      passedRole: role("server"), action: "sts:AssumeRole", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a role that nobody has seen", operation: "CreateFunction",
      passedRole: role("gone"), action: "sts:AssumeRole", expected: (.unknown, .required)),
  ]

  static let parts: [NeedCase] = [
    NeedCase(
      testDescription: "a layer of the account", operation: "CreateFunction",
      identity: [allow("lambda:GetLayerVersion", on: layer)], resources: [layer],
      action: "lambda:GetLayerVersion", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "a layer in the context", operation: "UpdateFunctionConfiguration",
      context: ["lambda:Layer": [layer]], action: "lambda:GetLayerVersion",
      expected: (.denied, .required)),
    NeedCase(
      testDescription: "a layer of another account, whose policy nobody has seen",
      operation: "CreateFunction", identity: [allow("lambda:GetLayerVersion", on: "*")],
      resources: [foreignLayer], action: "lambda:GetLayerVersion",
      expected: (.unknown, .required)),
    NeedCase(
      testDescription: "no layer", operation: "CreateFunction", action: "lambda:GetLayerVersion",
      expected: nil),
    NeedCase(
      testDescription: "tags", operation: "CreateFunction",
      identity: [
        allow(
          "lambda:TagResource", on: "*", when: #"{"StringEquals":{"aws:RequestTag/a":"1"}}"#)
      ], context: ["aws:RequestTag/a": ["1"]], action: "lambda:TagResource",
      expected: (.allowed, .required)),
    NeedCase(
      testDescription: "no tags", operation: "CreateFunction", action: "lambda:TagResource",
      expected: nil),
    NeedCase(
      testDescription: "the network", operation: "CreateFunction",
      identity: [allow("ec2:Describe*", on: "*")], context: ["lambda:SubnetIds": ["subnet-1"]],
      action: "ec2:DescribeSubnets", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "no network", operation: "CreateFunction", action: "ec2:DescribeSubnets",
      expected: nil),
    NeedCase(
      testDescription: "a key whose policy nobody has seen", operation: "CreateFunction",
      identity: [allow("kms:*", on: "*")], resources: [key], action: "kms:CreateGrant",
      expected: (.unknown, .required)),
    NeedCase(
      testDescription: "a key that the identity policy does not name", operation: "CreateFunction",
      identity: [deny("kms:*", on: "*")], resources: [key], action: "kms:Encrypt",
      expected: (.denied, .required)),
  ]

  static let policies: [NeedCase] = [
    NeedCase(
      testDescription: "tags in the reply", operation: "GetFunction",
      resource: function("f:live"), action: "lambda:ListTags", expected: (.denied, .optional)),
    NeedCase(
      testDescription: "statements that are added", operation: "PutResourcePolicy",
      identity: [allow("lambda:AddPermission", on: function("f"))],
      action: "lambda:AddPermission", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "statements that go", operation: "PutResourcePolicy",
      identity: [allow("lambda:AddPermission", on: function("f"))],
      action: "lambda:RemovePermission", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a policy that is read", operation: "GetResourcePolicy",
      action: "lambda:GetPolicy", expected: (.denied, .required)),
    NeedCase(
      testDescription: "the second resource", operation: "PutFunctionCodeSigningConfig",
      resources: [config], action: "lambda:PutFunctionCodeSigningConfig",
      expected: (.denied, .required)),
    NeedCase(
      testDescription: "the second resource, allowed", operation: "PutFunctionCodeSigningConfig",
      identity: [allow("lambda:PutFunctionCodeSigningConfig", on: config)], resources: [config],
      action: "lambda:PutFunctionCodeSigningConfig", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "an invocation needs nothing else", operation: "InvokeFunction",
      passedRole: role("app"), action: "iam:PassRole", expected: nil),
  ]

  static let sources: [NeedCase] = [
    NeedCase(
      testDescription: "the queue, by the execution role", operation: "CreateEventSourceMapping",
      resources: [queue], action: "sqs:ReceiveMessage", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "another right on the queue", operation: "CreateEventSourceMapping",
      resources: [queue], action: "sqs:DeleteMessage", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a cluster, by the older action that will do as well",
      operation: "CreateEventSourceMapping",
      resources: ["arn:aws:kafka:us-east-1:111122223333:cluster/c/1"],
      action: "kafka:DescribeCluster", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "the network of the cluster", operation: "CreateEventSourceMapping",
      resources: ["arn:aws:kafka:us-east-1:111122223333:cluster/c/1"],
      action: "ec2:CreateNetworkInterface", expected: (.denied, .required)),
    NeedCase(
      testDescription: "a function whose role nobody has seen",
      operation: "CreateEventSourceMapping", resource: function("g"), resources: [queue],
      action: "sqs:ReceiveMessage", expected: (.unknown, .required)),
    NeedCase(
      testDescription: "the source of a mapping that stands", operation: "UpdateEventSourceMapping",
      resource: "arn:aws:lambda:us-east-1:111122223333:event-source-mapping:1",
      action: "sqs:ReceiveMessage", expected: (.allowed, .required)),
    NeedCase(
      testDescription: "no source", operation: "CreateEventSourceMapping",
      action: "sqs:ReceiveMessage", expected: nil),
  ]

  private static func registry(_ example: NeedCase) throws -> WrittenRegistry {
    try WrittenRegistry { writer in
      let own = allow("lambda:\(example.operation)", on: function("f*"))
      try writer.put(role: role("deployer"), [own] + example.identity)
      let notFromCode = #"{"Null":{"lambda:SourceFunctionArn":"true"}}"#
      try writer.put(
        role: role("app"),
        [
          allow("sqs:ReceiveMessage", on: queue, when: notFromCode),
          allow("kafka:DescribeCluster", on: "*"),
        ])
      try writer.put(role: role("server"), trusting: "ec2.amazonaws.com")
      try writer.put(function: function("f"), role: role("app"))
      try writer.put(function: function("g"), role: role("gone"))
      try writer.put(
        EventSourceMapping(
          arn: "arn:aws:lambda:us-east-1:111122223333:event-source-mapping:1",
          function: function("f"), source: queue, isEnabled: true))
    }
  }

  @Test("is found and decided", arguments: roles + parts + policies + sources)
  func needs(example: NeedCase) throws {
    var question = asking(
      "lambda:\(example.operation)", example.resource,
      takesNoResource: example.operation == "CreateEventSourceMapping", example.context)
    question.parameters = RequestParameters(
      passedRole: example.passedRole, resources: example.resources)
    let answer = try Self.registry(example).can(.role(arn: role("deployer")), question)
    let found = answer.needed.filter { $0.action == example.action }
    #expect(found.map(\.outcome) == (example.expected.map { [$0.0] } ?? []))
    #expect(found.map(\.need) == (example.expected.map { [$0.1] } ?? []))
  }

  @Test(
    "counts only where the request cannot do without",
    arguments: [
      ("CreateFunction", role("app"), Outcome.denied),
      ("UpdateFunctionConfiguration", nil, .allowed), ("GetFunction", nil, .allowed),
      ("PutResourcePolicy", nil, .denied),
    ] as [(String, String?, Outcome)])
  func overall(operation: String, passedRole: String?, overall: Outcome) throws {
    let example = NeedCase(
      testDescription: operation, operation: operation, action: "", expected: nil)
    var question = asking("lambda:\(operation)", function("f"))
    question.parameters.passedRole = passedRole
    let answer = try Self.registry(example).can(.role(arn: role("deployer")), question)
    // The answer is AWS's decision about the action itself; what it needs stands beside it.
    #expect(answer.outcome == .allowed)
    #expect(answer.overall == overall)
  }

  /// The statements of one who makes a function, and whether he can pass some role, which the
  /// request does not tell.
  static let anyRole: [(statements: [String], outcome: Outcome, patterns: [String])] = [
    ([allow("iam:PassRole", on: "*")], .allowed, []),
    ([allow("iam:PassRole", on: role("*"), when: toLambda)], .allowed, []),
    (
      [allow("iam:PassRole", on: role("app-*")), allow("iam:*", on: role("job"))], .conditional,
      [role("app-*"), role("job")]
    ),
    // One role out of all may be kept back.
    ([allow("iam:*", on: "*"), deny("iam:PassRole", on: role("admin"))], .conditional, ["*"]),
    ([allow("iam:*", on: "*"), deny("iam:PassRole", on: "*")], .denied, []),
    (
      [
        allow(
          "iam:PassRole", on: "*",
          when: #"{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"#)
      ], .denied, []
    ),
    // Roles of another account cannot be passed here.
    ([allow("iam:PassRole", on: "arn:aws:iam::444455556666:role/*")], .denied, []),
    (
      [allow("iam:PassRole", on: role("${aws:PrincipalTag/team}-*"))], .conditional,
      [role("${aws:PrincipalTag/team}-*")]
    ),
    ([], .denied, []),
  ]

  @Test("a role that was not told is answered by pattern", arguments: anyRole)
  func patterns(row: (statements: [String], outcome: Outcome, patterns: [String])) throws {
    let example = NeedCase(
      testDescription: "", operation: "CreateFunction", identity: row.statements, action: "",
      expected: nil)
    let subject = Subject.role(arn: role("deployer"))
    let question = asking("lambda:CreateFunction", function("f"))
    let registry = try Self.registry(example)
    let need = try #require(try registry.can(subject, question).needed.first)
    #expect(need.action == "iam:PassRole")
    #expect(need.resource == role("*"))
    #expect(need.outcome == row.outcome)
    #expect(need.patterns == row.patterns)
    let codes = try registry.ask { try $0.assumptions(of: question, by: subject).map(\.code) }
    #expect(codes == ["open-passed-role", "no-further-parts"])
  }

  @Test("what was told is not assumed")
  func told() throws {
    let example = NeedCase(
      testDescription: "", operation: "CreateFunction", action: "", expected: nil)
    var question = asking(
      "lambda:CreateFunction", function("f"),
      ["aws:RequestTag/a": ["1"], "lambda:VpcIds": ["vpc-1"]])
    question.parameters = RequestParameters(passedRole: role("app"), resources: [Self.layer])
    let assumptions = try Self.registry(example).ask {
      try $0.assumptions(of: question, by: .role(arn: role("deployer")))
    }
    #expect(
      assumptions.map(\.message) == [
        "the request is taken to name no KMS key, no file system, no code in Amazon S3, "
          + "no capacity provider"
      ])
  }
}
