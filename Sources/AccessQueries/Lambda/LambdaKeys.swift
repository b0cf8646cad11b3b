import ActionCatalog
import Evaluation
import PolicyLanguage
import Registry

/// The condition keys of Lambda's own requests, as far as action, resource and registry tell them.
///
/// What the asker gives counts before them.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Lambda",
/// and Lambda developer guide, "Fine-tuning the Resources and Conditions sections of policies".
struct LambdaKeys {
  let snapshot: Snapshot
  let question: AccessQuestion

  /// The function whose code makes the call; never the one that is called (`lambda:FunctionArn`) nor
  /// the resource for which a service calls (`aws:SourceArn`).
  static let sourceFunctionARN = ContextKey("lambda:SourceFunctionArn")
  static let functionARN = ContextKey("lambda:FunctionArn")
  static let urlAuthType = ContextKey("lambda:FunctionUrlAuthType")
  static let invokedViaURL = ContextKey("lambda:InvokedViaFunctionUrl")
  private static let principal = ContextKey("lambda:Principal")
  private static let codeSigningConfig = ContextKey("lambda:CodeSigningConfigArn")
  private static let resourceTag = "aws:ResourceTag"
  private static let requestTag = "aws:RequestTag"

  /// Says of a caller what follows for `lambda:SourceFunctionArn`: only the session of a role can be
  /// that of a running function.
  ///
  /// Source: Lambda developer guide, "Using source function ARN to control function access
  /// behavior".
  static func describe(_ caller: Caller, in section: inout ContextSection) {
    switch caller {
    case .role, .roleSession: break
    default: section[sourceFunctionARN] = .absent
    }
  }

  /// Adds the keys to those of the resource.
  func describe(in section: inout ContextSection) throws {
    guard let action = ActionCatalog.action(question.action), action.service == "lambda",
      let service = ActionCatalog.service("lambda")
    else { return }
    closeForeignKeys(action, service, in: &section)
    describeTagKeys(in: &section)
    switch action.name {
    case "CreateFunctionUrlConfig", "UpdateFunctionUrlConfig":
      section[Self.functionARN] = functionARN(question.resource)
      section[Self.urlAuthType] = .unknown
    case "GetFunctionUrlConfig", "DeleteFunctionUrlConfig", "InvokeFunctionUrl":
      section[Self.functionARN] = functionARN(question.resource)
      section[Self.urlAuthType] = try storedAuthType().map(ContextState.value) ?? .unknown
    case "CreateEventSourceMapping":
      section[Self.functionARN] = functionARN(question.resource)
    case "GetEventSourceMapping", "UpdateEventSourceMapping", "DeleteEventSourceMapping":
      let mapping = try snapshot.record(EventSourceMapping.self, arn: question.resource)
      section[Self.functionARN] = functionARN(mapping?.function ?? "")
    case "AddPermission", "RemovePermission", "PutResourcePolicy", "DeleteResourcePolicy":
      // AWS: the request always names somebody ("AddPermission", `Principal`), and the form for
      // several is not documented.
      section[Self.principal] = .unknown
    case "PutFunctionCodeSigningConfig":
      let isConfig = question.resource.contains(":code-signing-config:")
      section[Self.codeSigningConfig] = isConfig ? .value(question.resource) : .unknown
      describeParameters(in: &section)
    case "UpdateFunctionConfiguration":
      try describeNetwork(in: &section)
      describeParameters(in: &section)
    case "CreateFunction":
      describeTagsToBe(in: &section)
      describeParameters(in: &section)
    default: break
    }
  }

  /// The auth type that the registry has of the URL that is asked about.
  func storedAuthType() throws -> String? {
    try snapshot.record(FunctionURL.self, arn: question.resource)?.authType
  }

