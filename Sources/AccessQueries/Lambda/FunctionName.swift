import PolicyLanguage

/// The ARN of a Lambda function, split at its qualifier.
package struct FunctionName: Hashable, Sendable {
  /// The ARN without the qualifier.
  package let unqualified: String
  /// The version, alias or `$LATEST`; `nil` where the ARN has none. For a durable execution it is
  /// the version that runs.
  package let qualifier: String?
  /// The name alone, such as `orders`.
  package let name: String

  /// `nil` for anything but the ARN of a function or of one of its durable executions.
  package init?(_ text: String) {
    guard let arn = ARN(text), arn.service == "lambda" else { return nil }
    let parts = arn.resource.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "function" else { return nil }
    name = String(parts[1])
    unqualified = String(text[..<parts[1].endIndex])
    qualifier = parts.count == 3 ? String(parts[2].prefix { $0 != "/" }) : nil
  }

  /// The ARN with the qualifier, where there is one.
  package var qualified: String { qualifier.map { "\(unqualified):\($0)" } ?? unqualified }
}
