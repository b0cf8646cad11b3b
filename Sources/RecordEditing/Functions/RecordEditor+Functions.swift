import Registry

extension RecordEditor {
  /// What a person says of a function that is to be added.
  package struct NewFunction {
    /// The name or the ARN.
    package var name: String
    /// The name of the execution role.
    package var role: String
    package var packageType: String?
    /// The ARNs of layer versions, the lowest first.
    package var layers: [String] = []
    package var vpc: String?
    package var subnets: [String] = []
    package var securityGroups: [String] = []
    package var logGroup: String?
    package var kmsKey: String?
    package var deadLetterTarget: String?
    package var tracingMode: String?
    package var fileSystems: [String] = []
    package var codeSigningConfig: String?

    package init(name: String, role: String) {
      self.name = name
      self.role = role
    }
  }

  /// Adds a function; nothing where it is there as described.
  ///
  /// Source: AWS Lambda API Reference, "CreateFunction".
  ///
  /// - Throws: `EditError` where Lambda would refuse it.
  package func addFunction(_ new: NewFunction) throws -> EditedRecord {
    let arn = try lambdaARN(new.name, type: "function", check: LambdaName.check(function:))
    try FunctionRules.check(new)
    let function = Function(
      arn: arn, role: try executionRole(new.role, of: arn), packageType: new.packageType,
      layers: new.layers, vpc: new.vpc, subnets: new.subnets.sorted(by: inByteOrder),
      securityGroups: new.securityGroups.sorted(by: inByteOrder), logGroup: new.logGroup,
      kmsKey: new.kmsKey, deadLetterTarget: new.deadLetterTarget, tracingMode: new.tracingMode,
      fileSystems: new.fileSystems, codeSigningConfig: new.codeSigningConfig)
    if let existing = try snapshot.record(Function.self, arn: arn) {
      guard existing == function else { throw Self.differs(.function, arn) }
      return EditedRecord(.function, arn)
    }
    try writer.put(function)
    return EditedRecord(.function, arn)
  }

  /// The execution role, which lies in the function's account.
  private func executionRole(_ name: String, of function: String) throws -> String {
    let account = try ResourceIdentity(arn: function).account
    let isForeign = try name.hasPrefix("arn:") && ResourceIdentity(arn: name).account != account
    guard !isForeign else {
      throw EditError(
        .invalidParameterValue, "the role `\(name)` is not of the function's account `\(account)`",
        hint: "Lambda passes no role across accounts")
    }
    return try RecordEditor(writer, snapshot, place: EditingPlace(account: account))
      .resolve(name, among: [.role]).arn
  }
}

/// Whether a text comes before another in the order of their bytes.
func inByteOrder(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
