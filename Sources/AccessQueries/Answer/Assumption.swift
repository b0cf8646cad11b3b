import PolicyLanguage
import Registry

/// Something that was not known when a question was answered.
package struct Assumption: Hashable, Sendable {
  /// A stable word for scripts.
  package let code: String
  /// A sentence for people.
  package let message: String
}

/// Reads what an answer assumes from what was never looked at.
struct AssumptionReader {
  let queries: AccessQueries
  let question: AccessQuestion

  func assumptions() throws -> [Assumption] {
    guard let arn = ARN(question.resource) else { return [] }
    let account = String(arn.account)
    var found: [Assumption] = []
    if !account.isEmpty {
      found += try organization(account)
      found += try identities(account)
    }
    if FunctionName(question.resource) != nil, !question.takesNoResource {
      found += try functionPolicies(account, String(arn.region))
    }
    if let call = try FunctionURLCall(question, in: queries.snapshot) {
      found += call.assumptions(of: question)
    }
    return found
  }

  private func organization(_ account: String) throws -> [Assumption] {
    let isCovered = try !queries.organizations.controlPolicies(of: account, type: .serviceControl)
      .isEmpty
    if isCovered { return [] }
    return [
      Assumption(
        code: "no-service-control-policies",
        message: "no service control policies are known for account \(account); none are assumed")
    ]
  }

  private func identities(_ account: String) throws -> [Assumption] {
    let isCovered = try queries.snapshot.hasCoverage(
      "iam get-account-authorization-details", account: account, region: "")
    if isCovered { return [] }
    return [
      Assumption(
        code: "no-identities",
        message: "the users and roles of account \(account) were never imported")
    ]
  }

  private func functionPolicies(_ account: String, _ region: String) throws -> [Assumption] {
    let isCovered = try queries.snapshot.hasCoverage(
      "lambda get-policy", account: account, region: region)
    let isKnown = try !queries.shared(question).isEmpty
    if isCovered || isKnown { return [] }
    return [
      Assumption(
        code: "no-function-policies",
        message: "the function policies of account \(account) in \(region) were never imported")
    ]
  }
}

extension AccessQueries {
  /// The resource-based policies that bear on a question.
  fileprivate func shared(_ question: AccessQuestion) throws -> [PolicyHolding] {
    try Inquiry(question, self).assembly.resourcePolicies()
  }
}
