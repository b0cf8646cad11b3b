import JSONText

/// The event source mappings of an account: one function in five has one.
struct EventSourceMappings {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan

  /// The mapping of a function; `nil` where it has none.
  func mapping(of function: FunctionContent) -> JSON? {
    let identity = function.identity
    guard identity.index % 5 == 4 else { return nil }
    var stream = plan.entropy.stream(.eventSourceMapping, account.index, identity.index)
    let uuid = stream.uuid()
    let source = source(identity, &stream)
    let arn = account.arn("lambda", identity.region, "event-source-mapping:\(uuid)")
    // A mapping to an alias names it in the function's ARN.
    let target = function.aliases.isEmpty ? identity.arn : "\(identity.arn):live"
    var record: JSON = ["UUID": .string(uuid)]
    if source.isStream { record.append("StartingPosition", "TRIM_HORIZON") }
    record.append("BatchSize", 10)
    record.append("MaximumBatchingWindowInSeconds", 0)
    record.append("EventSourceArn", .string(source.arn))
    record.append("FunctionArn", .string(target))
    record.append("LastModified", .string(Timestamp.past(&stream).commandLineText))
    record.append("LastProcessingResult", "OK")
    record.append("State", identity.index % 2 == 0 ? "Enabled" : "Disabled")
    record.append("StateTransitionReason", "USER_INITIATED")
    record.append("EventSourceMappingArn", .string(arn))
    return record
  }

  private func source(
    _ function: FunctionIdentity, _ stream: inout SplitMix64
  ) -> (arn: String, isStream: Bool) {
    let name = "\(function.team)-\(stream.label(6))"
    switch function.index / 5 % 4 {
    case 0: return (account.arn("sqs", function.region, name), false)
    case 1: return (account.arn("kinesis", function.region, "stream/\(name)"), true)
    case 2:
      let label = "2025-01-01T00:00:00.000"
      return (account.arn("dynamodb", function.region, "table/\(name)/stream/\(label)"), true)
    default:
      return (account.arn("kafka", function.region, "cluster/\(name)/\(stream.uuid())-2"), true)
    }
  }
}
