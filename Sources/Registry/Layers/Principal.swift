/// A user or role, as a question needs it.
package struct Principal: Hashable, Sendable {
  /// The row of its ARN.
  package let id: Int64
  package let arn: String
  package let account: String
  package let uniqueID: String?
  package let tags: Tags
  /// The row and ARN of its permissions boundary.
  package let boundary: Boundary?
  /// The row of a role's trust policy.
  package let trustPolicy: Int64?

  /// A permissions boundary.
  package struct Boundary: Hashable, Sendable {
    package let id: Int64
    package let arn: String
  }
}
