/// A Lambda function: the part of its configuration that decides or needs permissions.
package struct Function: Record, Hashable {
  package static let table = RecordTable(
    .function, "lambda_function",
    key: [.resource("arn", column: "resource_id")],
    fields: [
      .resource("role", column: "role_id"),
      .text("package_type"),
      .json("layers"),
      .text("vpc"),
      .json("subnets"),
      .json("security_groups"),
      .text("log_group"),
      .text("kms_key"),
      .text("dead_letter_target"),
      .text("tracing_mode"),
      .json("file_systems"),
      .text("code_signing_config"),
    ])

  /// The ARN without a qualifier.
  package var arn: String
  /// The ARN of the execution role.
  package var role: String?
  /// `Zip` or `Image`.
  package var packageType: String?
  /// The ARNs of its layer versions.
  package var layers: [String]
  /// The id of the VPC that it is attached to.
  package var vpc: String?
  /// The ids of its subnets.
  package var subnets: [String]
  /// The ids of its security groups.
  package var securityGroups: [String]
  /// The name of the log group that it writes to.
  package var logGroup: String?
  /// The ARN of the customer managed key that encrypts its settings.
  package var kmsKey: String?
  /// The ARN of its dead-letter queue or topic.
  package var deadLetterTarget: String?
  /// `Active` or `PassThrough`.
  package var tracingMode: String?
  /// The ARNs of the EFS access points that it mounts.
  package var fileSystems: [String]
  /// The ARN of its code signing configuration.
  package var codeSigningConfig: String?

  package init(
    arn: String,
    role: String? = nil,
    packageType: String? = nil,
    layers: [String],
    vpc: String? = nil,
    subnets: [String],
    securityGroups: [String],
    logGroup: String? = nil,
    kmsKey: String? = nil,
    deadLetterTarget: String? = nil,
    tracingMode: String? = nil,
    fileSystems: [String],
    codeSigningConfig: String? = nil
  ) {
    self.arn = arn
    self.role = role
    self.packageType = packageType
    self.layers = layers
    self.vpc = vpc
    self.subnets = subnets
    self.securityGroups = securityGroups
    self.logGroup = logGroup
    self.kmsKey = kmsKey
    self.deadLetterTarget = deadLetterTarget
    self.tracingMode = tracingMode
    self.fileSystems = fileSystems
    self.codeSigningConfig = codeSigningConfig
  }

  package var values: [FieldValue] {
    [
      .text(arn),
      FieldValue(role),
      FieldValue(packageType),
      FieldValue(layers),
      FieldValue(vpc),
      FieldValue(subnets),
      FieldValue(securityGroups),
      FieldValue(logGroup),
      FieldValue(kmsKey),
      FieldValue(deadLetterTarget),
      FieldValue(tracingMode),
      FieldValue(fileSystems),
      FieldValue(codeSigningConfig),
    ]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    role = fields.optionalText(1)
    packageType = fields.optionalText(2)
    layers = try fields.list(3)
    vpc = fields.optionalText(4)
    subnets = try fields.list(5)
    securityGroups = try fields.list(6)
    logGroup = fields.optionalText(7)
    kmsKey = fields.optionalText(8)
    deadLetterTarget = fields.optionalText(9)
    tracingMode = fields.optionalText(10)
    fileSystems = try fields.list(11)
    codeSigningConfig = fields.optionalText(12)
  }
}
