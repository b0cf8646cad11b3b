import ActionCatalog
import Testing

@Suite("Condition keys")
struct ConditionKeyTests {
  @Test(
    "are found whatever their case, with their type",
    arguments: [
      ("aws:SourceIp", "aws:SourceIp", ActionCatalog.ConditionKey.ValueType.ipAddress, false),
      ("AWS:sourceip", "aws:SourceIp", .ipAddress, false),
      ("aws:PrincipalOrgPaths", "aws:PrincipalOrgPaths", .string, true),
      ("aws:TagKeys", "aws:TagKeys", .string, true),
      ("aws:CurrentTime", "aws:CurrentTime", .date, false),
      ("aws:MultiFactorAuthAge", "aws:MultiFactorAuthAge", .numeric, false),
      ("aws:SecureTransport", "aws:SecureTransport", .bool, false),
      ("aws:ResourceTag/team", "aws:ResourceTag/${TagKey}", .string, false),
      ("aws:principaltag/Cost Centre", "aws:PrincipalTag/${TagKey}", .string, false),
      ("lambda:SourceFunctionArn", "lambda:SourceFunctionArn", .arn, false),
      ("lambda:Layer", "lambda:Layer", .string, true),
      ("lambda:VpcIds", "lambda:VpcIds", .string, false),
      ("sts:ExternalId", "sts:ExternalId", .string, false),
      ("sts:TransitiveTagKeys", "sts:TransitiveTagKeys", .string, true),
      (
        "kms:EncryptionContext:tenant", "kms:EncryptionContext:${EncryptionContextKey}", .string,
        false
      ),
      ("s3:ExistingObjectTag/colour", "s3:ExistingObjectTag/${TagKey}", .string, false),
      // Keys of identity providers are listed with AWS STS.
      ("saml:aud", "saml:aud", .string, false),
      ("accounts.google.com:sub", "accounts.google.com:sub", .string, false),
    ])
  func found(
    written: String, name: String, type: ActionCatalog.ConditionKey.ValueType, isMultivalued: Bool
  ) throws {
    let key = try #require(ActionCatalog.conditionKey(written))
    #expect(key.name == name)
    #expect(key.valueType == type)
    #expect(key.isMultivalued == isMultivalued)
  }

  @Test(
    "are not found where the name is another",
    arguments: [
      "aws:SourceIP4", "aws:ResourceTag/", "aws:ResourceTag", "aws:", "aws", "", ":",
      "lambda:Layers",
      "SourceIp", "token.actions.githubusercontent.com:sub",
    ])
  func missing(written: String) {
    #expect(ActionCatalog.conditionKey(written) == nil)
  }

  @Test("one key alone takes the operators of two types")
  func epochTime() throws {
    let twofold = ActionCatalog.globalConditionKeys.filter { $0.alternativeValueType != nil }
    #expect(twofold.map(\.name) == ["aws:EpochTime"])
    #expect(twofold.first?.valueType == .date)
    #expect(twofold.first?.alternativeValueType == .numeric)
  }

  @Test("seven of the global keys hold several values")
  func multivalued() {
    #expect(
      ActionCatalog.globalConditionKeys.filter(\.isMultivalued).map(\.name).sorted() == [
        "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:PrincipalServiceNamesList",
        "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:TagKeys", "aws:VpceOrgPaths",
      ])
  }

  @Test("the global ones are those of the prefix aws, and nine that sessions carry")
  func global() {
    let keys = ActionCatalog.globalConditionKeys
    #expect(Set(keys.map { $0.name.lowercased() }).count == keys.count)
    #expect(
      keys.map(\.name).filter { !$0.hasPrefix("aws:") }.sorted() == [
        "codebuild:BuildArn", "codebuild:ProjectArn", "ec2:RoleDelivery", "ec2:SourceInstanceArn",
        "glue:CredentialIssuingService", "glue:RoleAssumedBy", "identitystore:UserId",
        "lambda:SourceFunctionArn", "ssm:SourceInstanceArn",
      ])
  }

  @Test("a service gives a global key the type and the number of values that the global list does")
  func agreement() {
    for service in ActionCatalog.services {
      for key in service.conditionKeys where key.name.hasPrefix("aws:") {
        #expect(ActionCatalog.conditionKey(key.name) == key, "\(service.prefix)")
      }
    }
  }
}
