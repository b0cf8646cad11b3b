/// The resource-based policy of a function, version, alias, layer version or any other resource.
package struct ResourcePolicy: Record, Hashable {
  package static let table = RecordTable(
    .resourcePolicy, "resource_policy",
    key: [.resource("resource", column: "resource_id")],
    fields: [.document("document"), .text("aws_revision_id")])

  /// The ARN of the resource that carries the policy.
  package var resource: String
  /// The policy document.
  package var document: DocumentDigest
  /// What Lambda calls the policy's `RevisionId`.
  package var awsRevisionID: String?

  package init(resource: String, document: DocumentDigest, awsRevisionID: String? = nil) {
    self.resource = resource
    self.document = document
    self.awsRevisionID = awsRevisionID
  }

  package var values: [FieldValue] {
    [.text(resource), .document(document), FieldValue(awsRevisionID)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    resource = try fields.text(0)
    document = try fields.document(1)
    awsRevisionID = fields.optionalText(2)
  }
}
