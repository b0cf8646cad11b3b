import JSONText

/// Makes function configurations, as `list-functions` and `list-versions-by-function` print them.
struct FunctionConfiguration {
  /// The organization of the function.
  let plan: OrganizationPlan
  /// The account of the function.
  let account: AccountPlan

  /// How every secret value begins. A registry must not hold it: environment variables stay out.
  static let secretMarker = "permreg-canary-"

  /// The configuration of `$LATEST` or of a published version.
  func json(_ function: FunctionContent, version: String) -> JSON {
    let identity = function.identity
    var stream = plan.entropy.stream(
      .functionConfiguration, account.index, identity.index,
      generation: 1 + function.configurationGeneration)
    let isLatest = version == "$LATEST"
    var record: JSON = [
      "FunctionName": .string(identity.name),
      "FunctionArn": .string(isLatest ? identity.arn : "\(identity.arn):\(version)"),
    ]
    let isImage = identity.index % 13 == 12
    if !isImage { record.append("Runtime", .string(runtime(identity))) }
    record.append("Role", .string(function.roleARN))
    if !isImage { record.append("Handler", "app.handler") }
    record.append("CodeSize", .integer(1_000 + stream.below(50_000_000)))
    record.append("Description", .string("\(identity.team) \(identity.name)"))
    record.append("Timeout", .integer(stream.pick([3, 15, 60, 900])))
    record.append("MemorySize", .integer(stream.pick([128, 256, 512, 1_024])))
    record.append("LastModified", .string(Timestamp.past(&stream).lambdaText))
    record.append("CodeSha256", .string(stream.hash()))
    record.append("Version", .string(version))
    if identity.index % 3 == 1 { record.append("VpcConfig", network(&stream)) }
    if identity.index % 2 == 0 { record.append("Environment", environment(identity, &stream)) }
    record.append("TracingConfig", ["Mode": stream.chance(50) ? "Active" : "PassThrough"])
    record.append("RevisionId", .string(stream.uuid()))
    if let layers = Layers(plan: plan, account: account).use(by: identity) {
      record.append("Layers", layers)
    }
    appendTail(to: &record, identity, isImage: isImage)
    return record
  }

  private func runtime(_ function: FunctionIdentity) -> String {
    ["python3.13", "nodejs22.x", "java21", "dotnet8", "provided.al2023"][function.index % 5]
  }

  private func network(_ stream: inout SplitMix64) -> JSON {
    [
      "SubnetIds": [
        .string("subnet-0\(stream.hexadecimal(16))"), .string("subnet-0\(stream.hexadecimal(16))"),
      ],
      "SecurityGroupIds": [.string("sg-0\(stream.hexadecimal(16))")],
      "VpcId": .string("vpc-0\(stream.hexadecimal(16))"),
      "Ipv6AllowedForDualStack": false,
    ]
  }

  private func environment(
    _ function: FunctionIdentity, _ stream: inout SplitMix64
  ) -> JSON {
    [
      "Variables": [
        "STAGE": .string(account.environment),
        "TABLE_NAME": .string("\(function.team)-\(stream.label(6))"),
        "DB_PASSWORD": .string(Self.secretMarker + stream.hexadecimal(24)),
        "API_TOKEN": .string("\(Self.secretMarker)\"\(stream.label(12))\""),
      ]
    ]
  }

  private func appendTail(
    to record: inout JSON, _ function: FunctionIdentity, isImage: Bool
  ) {
    record.append("PackageType", isImage ? "Image" : "Zip")
    record.append("Architectures", [function.index % 4 == 0 ? "x86_64" : "arm64"])
    record.append("EphemeralStorage", ["Size": 512])
    record.append("SnapStart", ["ApplyOn": "None", "OptimizationStatus": "Off"])
    record.append(
      "LoggingConfig",
      ["LogFormat": "Text", "LogGroup": .string("/aws/lambda/\(function.name)")])
  }
}

extension SplitMix64 {
  /// A SHA-256 in Base64.
  fileprivate mutating func hash() -> String {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text(42, from: alphabet) + text(1, from: "AEIMQUYcgkosw048") + "="
  }
}
