/// A policy where it bears on a request: whose it is, and which document it is.
package struct PolicyHolding: Hashable, Sendable {
  package let source: Source
  /// The row of the document; `nil` where the registry does not have it.
  package let document: Int64?

  package init(_ source: Source, document: Int64?) {
    self.source = source
    self.document = document
  }

  /// Where the policy comes from.
  package enum Source: Hashable, Sendable {
    /// A managed policy, attached to a principal or to one of its groups; the version is `nil` where
    /// no record describes the policy.
    case managed(arn: String, version: String?, holder: String)
    /// An inline policy of a principal or of one of its groups.
    case inline(name: String, holder: String)
    /// A permissions boundary.
    case boundary(arn: String, version: String?)
    /// The resource-based policy of a resource, a role's trust policy included.
    case resource(arn: String)
    /// A control policy, attached to a root, a unit or an account; the ARN is `nil` where none is
    /// known there.
    case control(arn: String?, name: String, target: String)
  }
}
