import JSONText

/// Writes `lambda/REGION/` and `tagging/REGION/` of an account.
struct FunctionFiles {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan
  /// The region.
  let region: String

  private var folder: String { "\(account.folder)lambda/\(region)/" }

  /// Writes every file of the region, or records that AWS refused to say.
  func write(to export: inout OrganizationExport) throws(GenerationError) {
    guard !isDenied else {
      for list in ["list-functions", "list-event-source-mappings", "list-layers"] {
        export.manifest.record("\(folder)\(list).json", .denied)
      }
      return
    }
    let functions = plan.functions(of: account, in: region)
      .map { FunctionContent(plan, account, $0) }
    try writeConfigurations(of: functions, to: &export)
    for function in functions { try writeItems(of: function, to: &export) }
    for command in Self.itemCommands {
      export.manifest.record("\(folder)\(command)/", .complete)
    }
    try writeMappings(of: functions, to: &export)
    try Layers(plan: plan, account: account).write(region: region, to: &export)
    try writeTags(of: functions, to: &export)
  }

  private static let itemCommands = [
    "list-versions-by-function", "list-aliases", "list-function-url-configs", "get-policy",
  ]

  /// One account in nine refuses to list what it has in the last of several regions.
  private var isDenied: Bool {
    account.index % 9 == 4 && plan.options.regions.count > 1
      && region == plan.options.regions.last
  }

  /// One account in nine could not be asked for its tags in the last region.
  private var hasFailedTags: Bool {
    account.index % 9 == 3 && plan.options.regions.count > 1
      && region == plan.options.regions.last
  }

  /// In one account of five, AWS refuses to show the policy of one function.
  private func hasDeniedPolicy(_ function: FunctionIdentity) -> Bool {
    account.index % 5 == 2 && function.index == 9
  }
}

extension FunctionFiles {
  private func writeConfigurations(
    of functions: [FunctionContent], to export: inout OrganizationExport
  ) throws(GenerationError) {
    let configuration = FunctionConfiguration(plan: plan, account: account)
    try export.write(folder + "list-functions.json") {
      (file: inout ExportFile, counts: inout RecordCounts) throws(GenerationError) in
      file.json.beginObject()
      file.json.key("Functions")
      file.json.beginArray()
      for function in functions {
        file.json.value(configuration.json(function, version: "$LATEST"))
        try file.flushIfFull()
      }
      file.json.endArray()
      file.json.endObject()
      counts.add(.functions, functions.count)
    }
  }

  private func writeItems(
    of function: FunctionContent, to export: inout OrganizationExport
  ) throws(GenerationError) {
    let name = function.identity.name
    let configuration = FunctionConfiguration(plan: plan, account: account)
    let versions = ["$LATEST"] + (0..<function.publishedVersions).map { "\($0 + 1)" }
    try export.writeItem(
      ["Versions": .array(versions.map { configuration.json(function, version: $0) })],
      to: "\(folder)list-versions-by-function/\(name).json")
    try export.writeItem(
      ["Aliases": .array(function.aliases.map { alias($0, of: function) })],
      to: "\(folder)list-aliases/\(name).json")
    let url = url(of: function)
    try export.writeItem(
      ["FunctionUrlConfigs": .array(url.map { [$0] } ?? [])],
      to: "\(folder)list-function-url-configs/\(name).json")
    export.counts.add(.functionVersions, function.publishedVersions)
    export.counts.add(.functionAliases, function.aliases.count)
    export.counts.add(.functionURLs, url == nil ? 0 : 1)
    try writePolicies(of: function, to: &export)
  }

