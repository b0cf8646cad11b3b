import AccessQueries
import Registry
import Testing

/// A grant under a condition, a request, and what comes of it when every other key is absent.
struct LambdaKeyCase: Sendable, CustomTestStringConvertible {
  let name: String
  let action: String
  let resource: String
  let condition: String
  let context: [String: [String]]
  let outcome: Outcome

  init(
    _ action: String, _ resource: String, if condition: String, _ outcome: Outcome,
    _ context: [String: [String]] = [:]
  ) {
    name = "\(action) if \(condition)"
    self.action = "lambda:\(action)"
    self.resource = resource
    self.condition = condition
    self.context = context
    self.outcome = outcome
  }

  var testDescription: String { name }
}

/// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Lambda".
@Suite("the condition keys of Lambda's requests")
struct LambdaKeyTests {
  private static let mapping = "arn:aws:lambda:us-east-1:111122223333:event-source-mapping:1"
  private static let qualifiedMapping =
    "arn:aws:lambda:us-east-1:111122223333:event-source-mapping:2"
  private static let layer = "arn:aws:lambda:us-east-1:111122223333:layer:l:1"

  private static let ofF = #"{"ArnEquals":{"lambda:FunctionArn":"\#(function("f"))"}}"#
  private static let signed = #"{"StringEquals":{"lambda:FunctionUrlAuthType":"AWS_IAM"}}"#
  private static let toSNS = #"{"StringEquals":{"lambda:Principal":"sns.amazonaws.com"}}"#
  private static let inNetwork = #"{"StringEquals":{"lambda:VpcIds":"vpc-1"}}"#
  private static let inSubnets =
    #"{"ForAllValues:StringEquals":{"lambda:SubnetIds":["subnet-1","subnet-2"]},"Null":{"lambda:SubnetIds":"false"}}"#
  private static let tagged = #"{"StringEquals":{"aws:ResourceTag/team":"shop"}}"#
  private static let untagged = #"{"Null":{"aws:ResourceTag/team":"true"}}"#
  private static let layers =
    #"{"ForAllValues:StringLike":{"lambda:Layer":"arn:aws:lambda:*:111122223333:layer:*:*"}}"#
  private static let project =
    #"{"StringEquals":{"aws:RequestTag/project":"${aws:PrincipalTag/team}","aws:ResourceTag/project":"${aws:PrincipalTag/team}"},"ForAllValues:StringEquals":{"aws:TagKeys":"project"}}"#

