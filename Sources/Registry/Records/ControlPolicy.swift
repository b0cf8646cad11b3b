/// A service control policy (SCP) or a resource control policy (RCP).
package struct ControlPolicy: Record, Hashable {
  package static let table = RecordTable(
    .controlPolicy, "control_policy",
    key: [.resource("arn", column: "resource_id")],
    fields: [.text("type"), .text("name"), .document("document")])

  /// The ARN.
  package var arn: String
  /// Which of the two it is.
  package var type: ControlPolicyType
  /// The name that people gave it.
  package var name: String
  /// The policy document.
  package var document: DocumentDigest

  package init(arn: String, type: ControlPolicyType, name: String, document: DocumentDigest) {
    self.arn = arn
    self.type = type
    self.name = name
    self.document = document
  }

  package var values: [FieldValue] {
    [.text(arn), .text(type.rawValue), .text(name), .document(document)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    type = try fields.choice(1)
    name = try fields.text(2)
    document = try fields.document(3)
  }
}

/// The two kinds of control policy, as Organizations names them.
package enum ControlPolicyType: String, CaseIterable, Sendable {
  case serviceControl = "SERVICE_CONTROL_POLICY"
  case resourceControl = "RESOURCE_CONTROL_POLICY"
}