  private func writePolicies(
    of function: FunctionContent, to export: inout OrganizationExport
  ) throws(GenerationError) {
    let policies = FunctionPolicies(plan: plan, account: account)
    let path = "\(folder)get-policy/\(function.identity.name)"
    if hasDeniedPolicy(function.identity) {
      export.manifest.record("\(path).json", .denied)
    } else if let document = policies.document(of: function) {
      try export.writeItem(
        record(document, function, function.policyGeneration), to: "\(path).json")
      export.counts.add(.functionPolicies)
    } else {
      export.manifest.record("\(path).json", .absent)
    }
    let published = (0..<function.publishedVersions).map { "\($0 + 1)" }
    for qualifier in published + function.aliases {
      let item = "\(path)/\(qualifier).json"
      guard function.qualifiersWithPolicy.contains(qualifier) else {
        export.manifest.record(item, .absent)
        continue
      }
      let document = policies.document(of: function, qualifier: qualifier)
      try export.writeItem(record(document, function, -1), to: item)
      export.counts.add(.qualifierPolicies)
    }
  }

  /// What `get-policy` prints.
  private func record(
    _ document: JSON, _ function: FunctionContent, _ generation: Int
  ) -> JSON {
    var stream = plan.entropy.stream(
      .functionPolicy, account.index, function.identity.index, generation: 1 + generation)
    return ["Policy": .string(document.text()), "RevisionId": .string(stream.uuid())]
  }

  private func alias(_ name: String, of function: FunctionContent) -> JSON {
    var stream = plan.entropy.stream(
      .function, account.index, function.identity.index,
      generation: -function.publishedVersions - (name == "live" ? 0 : 1_000_000))
    var record: JSON = [
      "AliasArn": .string("\(function.identity.arn):\(name)"),
      "Name": .string(name),
      "FunctionVersion": .string("\(function.publishedVersions)"),
      "Description": "",
    ]
    if name == "canary" && function.publishedVersions > 1 {
      record.append("RoutingConfig", ["AdditionalVersionWeights": ["1": .number("0.05")]])
    }
    record.append("RevisionId", .string(stream.uuid()))
    return record
  }

  private func url(of function: FunctionContent) -> JSON? {
    guard let authentication = function.urlAuthentication else { return nil }
    var stream = plan.entropy.stream(.functionURL, account.index, function.identity.index)
    let host = "\(stream.label(32)).lambda-url.\(region).on.aws"
    let created = Timestamp.past(&stream).commandLineText
    // A URL belongs to the function or to an alias, never to a version.
    let isOnAlias = !function.aliases.isEmpty && stream.chance(30)
    return [
      "FunctionUrl": .string("https://\(host)/"),
      "FunctionArn": .string(function.identity.arn + (isOnAlias ? ":live" : "")),
      "CreationTime": .string(created),
      "LastModifiedTime": .string(created),
      "AuthType": .string(authentication),
      "InvokeMode": "BUFFERED",
    ]
  }
}

extension FunctionFiles {
  private func writeMappings(
    of functions: [FunctionContent], to export: inout OrganizationExport
  ) throws(GenerationError) {
    let mappings = EventSourceMappings(plan: plan, account: account)
    let records = functions.compactMap { mappings.mapping(of: $0) }
    try export.write(
      ["EventSourceMappings": .array(records)], to: folder + "list-event-source-mappings.json")
    export.counts.add(.eventSourceMappings, records.count)
  }

  private func writeTags(
    of functions: [FunctionContent], to export: inout OrganizationExport
  ) throws(GenerationError) {
    let path = "\(account.folder)tagging/\(region)/get-resources.json"
    guard !hasFailedTags else {
      export.manifest.record(path, .failed)
      return
    }
    // The service lists what has tags or once had some.
    let listed = functions.filter { !$0.tags.isEmpty || $0.identity.index % 11 == 5 }
    let records = listed.map { function -> JSON in
      [
        "ResourceARN": .string(function.identity.arn),
        "Tags": .array(function.tags.map(\.json)),
      ]
    }
    try export.write(["ResourceTagMappingList": .array(records)], to: path)
    export.counts.add(.taggedResources, records.count)
  }
}
