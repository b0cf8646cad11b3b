/// A policy document: what IAM, Lambda or Organizations stores as one JSON object.
///
/// Source of the grammar: IAM User Guide, "Grammar of the IAM JSON policy language".
package struct PolicyDocument: Sendable {
  /// The language level, `nil` where the document does not say.
  package var version: PolicyVersion?
  /// A label that resource-based policies may carry; it plays no part in a decision.
  package var id: String?
  /// The statements in the order in which they are written. The order has no meaning, but a
  /// statement is named by its index.
  package var statements: [Statement]

  package init(version: PolicyVersion?, id: String? = nil, statements: [Statement]) {
    self.version = version
    self.id = id
    self.statements = statements
  }
}

/// The level of the policy language. It has nothing to do with the versions of a managed policy.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Version".
package enum PolicyVersion: String, Sendable {
  /// Also what a document without `Version` means: policy variables are ordinary text.
  case v2008 = "2008-10-17"
  /// Policy variables are processed.
  case v2012 = "2012-10-17"
}
