/// The role that a document plays; each has its own dialect of the language.
package enum PolicyType: String, CaseIterable, Sendable {
  /// A managed or inline policy of a user, group or role.
  case identity
  /// A managed policy used as a permissions boundary.
  case permissionsBoundary
  /// A policy passed when a session is made.
  case session
  /// A policy attached to a resource, such as a function.
  case resource
  /// A role's trust policy.
  case trust
  /// A service control policy (SCP).
  case serviceControl
  /// A resource control policy (RCP).
  case resourceControl
  /// A VPC endpoint policy.
  case vpcEndpoint
}
