import PolicyLanguage
import Registry

/// Where a record would be shown: the scope, and the item of its list.
struct RecordHome {
  let scope: Scope
  var item: String?

  /// The home of a record; `nil` for one that no command proves absent.
  init?(of record: some Record) {
    switch record {
    case let record as User: self.init(.authorizationDetails, global: record.arn)
    case let record as Group: self.init(.authorizationDetails, global: record.arn)
    case let record as Role: self.init(.authorizationDetails, global: record.arn)
    case let record as GroupMembership: self.init(.authorizationDetails, global: record.user)
    case let record as ManagedPolicy: self.init(.authorizationDetails, global: record.arn)
    case let record as ManagedPolicyVersion:
      self.init(.authorizationDetails, global: record.policy)
    case let record as InlinePolicy: self.init(.authorizationDetails, global: record.principal)
    case let record as PolicyAttachment: self.init(.authorizationDetails, global: record.principal)
    case let record as IdentityProvider:
      self.init(
        record.type == "SAML" ? .listSAMLProviders : .listOpenIDConnectProviders,
        global: record.arn)
    default: self.init(regional: record)
    }
  }

  private init?(regional record: some Record) {
    switch record {
    case let record as Function: self.init(.listFunctions, record.arn)
    case let record as FunctionVersion: self.init(.listVersions, itemOf: record.function)
    case let record as Alias: self.init(.listAliases, itemOf: record.function)
    case let record as FunctionURL: self.init(.listFunctionURLs, itemOf: record.function)
    case let record as EventSourceMapping: self.init(.listEventSourceMappings, record.arn)
    case let record as LayerVersion:
      self.init(.listLayerVersions, record.arn)
      item = Self.parts(record.arn, from: 6, to: 7)
    case let record as ResourceTags: self.init(.getResources, record.resource)
    case let record as ResourcePolicy: self.init(policyOf: record.resource)
    default: self.init(organizational: record)
    }
  }

  private init?(organizational record: some Record) {
    switch record {
    case let record as OrganizationalUnit:
      guard let parent = record.parent else { return nil }
      scope = Scope(command: .listOrganizationalUnits)
      item = parent
    case let record as Account:
      guard record.organization != nil else { return nil }
      scope = Scope(command: .listAccounts)
    case let record as ControlPolicy:
      scope = Scope(
        command: record.type == .serviceControl
          ? .listServiceControlPolicies : .listResourceControlPolicies)
    case let record as ControlPolicyAttachment:
      scope = Scope(command: .listTargets)
      item = controlPolicyID(record.policy)
    default: return nil
    }
  }

  private init?(_ command: AWSCommand, _ text: String) {
    guard let arn = ARN(text) else { return nil }
    scope = Scope(command: command, account: String(arn.account), region: String(arn.region))
  }

  /// AWS's own policies are in no account's list unless they are attached there, so that no list proves
  /// one of them absent.
  ///
  /// Source: IAM API Reference, "GetAccountAuthorizationDetails".
  private init?(_ command: AWSCommand, global text: String) {
    guard let arn = ARN(text), arn.account != "aws" else { return nil }
    scope = Scope(command: command, account: String(arn.account))
  }

  private init?(_ command: AWSCommand, itemOf function: String) {
    self.init(command, function)
    item = Self.parts(function, from: 6, to: 7)
  }

  /// The names of items are those of the layout's files; a qualifier follows a colon.
  private init?(policyOf resource: String) {
    guard let arn = ARN(resource) else { return nil }
    switch arn.service {
    case "lambda":
      let isLayer = arn.resource.hasPrefix("layer:")
      self.init(isLayer ? .getLayerVersionPolicy : .getFunctionPolicy, resource)
      item = Self.parts(resource, from: 6, to: 8)
    case "sqs":
      self.init(.getQueueAttributes, resource)
      item = String(arn.resource)
    case "sns":
      self.init(.getTopicAttributes, resource)
      item = String(arn.resource)
    case "kms":
      self.init(.getKeyPolicy, resource)
      item = String(arn.resource.dropFirst("key/".count))
    case "secretsmanager":
      self.init(.getSecretPolicy, resource)
      // AWS adds a hyphen and six characters to a secret's name.
      item = String(arn.resource.dropFirst("secret:".count).dropLast(7))
    default: return nil
    }
  }

  /// Fields of an ARN, counted from 0, joined again.
  static func parts(_ arn: String, from start: Int, to end: Int) -> String {
    arn.split(separator: ":", omittingEmptySubsequences: false).prefix(end).dropFirst(start)
      .joined(separator: ":")
  }
}

extension RecordHome {
  /// The place of what a command shows of a function, version or alias.
  init?(item arn: String, of command: AWSCommand) {
    self.init(command, arn)
    item = Self.parts(arn, from: 6, to: 8)
  }
}
