import JSONText
import PolicyLanguage
import Registry

/// `lambda list-aliases`, `list-function-url-configs` and `list-event-source-mappings`.
extension FileReader {
  mutating func readAliases(_ root: JSONValue) {
    for alias in list(root, "Aliases") {
      guard let arn = arn(alias, "AliasArn"), let version = text(alias, "FunctionVersion") else {
        continue
      }
      see(.listAliases, arn)
      let record = Alias(
        arn: arn.text, function: FunctionARN(arn.text).unqualified, version: version,
        routing: routing(alias))
      add(record, at: alias)
    }
  }

  /// The additional versions and their weights, sorted by version.
  private func routing(_ alias: JSONValue) -> String {
    let weights = alias["RoutingConfig"]?["AdditionalVersionWeights"]?.memberList ?? []
    let members = weights.compactMap { member in
      member.value.numberText.map { JSON.Member(member.key, .number($0)) }
    }
    return JSON.object(members.sorted { inByteOrder($0.key, $1.key) }).text()
  }

  mutating func readFunctionURLs(_ root: JSONValue) {
    for config in list(root, "FunctionUrlConfigs") {
      guard let arn = arn(config, "FunctionArn"), let type = text(config, "AuthType") else {
        continue
      }
      see(.listFunctionURLs, arn)
      let record = FunctionURL(
        function: arn.text, authType: type, url: text(config, "FunctionUrl"))
      add(record, at: config)
    }
  }

  mutating func readEventSourceMappings(_ root: JSONValue) {
    for mapping in list(root, "EventSourceMappings") {
      guard let function = arn(mapping, "FunctionArn") else { continue }
      see(.listEventSourceMappings, function)
      guard let name = mappingARN(mapping, function) else {
        draft.note(
          at(mapping).diagnostic(
            .warning, "no-arn", "an event source mapping without ARN and UUID is left out"))
        continue
      }
      let state = text(mapping, "State") ?? "Enabled"
      let destination = mapping["DestinationConfig"]?["OnFailure"]
      let record = EventSourceMapping(
        arn: name, function: function.text, source: text(mapping, "EventSourceArn"),
        failureDestination: text(destination, "Destination"),
        isEnabled: !["Disabled", "Disabling"].contains(state))
      add(record, at: mapping)
    }
  }

  /// Older output has no `EventSourceMappingArn`; the ARN ends in the UUID.
  private func mappingARN(_ mapping: JSONValue, _ function: ARN) -> String? {
    if let arn = reference(mapping, "EventSourceMappingArn") { return arn }
    return text(mapping, "UUID").map { id in
      "arn:\(function.partition):lambda:\(function.region):\(function.account)"
        + ":event-source-mapping:\(id)"
    }
  }
}
