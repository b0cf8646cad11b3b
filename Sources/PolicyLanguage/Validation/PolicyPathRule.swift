package import JSONText

/// The path of a managed policy: `/`, or names between slashes, up to 512 characters.
///
/// Source: IAM API Reference, "CreatePolicy", the pattern of `Path`.
package enum PolicyPathRule {
  /// What is wrong with a path; `nil` for a path that IAM accepts.
  package static func fault(of path: String) -> Diagnostic? {
    if path.unicodeScalars.count > lengthLimit { return .longPolicyPath(path) }
    if path == "/" { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let names = parts.dropFirst().dropLast()
    let isPath =
      parts.count > 2 && path.hasPrefix("/") && path.hasSuffix("/")
      && names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(PolicyNameRule.isAllowed) }
    return isPath ? nil : .invalidPolicyPath(path)
  }

  fileprivate static let lengthLimit = 512
}

extension Diagnostic {
  fileprivate static func longPolicyPath(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "invalid-policy-path",
      "the policy's path has \(path.unicodeScalars.count) characters, and may have "
        + "\(PolicyPathRule.lengthLimit)")
  }

  fileprivate static func invalidPolicyPath(_ path: String) -> Diagnostic {
    Diagnostic(.error, "invalid-policy-path", "`\(path)` cannot be a policy's path")
      .with(help: "a path begins and ends with a slash, as in `/team/orders/`")
  }
}