  /// Marks as absent the keys of Lambda and of tags that a request for the action never has.
  ///
  /// Cost: linear in Lambda's condition keys.
  private func closeForeignKeys(
    _ action: ActionCatalog.Action, _ service: ActionCatalog.Service,
    in section: inout ContextSection
  ) {
    // AWS: tags of a resource are compared only where the action names a resource type that has
    // them; layers and actions without resource have none ("Using tags in IAM policies").
    let isLayer = question.resource.contains(":layer:")
    if question.takesNoResource || isLayer {
      forgetTags(in: &section)
      section.close(family: Self.resourceTag)
    }
    let own = Set(service.conditionKeys(of: action).map(\.name))
    for key in service.conditionKeys
    where !own.contains(key.name) && ContextKey(key.name) != Self.sourceFunctionARN {
      if key.name.hasPrefix(Self.requestTag) {
        section.close(family: Self.requestTag)
      } else if key.name.hasPrefix("lambda:") || key.name == "aws:TagKeys" {
        section[ContextKey(key.name)] = .absent
      }
    }
  }

  /// Lists the keys of the tags that the request passes, where those given are all.
  private func describeTagKeys(in section: inout ContextSection) {
    let tags = question.context.requestTags
    guard question.context.isComplete, !tags.isEmpty else { return }
    section[ContextKey("aws:TagKeys")] = .values(tags.map { ContextValue($0.key) })
  }

  /// The value of `lambda:FunctionArn`. Whether it keeps a qualifier is not documented.
  private func functionARN(_ resource: String) -> ContextState {
    guard let name = FunctionName(resource), name.qualifier == nil else { return .unknown }
    return .value(name.unqualified)
  }

  /// Fills the network's keys of a change that leaves the network alone: they are those of the
  /// configuration as it stands.
  ///
  /// Source: Lambda developer guide, "Using IAM condition keys for VPC settings".
  private func describeNetwork(in section: inout ContextSection) throws {
    guard question.context.isComplete,
      let function = try snapshot.record(
        Function.self, arn: FunctionName(question.resource)?.unqualified ?? question.resource),
      let vpc = function.vpc
    else { return }
    section[ContextKey("lambda:VpcIds")] = .value(vpc)
    section[ContextKey("lambda:SubnetIds")] = .values(function.subnets.map { ContextValue($0) })
    section[ContextKey("lambda:SecurityGroupIds")] = .values(
      function.securityGroups.map { ContextValue($0) })
  }

  /// Takes layers and the code signing configuration from what the request names.
  private func describeParameters(in section: inout ContextSection) {
    let layers = question.parameters.resources(of: "lambda", type: "layer:")
    if !layers.isEmpty {
      section[ContextKey("lambda:Layer")] = .values(layers.map { ContextValue($0) })
    }
    let configs = question.parameters.resources(of: "lambda", type: "code-signing-config:")
    if let config = configs.first { section[Self.codeSigningConfig] = .value(config) }
  }

  /// The tags of a function that is about to be made are those of the request.
  ///
  /// Source: Lambda developer guide, "Using attribute-based access control in Lambda", whose example
  /// compares `aws:ResourceTag` when a function is made.
  private func describeTagsToBe(in section: inout ContextSection) {
    forgetTags(in: &section)
    for (key, value) in question.context.requestTags {
      section[.tag(key, in: Self.resourceTag)] = .value(value)
    }
  }

  /// Takes back what was said of the resource's tags.
  private func forgetTags(in section: inout ContextSection) {
    let prefix = Self.resourceTag.lowercased() + "/"
    for key in section.keys where key.name.lowercased().hasPrefix(prefix) {
      section[key] = nil
    }
  }
}

extension SuppliedContext {
  /// The tags that the request passes, in the order of their keys.
  var requestTags: [(key: String, value: String)] {
    let prefix = "aws:requesttag/"
    return values.compactMap { key, values in
      guard key.lowercased().hasPrefix(prefix), let value = values.first else { return nil }
      return (String(key.dropFirst(prefix.count)), value)
    }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
