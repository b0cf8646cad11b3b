import JSONText
import PolicyLanguage
import Registry

/// `lambda list-functions` and `lambda list-versions-by-function`.
///
/// Of a configuration only what decides or needs permissions is kept; environment variables and code
/// are never looked at.
///
/// Source: AWS Lambda API Reference, `FunctionConfiguration`.
extension FileReader {
  mutating func readFunctions(_ root: JSONValue) {
    for function in list(root, "Functions") {
      guard let arn = arn(function, "FunctionArn") else { continue }
      see(.listFunctions, arn)
      add(configuration(function, of: FunctionARN(arn.text).unqualified), at: function)
    }
  }

  mutating func readVersions(_ root: JSONValue) {
    for version in list(root, "Versions") {
      guard let arn = arn(version, "FunctionArn") else { continue }
      see(.listVersions, arn)
      let name = FunctionARN(arn.text)
      guard let number = name.qualifier, number != "$LATEST" else { continue }
      let record = FunctionVersion(
        arn: arn.text, function: name.unqualified, role: reference(version, "Role"),
        layers: layers(version))
      add(record, at: version)
    }
  }

  private func configuration(_ function: JSONValue, of arn: String) -> Function {
    Function(
      arn: arn, role: reference(function, "Role"), packageType: text(function, "PackageType"),
      layers: layers(function), vpc: text(function["VpcConfig"], "VpcId"),
      subnets: texts(function["VpcConfig"], "SubnetIds").sorted(by: inByteOrder),
      securityGroups: texts(function["VpcConfig"], "SecurityGroupIds").sorted(by: inByteOrder),
      logGroup: text(function["LoggingConfig"], "LogGroup"),
      kmsKey: text(function, "KMSKeyArn"),
      deadLetterTarget: text(function["DeadLetterConfig"], "TargetArn"),
      tracingMode: text(function["TracingConfig"], "Mode"),
      fileSystems: list(function, "FileSystemConfigs").compactMap { text($0, "Arn") },
      codeSigningConfig: text(function, "CodeSigningConfigArn"))
  }

  /// The order of layers is the order in which they are laid over each other.
  private func layers(_ function: JSONValue) -> [String] {
    list(function, "Layers").compactMap { text($0, "Arn") }
  }
}

/// Whether a text comes before another in the order of their bytes.
func inByteOrder(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// A function's ARN, cut before its qualifier.
struct FunctionARN {
  let unqualified: String
  let qualifier: String?

  init(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    unqualified = parts.prefix(7).joined(separator: ":")
    qualifier = parts.count > 7 ? parts[7...].joined(separator: ":") : nil
  }
}
