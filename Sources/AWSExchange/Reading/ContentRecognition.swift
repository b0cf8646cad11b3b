import JSONText
import PolicyLanguage

/// Tells from a file's content which command printed it, for files outside the layout.
enum ContentRecognition {
  /// Whether a file can be what a command prints: a list command always prints its list, empty or
  /// not. A file that lacks it proves nothing, least of all that there is nothing.
  static func isPlausible(_ root: JSONValue, as command: AWSCommand) -> Bool {
    let members =
      lists.filter { $0.1 == command }.map(\.0)
      + (command == .authorizationDetails ? ["Policies"] : [])
    return members.isEmpty || members.contains { root[$0]?.elements != nil }
  }

  /// The command, or `nil` where the content does not tell.
  static func command(of root: JSONValue) -> AWSCommand? {
    for (member, command) in lists where root[member]?.elements != nil { return command }
    if root["Organization"]?["MasterAccountId"] != nil { return .describeOrganization }
    if root["Policy"]?["PolicySummary"] != nil { return .describePolicy }
    if root["Attributes"]?["QueueArn"] != nil { return .getQueueAttributes }
    if root["Attributes"]?["TopicArn"] != nil { return .getTopicAttributes }
    if root["ARN"] != nil, root["ResourcePolicy"] != nil { return .getSecretPolicy }
    if root["Policies"]?.elements != nil { return policies(root) }
    return root["Policy"].flatMap { resourcePolicy($0) }
  }

  private static let lists: [(String, AWSCommand)] = [
    ("UserDetailList", .authorizationDetails),
    ("GroupDetailList", .authorizationDetails),
    ("RoleDetailList", .authorizationDetails),
    ("Functions", .listFunctions),
    ("Versions", .listVersions),
    ("Aliases", .listAliases),
    ("FunctionUrlConfigs", .listFunctionURLs),
    ("EventSourceMappings", .listEventSourceMappings),
    ("Layers", .listLayers),
    ("LayerVersions", .listLayerVersions),
    ("ResourceTagMappingList", .getResources),
    ("SAMLProviderList", .listSAMLProviders),
    ("OpenIDConnectProviderList", .listOpenIDConnectProviders),
    ("Roots", .listRoots),
    ("Accounts", .listAccounts),
  ]

  /// IAM's policies have versions, those of Organizations a type.
  private static func policies(_ root: JSONValue) -> AWSCommand? {
    guard let first = root["Policies"]?.elements?.first(where: { _ in true }) else { return nil }
    if first["PolicyVersionList"] != nil { return .authorizationDetails }
    switch first["Type"]?.string {
    case "SERVICE_CONTROL_POLICY": return .listServiceControlPolicies
    case "RESOURCE_CONTROL_POLICY": return .listResourceControlPolicies
    default: return nil
    }
  }

  /// The resource that the statements name tells the service.
  private static func resourcePolicy(_ policy: JSONValue) -> AWSCommand? {
    let document = DocumentIntake.unwrapped(policy).value
    guard let statement = document["Statement"] else { return nil }
    for statement in statement.oneOrMore {
      guard let resource = statement["Resource"] else { continue }
      for text in resource.oneOrMore.compactMap(\.string) {
        guard let arn = ARN(text) else { continue }
        if arn.service == "s3" { return .getBucketPolicy }
        if arn.service == "lambda" {
          return arn.resource.hasPrefix("layer:") ? .getLayerVersionPolicy : .getFunctionPolicy
        }
      }
    }
    return nil
  }
}
