import Registry

/// A call of a function's URL: one request that needs two permissions, and that nobody signs where
/// the URL's auth type is `NONE`.
///
/// Source: Lambda developer guide, "Control access to Lambda function URLs".
struct FunctionURLCall: Hashable {
  static let action = "lambda:InvokeFunctionUrl"
  static let purpose = "the function that the URL calls"

  /// `AWS_IAM` or `NONE`, as the asker or else the registry has it; `nil` where neither tells.
  let authType: String?

  /// `nil` for a question about anything but the call of a URL.
  init?(_ question: AccessQuestion, in snapshot: Snapshot) throws {
    guard question.action.lowercased() == Self.action.lowercased() else { return nil }
    let keys = LambdaKeys(snapshot: snapshot, question: question)
    authType = try question.context.value(of: "lambda:FunctionUrlAuthType") ?? keys.storedAuthType()
  }

  /// The second permission: to invoke the function through its URL.
  func invocation(of question: AccessQuestion) -> AccessQuestion {
    var context = question.context
    // AWS: `InvokeFunction` does not have the keys of the URL.
    context.remove("lambda:FunctionUrlAuthType")
    context.remove("lambda:FunctionArn")
    context.set("lambda:InvokedViaFunctionUrl", to: ["true"])
    return AccessQuestion(
      action: "lambda:InvokeFunction", resource: question.resource,
      resourceAccount: question.resourceAccount, context: context)
  }

  /// Who makes the request by whatever subject: nobody, where Lambda asks for no signature.
  func caller(for subject: Subject) -> Subject { authType == "NONE" ? .anonymous : subject }

  /// Whether the URL turns a subject away before any policy is read.
  func refuses(_ subject: Subject) -> Bool { authType == "AWS_IAM" && subject == .anonymous }

  /// The outcome for a subject, where it is not known whether the URL lets unsigned requests in.
  func settled(_ outcome: Outcome, for subject: Subject) -> Outcome {
    authType == nil && subject == .anonymous && outcome == .allowed ? .unknown : outcome
  }

  /// What was not known of the URL.
  func assumptions(of question: AccessQuestion) -> [Assumption] {
    guard authType == nil else { return [] }
    let qualifier = FunctionName(question.resource)?.qualifier
    let isVersion = qualifier.map { $0 == "$LATEST" || $0.utf8.allSatisfy(Self.isDigit) } ?? false
    return [
      Assumption(
        code: "no-function-url",
        message: isVersion
          ? "\(question.resource) cannot have a function URL; one is assumed"
          : "no function URL of \(question.resource) is known; one is assumed, its auth type is open"
      )
    ]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension SuppliedContext {
  /// The only value that was given for a key.
  func value(of key: String) -> String? {
    let found = values.filter { $0.key.lowercased() == key.lowercased() }.flatMap(\.value)
    return found.count == 1 ? found[0] : nil
  }

  /// Forgets what was given for a key.
  mutating func remove(_ key: String) {
    values = values.filter { $0.key.lowercased() != key.lowercased() }
  }

  /// Gives a key its values, whatever was given before.
  mutating func set(_ key: String, to newValues: [String]) {
    remove(key)
    values[key] = newValues
  }
}
