import JSONText

/// The layers of an account: all in the first region, where some functions use them.
struct Layers {
  /// The organization of the account.
  let plan: OrganizationPlan
  /// The account.
  let account: AccountPlan

  /// The names, in the order in which they are listed.
  static let names = ["shared-runtime", "shared-tracing", "helpers"]

  /// How many versions a layer has; they are numbered from 1.
  func versionCount(_ layer: Int) -> Int { 1 + (layer + account.index) % 3 }

  /// The layers of a function's configuration; `nil` where it has none.
  func use(by function: FunctionIdentity) -> JSON? {
    guard function.region == plan.options.regions[0], function.index % 5 == 2 else { return nil }
    let layer = function.index / 5 % Self.names.count
    return [
      [
        "Arn": .string("\(arn(layer)):\(versionCount(layer))"),
        "CodeSize": .integer(10_000 + function.index),
      ]
    ]
  }

  /// Writes the lists of layers and of their versions, and the policies of the versions.
  func write(region: String, to export: inout OrganizationExport) throws(GenerationError) {
    let folder = "\(account.folder)lambda/\(region)/"
    let isHome = region == plan.options.regions[0]
    let layers = isHome ? Array(Self.names.indices) : []
    try export.write(
      ["Layers": .array(layers.map(summary))], to: folder + "list-layers.json")
    export.counts.add(.layers, layers.count)
    for layer in layers {
      let versions = (1...versionCount(layer)).reversed()
      try export.writeItem(
        ["LayerVersions": .array(versions.map { record(layer, $0) })],
        to: "\(folder)list-layer-versions/\(Self.names[layer]).json")
      export.counts.add(.layerVersions, versions.count)
      for version in versions {
        try writePolicy(layer, version, folder: folder, to: &export)
      }
    }
    export.manifest.record(folder + "list-layer-versions/", .complete)
    export.manifest.record(folder + "get-layer-version-policy/", .complete)
  }

  private func writePolicy(
    _ layer: Int, _ version: Int, folder: String, to export: inout OrganizationExport
  ) throws(GenerationError) {
    let path = "\(folder)get-layer-version-policy/\(Self.names[layer])/\(version).json"
    guard let policy = policy(layer, version) else {
      export.manifest.record(path, .absent)
      return
    }
    var stream = plan.entropy.stream(.layerPolicy, account.index, layer * 100 + version)
    try export.writeItem(
      ["Policy": .string(policy.text()), "RevisionId": .string(stream.uuid())], to: path)
    export.counts.add(.layerVersionPolicies)
  }
}

extension Layers {
  private func arn(_ layer: Int) -> String {
    account.arn("lambda", plan.options.regions[0], "layer:\(Self.names[layer])")
  }

  private func summary(_ layer: Int) -> JSON {
    [
      "LayerName": .string(Self.names[layer]),
      "LayerArn": .string(arn(layer)),
      "LatestMatchingVersion": record(layer, versionCount(layer)),
    ]
  }

  private func record(_ layer: Int, _ version: Int) -> JSON {
    var stream = plan.entropy.stream(.layer, account.index, layer * 100 + version)
    return [
      "LayerVersionArn": .string("\(arn(layer)):\(version)"),
      "Version": .integer(version),
      "Description": .string("\(Self.names[layer]) for everybody"),
      "CreatedDate": .string(Timestamp.past(&stream).lambdaText),
      "CompatibleRuntimes": ["python3.13", "nodejs22.x"],
      "LicenseInfo": "Apache-2.0",
    ]
  }

  /// The policy of a layer version. Only an account, everybody, or everybody in an organization can
  /// be a principal of one.
  ///
  /// Source: Lambda API Reference, AddLayerVersionPermission.
  private func policy(_ layer: Int, _ version: Int) -> JSON? {
    var statement: JSON = [
      "Sid": .string("grant-\(version)"), "Effect": "Allow",
      "Principal": layer == 1 && version == 1
        ? ["AWS": .string(plan.neighbor(of: account, 0).iam("root"))] : "*",
      "Action": "lambda:GetLayerVersion",
      "Resource": .string("\(arn(layer)):\(version)"),
    ]
    switch layer {
    case 0:
      statement.append(
        "Condition", ["StringEquals": ["aws:PrincipalOrgID": .string(plan.id)]])
    case 1: break
    default: return nil
    }
    return Policy.document(id: "default", [statement])
  }
}
