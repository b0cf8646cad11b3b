import JSONText
import PolicyLanguage
import Registry

/// What `AddLayerVersionPermission` is asked to allow, in the AWS CLI's words.
///
/// Source: AWS Lambda API Reference, "AddLayerVersionPermission".
package struct LayerPermission: Sendable {
  package var statementID: String
  package var action: String
  package var principal: String
  package var organizationID: String?

  package init(
    statementID: String, action: String, principal: String, organizationID: String? = nil
  ) {
    self.statementID = statementID
    self.action = action
    self.principal = principal
    self.organizationID = organizationID
  }

  func check(_ check: inout ParameterCheck) {
    check.statementID(statementID)
    check.form(action, "action", "lambda:GetLayerVersion") { $0 == "lambda:GetLayerVersion" }
    check.form(
      principal, "principal", #"\d{12}|\*|arn:(aws[a-zA-Z-]*):iam::\d{12}:root"#, isPrincipal)
    check.length(organizationID, "organizationId", 0...34)
    check.form(
      organizationID, "organizationId", ParameterCheck.organizationPattern, \.isOrganizationID)
  }

  private func isPrincipal(_ text: String) -> Bool {
    if text == "*" || text.isAccountID { return true }
    guard let arn = ARN(text) else { return false }
    return arn.partition.isPartition && arn.service == "iam" && arn.region.isEmpty
      && String(arn.account).isAccountID && arn.resource == "root"
  }

  /// The statement as Lambda stores it.
  ///
  /// Source: recorded answers of AddLayerVersionPermission, November 2025.
  func statement(on resource: String) -> JSON {
    let partition = ARN(resource).map { String($0.partition) } ?? "aws"
    var members: [JSON.Member] = [
      .init("Sid", .string(statementID)), .init("Effect", "Allow"),
      .init("Principal", GrantedPrincipal(principal, partition: partition)?.json ?? "*"),
      .init("Action", .string(action)), .init("Resource", .string(resource)),
    ]
    if let organizationID {
      let condition: JSON = ["StringEquals": ["aws:PrincipalOrgID": .string(organizationID)]]
      members.append(.init("Condition", condition))
    }
    return .object(members)
  }
}

/// A version of a layer as a request names it.
///
/// Source: AWS Lambda API Reference, "AddLayerVersionPermission", `LayerName`, `VersionNumber`.
package struct LayerVersionName: Sendable {
  let text: String
  let version: Int

  /// - Parameter layer: the layer's name or its ARN.
  package init(layer: String, version: Int) {
    text = layer
    self.version = version
  }

  private static let pattern =
    #"(arn:(aws[a-zA-Z-]*)?:lambda:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):"#
    + #"\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+"#

  func check(_ check: inout ParameterCheck) {
    check.length(text, "layerName", 1...140)
    check.form(text, "layerName", Self.pattern) { $0.isLayerName || $0.isLayerARN }
  }

  /// The ARN of the version in the registry.
  ///
  /// - Throws: `AWSRefusal` for no version number, or one that the registry does not know;
  ///   `NameError` where the registry cannot tell the account or the Region.
  func arn(in place: PermissionPlace, _ operation: LambdaOperation) throws -> String {
    guard version >= 1 else {
      throw AWSRefusal(
        "InvalidParameterValueException", operation, "Layer Version Cannot be less than 1")
    }
    let arn =
      text.isLayerARN
      ? "\(text):\(version)"
      : try place.arn(
        of: "layer", "\(text):\(version)", (nil, nil, nil), among: [.layerVersion, .resourcePolicy])
    guard
      try place.snapshot.row(of: .layerVersion, key: [arn]) != nil
        || place.snapshot.row(of: .resourcePolicy, key: [arn]) != nil
    else {
      throw AWSRefusal(
        "ResourceNotFoundException", operation, "Layer version \(arn) does not exist.")
    }
    return arn
  }
}

extension String {
  fileprivate var isLayerName: Bool { consists(ofAlphanumericsOr: "-_") }

  fileprivate var isLayerARN: Bool {
    guard let arn = ARN(self), arn.partition.isPartition, arn.service == "lambda",
      String(arn.region).isRegion, String(arn.account).isAccountID,
      arn.resource.hasPrefix("layer:")
    else { return false }
    return String(arn.resource.dropFirst("layer:".count)).isLayerName
  }
}
