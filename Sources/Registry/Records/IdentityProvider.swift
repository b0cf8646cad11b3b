/// A SAML or OpenID Connect identity provider.
package struct IdentityProvider: Record, Hashable {
  package static let table = RecordTable(
    .identityProvider, "identity_provider",
    key: [.resource("arn", column: "resource_id")],
    fields: [.text("type"), .json("client_ids")])

  /// The ARN.
  package var arn: String
  /// `SAML` or `OIDC`.
  package var type: String
  /// The audiences of an OIDC provider.
  package var clientIDs: [String]

  package init(arn: String, type: String, clientIDs: [String]) {
    self.arn = arn
    self.type = type
    self.clientIDs = clientIDs
  }

  package var values: [FieldValue] {
    [.text(arn), .text(type), FieldValue(clientIDs)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    arn = try fields.text(0)
    type = try fields.text(1)
    clientIDs = try fields.list(2)
  }
}
