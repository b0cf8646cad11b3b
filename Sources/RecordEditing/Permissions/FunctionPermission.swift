import JSONText
import PolicyLanguage

/// What `AddPermission` is asked to allow, in the AWS CLI's words.
///
/// Source: AWS Lambda API Reference, "AddPermission".
package struct FunctionPermission: Sendable {
  package var statementID: String
  package var action: String
  package var principal: String
  package var sourceARN: String?
  package var sourceAccount: String?
  package var eventSourceToken: String?
  package var principalOrganizationID: String?
  package var functionURLAuthType: String?
  package var isInvokedViaFunctionURL: Bool?

  package init(statementID: String, action: String, principal: String) {
    self.statementID = statementID
    self.action = action
    self.principal = principal
  }

  // MARK: Checks

  func check(_ check: inout ParameterCheck) {
    check.statementID(statementID)
    check.form(action, "action", "(lambda:[*]|lambda:[a-zA-Z]+|[*])", isAction)
    check.length(principal, "principal", 0...2_048)
    check.form(principal, "principal", #"[^\s]+"#) { !$0.isEmpty && !$0.hasWhiteSpace }
    check.form(sourceARN, "sourceArn", Self.sourcePattern, isSourceARN)
    check.length(sourceAccount, "sourceAccount", 0...12)
    check.form(sourceAccount, "sourceAccount", #"\d{12}"#, \.isAccountID)
    check.length(eventSourceToken, "eventSourceToken", 0...256)
    check.form(eventSourceToken, "eventSourceToken", #"[a-zA-Z0-9._\-]+"#) {
      $0.consists(ofAlphanumericsOr: "._-")
    }
    check.length(principalOrganizationID, "principalOrgID", 12...34)
    check.form(
      principalOrganizationID, "principalOrgID", ParameterCheck.organizationPattern,
      \.isOrganizationID)
    check.choice(functionURLAuthType, "functionUrlAuthType", ["NONE", "AWS_IAM"])
  }

  private func isAction(_ text: String) -> Bool {
    if text == "*" || text == "lambda:*" { return true }
    let name = text.utf8.dropFirst("lambda:".utf8.count)
    return text.hasPrefix("lambda:") && !name.isEmpty
      && name.allSatisfy { $0.isAlphanumeric && !$0.isDigit }
  }

  private static let sourcePattern =
    #"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:"#
    + #"((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)"#

  private func isSourceARN(_ text: String) -> Bool {
    guard let arn = ARN(text), arn.partition.hasPrefix("aws") else { return false }
    return String(arn.partition).consists(ofAlphanumericsOr: "-")
      && String(arn.service).consists(ofAlphanumericsOr: "-")
      && (arn.region.isEmpty || String(arn.region).isRegion)
      && (arn.account.isEmpty || String(arn.account).isAccountID)
      && !text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Refuses parameters that do not go together.
  func checkCombination() throws(AWSRefusal) {
    if functionURLAuthType != nil, action != "lambda:InvokeFunctionUrl" {
      throw AWSRefusal(
        "InvalidParameterValueException", .addPermission,
        "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action")
    }
    if eventSourceToken != nil, sourceARN != nil || sourceAccount != nil {
      throw AWSRefusal(
        "InvalidParameterValueException", .addPermission,
        "EventSourceToken cannot be combined with SourceArn or SourceAccount.")
    }
  }

  // MARK: The statement

  /// The statement as Lambda stores it, its members in Lambda's order.
  ///
  /// Lambda writes some condition keys with `AWS:` in capitals. Where it would put a token beside
  /// other keys, and what it makes of a negated `InvokedViaFunctionUrl`, is not recorded.
  ///
  /// Source: recorded answers of AddPermission, November 2025.
  func statement(on resource: String, _ principal: GrantedPrincipal) -> JSON {
    let conditions = conditions
    var members: [JSON.Member] = [
      .init("Sid", .string(statementID)), .init("Effect", "Allow"),
      .init("Principal", principal.json), .init("Action", .string(action)),
      .init("Resource", .string(resource)),
    ]
    if !conditions.isEmpty { members.append(.init("Condition", .object(conditions))) }
    return .object(members)
  }

  private var conditions: [JSON.Member] {
    let equal: [(String, String?)] = [
      ("AWS:SourceAccount", sourceAccount), ("lambda:EventSourceToken", eventSourceToken),
      ("lambda:FunctionUrlAuthType", functionURLAuthType),
      ("aws:PrincipalOrgID", principalOrganizationID),
    ]
    let operators: [(String, [(String, String?)])] = [
      ("StringEquals", equal),
      ("Bool", [("lambda:InvokedViaFunctionUrl", isInvokedViaFunctionURL.map(String.init))]),
      ("ArnLike", [("AWS:SourceArn", sourceARN)]),
    ]
    return operators.compactMap { name, keys in
      let given = keys.compactMap { key, value in value.map { JSON.Member(key, .string($0)) } }
      return given.isEmpty ? nil : JSON.Member(name, .object(given))
    }
  }
}

extension ParameterCheck {
  static let organizationPattern = "o-[a-z0-9]{10,32}"

  /// The identifier of a statement that is to be added.
  mutating func statementID(_ text: String) {
    length(text, "statementId", 1...100)
    form(text, "statementId", "([a-zA-Z0-9-_]+)") { $0.consists(ofAlphanumericsOr: "-_") }
  }

  /// The identifier of a statement that is to be removed, which may hold dots.
  mutating func removedStatementID(_ text: String) {
    length(text, "statementId", 1...100)
    form(text, "statementId", "([a-zA-Z0-9-_.]+)") { $0.consists(ofAlphanumericsOr: "-_.") }
  }

  /// The name of a function and, apart from it, a qualifier; the name as it was read.
  mutating func function(_ text: String, qualifier: String?) -> FunctionName? {
    let name = FunctionName(text)
    form(text, "functionName", FunctionName.pattern) { _ in name != nil }
    length(text, "functionName", 1...256)
    length(name?.name, "functionName", 1...64)
    length(qualifier, "qualifier", 1...128)
    form(qualifier, "qualifier", #"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"#, \.isQualifier)
    return name
  }
}

extension String {
  fileprivate var hasWhiteSpace: Bool { unicodeScalars.contains(where: \.properties.isWhitespace) }
}