  static let functionARNs: [LambdaKeyCase] = [
    .init("CreateFunctionUrlConfig", function("f"), if: ofF, .allowed),
    .init("GetFunctionUrlConfig", function("g"), if: ofF, .denied),
    // Whether the key keeps the qualifier is not documented.
    .init("DeleteFunctionUrlConfig", function("f:live"), if: ofF, .conditional),
    .init("UpdateEventSourceMapping", mapping, if: ofF, .allowed),
    .init("DeleteEventSourceMapping", qualifiedMapping, if: ofF, .conditional),
    .init("GetEventSourceMapping", mapping + "0", if: ofF, .conditional),
    .init("CreateEventSourceMapping", function("f"), if: ofF, .allowed),
    .init("CreateEventSourceMapping", function("g"), if: ofF, .denied),
    .init("CreateEventSourceMapping", "*", if: ofF, .conditional),
    // No request to call or change a function has the key.
    .init("InvokeFunction", function("f"), if: ofF, .denied),
    .init(
      "UpdateFunctionCode", function("f"), if: #"{"Null":{"lambda:FunctionArn":"true"}}"#, .allowed),
    .init(
      "InvokeFunction", function("f"), if: ofF, .allowed, ["lambda:FunctionArn": [function("f")]]),
  ]

  static let authTypes: [LambdaKeyCase] = [
    .init("GetFunctionUrlConfig", function("f"), if: signed, .allowed),
    .init("DeleteFunctionUrlConfig", function("f:live"), if: signed, .denied),
    // What a change asks for is not in the registry.
    .init("CreateFunctionUrlConfig", function("f"), if: signed, .conditional),
    .init(
      "UpdateFunctionUrlConfig", function("f"), if: signed, .denied,
      ["lambda:FunctionUrlAuthType": ["NONE"]]),
    .init(
      "AddPermission", function("f"), if: signed, .allowed,
      ["lambda:FunctionUrlAuthType": ["AWS_IAM"]]),
    .init("AddPermission", function("f"), if: signed, .denied),
    // A grant of InvokeFunction that names the key is dead.
    .init("InvokeFunction", function("f"), if: signed, .denied),
  ]

  static let principals: [LambdaKeyCase] = [
    .init(
      "AddPermission", function("f"), if: toSNS, .allowed,
      ["lambda:Principal": ["sns.amazonaws.com"]]),
    .init("AddPermission", function("f"), if: toSNS, .denied, ["lambda:Principal": ["*"]]),
    // Every such request names somebody.
    .init("AddPermission", function("f"), if: toSNS, .conditional),
    .init("RemovePermission", function("f"), if: toSNS, .conditional),
    .init("PutResourcePolicy", function("f"), if: toSNS, .conditional),
    .init("GetPolicy", function("f"), if: toSNS, .denied),
    .init(
      "GetPolicy", function("f"),
      if: #"{"StringEqualsIfExists":{"lambda:Principal":"sns.amazonaws.com"}}"#, .allowed),
  ]

  static let networks: [LambdaKeyCase] = [
    // A change that leaves the network alone is judged by the network as it is.
    .init("UpdateFunctionConfiguration", function("f"), if: inNetwork, .allowed),
    .init("UpdateFunctionConfiguration", function("f"), if: inSubnets, .allowed),
    .init("UpdateFunctionConfiguration", function("g"), if: inNetwork, .denied),
    .init(
      "UpdateFunctionConfiguration", function("f"), if: inNetwork, .denied,
      ["lambda:VpcIds": ["vpc-2"]]),
    .init("CreateFunction", function("f"), if: inNetwork, .denied),
    .init(
      "CreateFunction", function("h"), if: inSubnets, .allowed,
      ["lambda:SubnetIds": ["subnet-1", "subnet-2"]]),
    .init(
      "CreateFunction", function("h"), if: inSubnets, .denied,
      ["lambda:SubnetIds": ["subnet-1", "subnet-9"]]),
    .init("CreateFunction", function("h"), if: layers, .allowed),
    .init("CreateFunction", function("h"), if: layers, .allowed, ["lambda:Layer": [layer]]),
    .init(
      "CreateFunction", function("h"), if: layers, .denied,
      ["lambda:Layer": [layer, "arn:aws:lambda:us-east-1:444455556666:layer:l:1"]]),
  ]

  static let tags: [LambdaKeyCase] = [
    // A function's tags are those of its versions and aliases.
    .init("InvokeFunction", function("f"), if: tagged, .allowed),
    .init("InvokeFunction", function("f:1"), if: tagged, .allowed),
    .init("GetAlias", function("f:live"), if: tagged, .allowed),
    .init("InvokeFunction", function("g"), if: tagged, .denied),
    // A mapping does not inherit them, a layer has none, and a list is of no resource.
    .init("GetEventSourceMapping", mapping, if: tagged, .denied),
    .init("GetLayerVersion", layer, if: untagged, .allowed),
    .init("CreateEventSourceMapping", function("f"), if: untagged, .allowed),
    // AWS's own example: a function is made with the tags of its maker.
    .init(
      "CreateFunction", function("h"), if: project, .allowed,
      ["aws:RequestTag/project": ["shop"]]),
    .init(
      "CreateFunction", function("h"), if: project, .denied, ["aws:RequestTag/project": ["bank"]]),
    .init(
      "CreateFunction", function("h"), if: project, .denied,
      ["aws:RequestTag/project": ["shop"], "aws:RequestTag/extra": ["1"]]),
    .init("CreateFunction", function("h"), if: project, .denied),
    // What stood under the same name before is gone.
    .init("CreateFunction", function("f"), if: untagged, .allowed),
    .init("InvokeFunction", function("f"), if: #"{"Null":{"aws:TagKeys":"true"}}"#, .allowed),
  ]

  private static func registry(_ example: LambdaKeyCase) throws -> WrittenRegistry {
    try WrittenRegistry { writer in
      try writer.put(
        role: role("app"), [allow(example.action, on: "*", when: example.condition)])
      try writer.put(
        Function(
          arn: function("f"), layers: [], vpc: "vpc-1", subnets: ["subnet-1", "subnet-2"],
          securityGroups: ["sg-1"], fileSystems: []))
      try writer.put(function: function("g"))
      try writer.put(FunctionURL(function: function("f"), authType: "AWS_IAM"))
      try writer.put(FunctionURL(function: function("f:live"), authType: "NONE"))
      for (arn, target) in [(mapping, "f"), (qualifiedMapping, "f:live")] {
        try writer.put(EventSourceMapping(arn: arn, function: function(target), isEnabled: true))
        try writer.put(ResourceTags(resource: arn, tags: Tags()))
      }
      try writer.put(
        ResourceTags(resource: function("f"), tags: Tags([Tag(key: "team", value: "shop")])))
      try writer.put(ResourceTags(resource: function("g"), tags: Tags()))
    }
  }

  @Test(
    "are filled and kept out", arguments: functionARNs + authTypes + principals + networks + tags)
  func keys(example: LambdaKeyCase) throws {
    let question = asking(
      example.action, example.resource,
      takesNoResource: example.action == "lambda:CreateEventSourceMapping", example.context)
    let answer = try Self.registry(example).can(.role(arn: role("app")), question)
    #expect(answer.outcome == example.outcome)
  }

  @Test(
    "a key that the action never has is absent also where nothing else is known",
    arguments: [("InvokeFunction", Outcome.denied), ("GetFunctionUrlConfig", .allowed)])
  func partial(action: String, outcome: Outcome) throws {
    let example = LambdaKeyCase(action, function("f"), if: Self.signed, outcome)
    let question = AccessQuestion(action: example.action, resource: example.resource)
    let answer = try Self.registry(example).can(.role(arn: role("app")), question)
    #expect(answer.outcome == outcome)
  }
}
