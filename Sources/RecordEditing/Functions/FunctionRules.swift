import Registry

/// What Lambda demands of a function's configuration.
///
/// Sources: AWS Lambda API Reference, "CreateFunction", `Layers`, `VpcConfig`, `PackageType`,
/// `TracingConfig`, `FileSystemConfigs`, `LoggingConfig`; Lambda Developer Guide, "Lambda quotas".
enum FunctionRules {
  static let layerLimit = 5

  static func check(_ function: RecordEditor.NewFunction) throws {
    try checkChoices(function)
    try check(layers: function.layers)
    try checkNetwork(function)
    try checkReferences(function)
  }

  private static func checkChoices(_ function: RecordEditor.NewFunction) throws(EditError) {
    let choices = [
      ("package type", function.packageType, ["Zip", "Image"]),
      ("tracing mode", function.tracingMode, ["Active", "PassThrough"]),
    ]
    for (name, value, allowed) in choices {
      guard let value, !allowed.contains(value) else { continue }
      throw EditError(
        .validationError, "`\(value)` is no \(name)",
        hint: "it is \(allowed.joined(separator: " or "))")
    }
    if function.packageType == "Image", !function.layers.isEmpty {
      throw EditError(.invalidParameterValue, "a function of a container image has no layers")
    }
  }

  private static func check(layers: [String]) throws {
    guard layers.count <= layerLimit else {
      throw EditError(
        .invalidParameterValue,
        "there are \(layers.count) layers, and a function may have \(layerLimit)")
    }
    var seen: Set<String> = []
    for layer in layers {
      let name = try LayerVersionARN(arn: layer)
      guard seen.insert(name.layer).inserted else {
        throw EditError(
          .invalidParameterValue, "two versions of the layer `\(name.layer)` are given",
          hint: "a function uses one version of a layer")
      }
    }
  }

  private static func checkNetwork(_ function: RecordEditor.NewFunction) throws(EditError) {
    let groups = [
      ("subnet", "subnet-", function.subnets, 16),
      ("security group", "sg-", function.securityGroups, 5),
    ]
    for (name, prefix, ids, limit) in groups {
      guard ids.count <= limit else {
        throw EditError(
          .validationError, "there are \(ids.count) ids of a \(name), and there may be \(limit)")
      }
      for id in ids where !isID(id, prefix) {
        throw EditError(.validationError, "`\(id)` is not the id of a \(name)")
      }
    }
    if let vpc = function.vpc, !isID(vpc, "vpc-") {
      throw EditError(.validationError, "`\(vpc)` is not the id of a VPC")
    }
    guard function.subnets.isEmpty == function.securityGroups.isEmpty,
      function.vpc == nil || !function.subnets.isEmpty
    else {
      throw EditError(
        .invalidParameterValue, "a VPC needs both subnets and security groups",
        hint: "give both `--subnet-ids` and `--security-group-ids`, or neither")
    }
  }

  private static func checkReferences(_ function: RecordEditor.NewFunction) throws {
    try check(function.kmsKey, "a KMS key", services: ["kms"])
    try check(function.deadLetterTarget, "a queue or topic", services: ["sqs", "sns"])
    try check(
      function.codeSigningConfig, "a code signing configuration", services: ["lambda"])
    guard function.fileSystems.count <= 1 else {
      throw EditError(.validationError, "a function mounts one file system at most")
    }
    try check(
      function.fileSystems.first, "an access point", services: ["elasticfilesystem", "s3files"])
    guard let group = function.logGroup else { return }
    let isGroup =
      (1...512).contains(group.utf8.count)
      && group.utf8.allSatisfy { $0.isASCIILetterOrDigit || ".-_/#".utf8.contains($0) }
    guard isGroup else {
      throw EditError(.validationError, "`\(group)` cannot be the name of a log group")
    }
  }

  private static func check(_ arn: String?, _ what: String, services: [String]) throws {
    guard let arn else { return }
    guard services.contains(try ResourceIdentity(arn: arn).service) else {
      throw EditError(.validationError, "`\(arn)` is not the ARN of \(what)")
    }
  }

  private static func isID(_ text: String, _ prefix: String) -> Bool {
    text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count && text.utf8.count <= 1_024
      && text.utf8.dropFirst(prefix.utf8.count).allSatisfy(\.isASCIILetterOrDigit)
  }
}
