import Registry
import SQLite

extension RegistryFixture {
  /// Writes records of every kind, with every field filled somewhere, over several revisions.
  func writeSamples() throws {
    try write { try Samples.first($0) }
    try write { try Samples.second($0) }
    try write { writer in
      try writer.remove(.groupMembership, key: "\(Samples.user) \(Samples.group)")
    }
  }
}

/// Records of every kind.
enum Samples {
  static let account = "111122223333"
  static let role = "arn:aws:iam::111122223333:role/app"
  static let user = "arn:aws:iam::111122223333:user/ada"
  static let group = "arn:aws:iam::111122223333:group/team"
  static let managed = "arn:aws:iam::111122223333:policy/orders"
  static let boundary = "arn:aws:iam::aws:policy/Boundary"
  static let function = "arn:aws:lambda:us-east-1:111122223333:function:orders"
  static let control = "arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1"

  static func first(_ writer: RevisionWriter) throws {
    let full = try writer.document(try policy(fullPolicy), as: nil).digest
    let all = try writer.document(try policy(allowAll), as: nil).digest
    try writer.put(Organization(id: "o-1", managementAccount: account))
    try writer.put(OrganizationalUnit(id: "r-1", organization: "o-1", name: "Root"))
    try writer.put(Account(id: account, name: "main", organization: "o-1", parent: "r-1"))
    try writer.put(
      ControlPolicy(arn: control, type: .serviceControl, name: "Guard", document: all))
    try writer.put(ControlPolicyAttachment(target: "r-1", policy: control))
    try writer.put(
      User(
        arn: user, uniqueID: "AIDA1", createdAt: "2026-01-01", permissionsBoundary: boundary,
        tags: Tags()))
    try writer.put(Group(arn: group, uniqueID: "AGPA1", createdAt: "2026-01-01"))
    try writer.put(
      Role(
        arn: role, uniqueID: "AROA1", createdAt: "2026-01-01", permissionsBoundary: boundary,
        trustPolicy: full, tags: Tags([Tag(key: "team", value: "blue")])))
    try writer.put(GroupMembership(user: user, group: group))
    try writer.put(ManagedPolicy(arn: managed, defaultVersion: "v1"))
    try writer.put(ManagedPolicyVersion(policy: managed, version: "v1", document: all))
    try writer.put(InlinePolicy(principal: role, name: "invoke", document: full))
    let odd = try writer.document(try policy(#"{"odd":true}"#), as: nil).digest
    try writer.put(InlinePolicy(principal: role, name: "odd", document: odd))
    try writer.put(PolicyAttachment(principal: role, policy: managed))
    try lambda(writer, document: full)
  }

  private static func lambda(_ writer: RevisionWriter, document: DocumentDigest) throws {
    try writer.put(
      Function(
        arn: function, role: role, packageType: "Zip", layers: ["l"], vpc: "vpc-1",
        subnets: ["s"], securityGroups: ["g"], logGroup: "log", kmsKey: "k", deadLetterTarget: "d",
        tracingMode: "Active", fileSystems: ["f"], codeSigningConfig: "c"))
    try writer.put(
      FunctionVersion(arn: "\(function):1", function: function, role: role, layers: ["l"]))
    try writer.put(Alias(arn: "\(function):live", function: function, version: "1", routing: "{}"))
    try writer.put(
      FunctionURL(function: "\(function):live", authType: "AWS_IAM", url: "https://x.example"))
    try writer.put(
      EventSourceMapping(
        arn: "arn:aws:lambda:us-east-1:111122223333:event-source-mapping:1", function: function,
        source: "arn:aws:sqs:us-east-1:111122223333:queue", failureDestination: "x", isEnabled: true
      ))
    try writer.put(
      LayerVersion(
        arn: "arn:aws:lambda:us-east-1:111122223333:layer:l:1", createdAt: "2026-01-01"))
    try writer.put(
      IdentityProvider(
        arn: "arn:aws:iam::111122223333:saml-provider/idp", type: "SAML", clientIDs: ["c"]))
    try writer.put(
      ResourcePolicy(resource: function, document: document, awsRevisionID: "r"))
    try writer.put(
      ResourceTags(resource: function, tags: Tags([Tag(key: "a", value: "b")])))
    try writer.put(
      Coverage(
        scope: "list-functions", account: account, region: "us-east-1", status: .complete,
        observedAt: "2026-08-01T00:00:00.000Z"))
  }

  /// Changes some of it: the role loses its boundary.
  static func second(_ writer: RevisionWriter) throws {
    try writer.put(Role(arn: role, uniqueID: "AROA1", tags: Tags()))
    try writer.put(User(arn: user, uniqueID: "AIDA1", tags: Tags()))
    try writer.put(Account(id: account, name: "first", organization: "o-1", parent: "r-1"))
  }

  /// A policy with a row in each table of the index, negated and not.
  static let fullPolicy = """
    {"Version":"2012-10-17","Statement":[
      {"Sid":"One","Effect":"Allow","Principal":{"AWS":["111122223333"],"Service":"s3.amazonaws.com"},
       "Action":["lambda:Invoke*","lambda:Get*"],"Resource":"arn:aws:lambda:*:*:function:o*",
       "Condition":{"StringEquals":{"aws:SourceAccount":["111122223333","444455556666"]}}},
      {"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:user/ada"},
       "NotAction":"s3:*","NotResource":"arn:aws:s3:::${aws:username}"}]}
    """
}
