import Registry
import Testing

@Suite("records")
struct RecordTests {
  @Test("a record comes back from its JSON as it was", arguments: RecordKind.allCases)
  func json(_ kind: RecordKind) throws {
    let values = kind.table.fields.map(sample)
    let json = kind.table.json(of: values)
    #expect(try kind.table.values(fromJSON: json) == values)
  }

  @Test("fields that are missing stay missing")
  func missing() throws {
    let role = Role(arn: "arn:aws:iam::111122223333:role/app", tags: Tags())
    let values = try Role.table.values(fromJSON: Role.table.json(of: role.values))
    #expect(try Role(FieldReader(Role.table, values)) == role)
  }

  @Test("a record of another shape is damage, not an empty record")
  func damage() {
    #expect(throws: DamagedRecord.self) {
      try Role(FieldReader(Role.table, try Role.table.values(fromJSON: #"{"arn":7}"#)))
    }
  }

  @Test(
    "an ARN gives the name that people use",
    arguments: [
      ("arn:aws:iam::111122223333:role/team/app", "role", "app"),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders", "function", "orders"),
      ("arn:aws:lambda:us-east-1:111122223333:function:orders:live", "function", "orders:live"),
      ("arn:aws:s3:::bucket", "", "bucket"),
      (
        "arn:aws:iam::111122223333:oidc-provider/host.example/path", "oidc-provider",
        "host.example/path"
      ),
    ])
  func identity(arn: String, type: String, name: String) throws {
    let identity = try ResourceIdentity(arn: arn)
    #expect(identity.type == type)
    #expect(identity.name == name)
  }

  @Test(
    "what is no ARN cannot name a record",
    arguments: ["orders", "arn:aws:iam", "arn:aws:iam::1:role/a b"])
  func noARN(_ text: String) {
    #expect(throws: InvalidIdentifier.self) { try ResourceIdentity(arn: text) }
  }

  private func sample(_ field: Field) -> FieldValue {
    switch field.type {
    case .text: .text("v1")
    case .resource: .text("arn:aws:iam::111122223333:role/é \"x\"")
    case .flag: .flag(true)
    case .json: .json(#"{"a":["b"]}"#)
    case .document: .document(DocumentDigest(of: Array("x".utf8)))
    }
  }
}
