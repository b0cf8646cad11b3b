import JSONText

/// Writes the resource policies of other services, each as the AWS CLI prints it for one resource.
struct ResourcePolicyFiles {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan
  /// The region.
  let region: String

  private var policies: ResourcePolicies {
    ResourcePolicies(plan: plan, account: account, region: region)
  }

  /// Writes the files of all services in the region.
  func write(to export: inout OrganizationExport) throws(GenerationError) {
    for service in Service.allCases {
      let folder = "\(account.folder)\(service.rawValue)/\(region)/\(service.command)/"
      for index in 0..<account.resourceCount where isHere(index) {
        try write(service, index, folder: folder, to: &export)
      }
      export.manifest.record(folder, .complete)
    }
  }

  /// The services, by the name of their folder.
  private enum Service: String, CaseIterable {
    case storage = "s3api"
    case queues = "sqs"
    case topics = "sns"
    case keys = "kms"
    case secrets = "secretsmanager"

    /// The command that prints the policy.
    var command: String {
      switch self {
      case .storage: "get-bucket-policy"
      case .queues: "get-queue-attributes"
      case .topics: "get-topic-attributes"
      case .keys: "get-key-policy"
      case .secrets: "get-resource-policy"
      }
    }
  }

  /// Resources take turns with the regions.
  private func isHere(_ index: Int) -> Bool {
    plan.options.regions[index % plan.options.regions.count] == region
  }

  private func write(
    _ service: Service, _ index: Int, folder: String, to export: inout OrganizationExport
  ) throws(GenerationError) {
    var stream = plan.entropy.stream(
      .resource, account.index, index * 8 + (Service.allCases.firstIndex(of: service) ?? 0))
    let resource = resource(service, index, &stream)
    guard let output = resource.output else {
      export.manifest.record("\(folder)\(resource.name).json", .absent)
      return
    }
    try export.writeItem(output, to: "\(folder)\(resource.name).json")
    export.counts.add(.resourcePolicies, resource.hasPolicy ? 1 : 0)
  }

  /// A resource: its name, what the command prints (`nil` where AWS says that there is no policy),
  /// and whether that holds a policy.
  private typealias Resource = (name: String, output: JSON?, hasPolicy: Bool)

  private func resource(
    _ service: Service, _ index: Int, _ stream: inout SplitMix64
  ) -> Resource {
    let team = stream.pick(Vocabulary.teams)
    switch service {
    case .storage:
      let name = ResourcePolicies.bucketName(plan, account, index)
      let policy = policies.bucket(name, index, &stream)
      return (name, policy.map { ["Policy": .string($0.text())] }, policy != nil)
    case .queues: return queue("\(team)-queue-\(index)", index)
    case .topics: return topic("\(team)-topic-\(index)", index)
    case .keys:
      let policy = policies.key(index, &stream)
      return (
        stream.uuid(), ["Policy": .string(policy.text()), "PolicyName": "default"], true
      )
    case .secrets: return secret("\(team)-secret-\(index)", index, &stream)
    }
  }
}

extension ResourcePolicyFiles {
  private func queue(_ name: String, _ index: Int) -> Resource {
    let arn = account.arn("sqs", region, name)
    let policy = policies.queue(arn, index)
    var attributes: JSON = ["QueueArn": .string(arn)]
    if let policy { attributes.append("Policy", .string(policy.text())) }
    attributes.append("VisibilityTimeout", "30")
    attributes.append("SqsManagedSseEnabled", "true")
    return (name, ["Attributes": attributes], policy != nil)
  }

  private func topic(_ name: String, _ index: Int) -> Resource {
    let arn = account.arn("sns", region, name)
    let policy = policies.topic(arn, index)
    let attributes: JSON = [
      "Policy": .string(policy.text()), "Owner": .string(account.id),
      "TopicArn": .string(arn), "DisplayName": "", "SubscriptionsConfirmed": "0",
    ]
    return (name, ["Attributes": attributes], true)
  }

  private func secret(_ name: String, _ index: Int, _ stream: inout SplitMix64) -> Resource {
    let suffix = stream.label(6)
    var output: JSON = [
      "ARN": .string(account.arn("secretsmanager", region, "secret:\(name)-\(suffix)")),
      "Name": .string(name),
    ]
    let policy = policies.secret(index, &stream)
    if let policy { output.append("ResourcePolicy", .string(policy.text())) }
    return (name, output, policy != nil)
  }
}
