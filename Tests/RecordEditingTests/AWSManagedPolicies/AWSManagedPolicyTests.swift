import AWSExchange
import Foundation
import JSONText
import RecordEditing
import Registry
import SQLite
import Testing

@Suite("The AWS managed policies of a new registry")
struct AWSManagedPolicyTests {
  /// What stands behind `arn:aws:iam::aws:policy/`, the version in force, and the first 12 digits of the
  /// SHA-256 of the canonical form, computed apart from this program from what IAM and AWS's reference
  /// guide show.
  static let expected: [String: (version: String, digest: String)] = [
    "service-role/AWSLambdaBasicExecutionRole": ("v1", "e24301ebd6e1"),
    "service-role/AWSLambdaBasicDurableExecutionRolePolicy": ("v3", "6e516f048b3c"),
    "service-role/AWSLambdaDynamoDBExecutionRole": ("v1", "7a4a0adc3c38"),
    "service-role/AWSLambdaKinesisExecutionRole": ("v2", "c962ae5c54d5"),
    "service-role/AWSLambdaSQSQueueExecutionRole": ("v1", "4d967ef47c0b"),
    "service-role/AWSLambdaMSKExecutionRole": ("v2", "fe960bbaa196"),
    "service-role/AWSLambdaVPCAccessExecutionRole": ("v3", "5ee3ae9ddf76"),
    "service-role/AWSLambdaENIManagementAccess": ("v2", "f82774f1aca2"),
    "service-role/AWSLambdaRole": ("v1", "6ce4123fa943"),
    "service-role/AmazonS3ObjectLambdaExecutionRolePolicy": ("v1", "8d93594fc390"),
    "AWSLambdaExecute": ("v1", "a5fd265ff81b"),
    "AWSLambdaInvocation-DynamoDB": ("v1", "e73ba73f10fc"),
    "AWSXRayDaemonWriteAccess": ("v2", "75c5735829b0"),
    "CloudWatchLambdaInsightsExecutionRolePolicy": ("v1", "2773adba7101"),
    "CloudWatchLambdaApplicationSignalsExecutionRolePolicy": ("v1", "2e57ff354746"),
    "AWSLambdaManagedEC2ResourceOperator": ("v5", "61baf6f7a464"),
    "AWSLambdaNetworkConnectorOperatorPolicy": ("v1", "c688229851a9"),
    "aws-service-role/AWSLambdaServiceRolePolicy": ("v1", "a5a9e89d8560"),
    "aws-service-role/AWSLambdaReplicator": ("v3", "84d09999f2ff"),
    "service-role/AWSCodeDeployRoleForLambda": ("v3", "47918fe61255"),
    "service-role/AWSCodeDeployRoleForLambdaLimited": ("v1", "3484eb3079c5"),
    "AWSLambda_FullAccess": ("v7", "aa80bfc0388f"),
    "AWSLambda_ReadOnlyAccess": ("v5", "cd4a0778c065"),
    "AWSLambdaInvokeWebFunctionEndpointAccess": ("v1", "942dfe6e6514"),
    "AWSLambdaFullAccess": ("v8", "812474a053a8"),
    "AWSLambdaReadOnlyAccess": ("v8", "15ad65437494"),
  ]

  private static let prefix = "arn:aws:iam::aws:policy/"
  private static let role = prefix + "service-role/AWSLambdaRole"

  let fixture: PermissionFixture

  init() throws {
    fixture = try PermissionFixture()
    try fixture.write { try AWSManagedPolicy.writeAll(to: $0) }
  }

  private func all<Kind: Record>(_: Kind.Type = Kind.self) throws -> [Kind] {
    try fixture.place().snapshot.records()
  }

  @Test("stand at AWS's ARNs with AWS's documents")
  func documents() throws {
    let versions = try all(ManagedPolicyVersion.self)
    let found = versions.map {
      [$0.policy, $0.version, String($0.document.hexadecimal.prefix(12))]
    }
    let wanted = Self.expected.map { [Self.prefix + $0, $1.version, $1.digest] }
    #expect(Set(found) == Set(wanted))
    let defaults = Dictionary(
      uniqueKeysWithValues: try all(ManagedPolicy.self).map { ($0.arn, $0.defaultVersion) })
    #expect(defaults == Dictionary(uniqueKeysWithValues: versions.map { ($0.policy, $0.version) }))
  }

  @Test("say which of them are deprecated, and what takes their place")
  func deprecation() throws {
    let marked = try all(ManagedPolicy.self).filter { $0.summary != nil }
    #expect(
      marked.map { [$0.arn, $0.summary] } == [
        [
          Self.prefix + "AWSLambdaFullAccess",
          "deprecated by AWS on 2021-03-01; `AWSLambda_FullAccess` takes its place",
        ],
        [
          Self.prefix + "AWSLambdaReadOnlyAccess",
          "deprecated by AWS on 2021-03-01; `AWSLambda_ReadOnlyAccess` takes its place",
        ],
      ])
    #expect(
      Set(AWSManagedPolicy.lambda.filter(\.isDeprecated).map(\.arn)) == Set(marked.map(\.arn)))
  }

  @Test("are written once: writing them again changes nothing")
  func again() throws {
    #expect(try fixture.write { try AWSManagedPolicy.writeAll(to: $0) } == nil)
  }

  @Test("are in force only where somebody holds them")
  func inForce() throws {
    #expect(try managedPoliciesInForce() == [])
    let user = "arn:aws:iam::111122223333:user/ada"
    try fixture.write { writer in
      try writer.put(
        PolicyAttachment(principal: "arn:aws:iam::111122223333:role/app", policy: Self.role))
      try writer.put(
        User(arn: user, permissionsBoundary: Self.prefix + "AWSLambdaExecute", tags: Tags()))
    }
    #expect(try managedPoliciesInForce() == [Self.prefix + "AWSLambdaExecute", Self.role])
  }

  private func managedPoliciesInForce() throws -> [String] {
    try PolicyInventory(fixture.place().snapshot).policies().compactMap { holding in
      guard case .managed(let arn, _, _) = holding.source else { return nil }
      return arn
    }
  }

  // MARK: Imports

  /// Imports one policy with one version in force, as `get-account-authorization-details` prints it.
  private func importPolicy(
    _ arn: String, _ version: String, action: String, complete: Bool = false
  ) throws -> ImportReport {
    let output = """
      {"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[{"RoleName":"r","RoleId":"AROAR",
      "Arn":"arn:aws:iam::111122223333:role/r","RolePolicyList":[],"AttachedManagedPolicies":[]}],
      "Policies":[{"PolicyName":"p","PolicyId":"ANPAEXAMPLE","Arn":"\(arn)",
      "Description":"Theirs.","DefaultVersionId":"\(version)","CreateDate":"2015-02-06T18:41:28Z",
      "PolicyVersionList":[{"VersionId":"\(version)","IsDefaultVersion":true,
      "CreateDate":"2026-11-01T00:00:00Z","Document":{"Version":"2012-10-17","Statement":
      {"Effect":"Allow","Action":"\(action)","Resource":"*"}}}]}]}
      """
    let file = fixture.folder.appending(path: "details.json")
    try Data(output.utf8).write(to: file)
    var options = ImportOptions()
    options.assumeComplete = complete
    return try Importer(
      registry: fixture.registry, options: options, author: Author(actor: "tester", userID: 1)
    ).run(paths: [file.path])
  }

  private func versions(of arn: String) throws -> [String] {
    try all(ManagedPolicyVersion.self).filter { $0.policy == arn }.map(\.version)
  }

  private func policy(_ arn: String) throws -> ManagedPolicy? {
    try all(ManagedPolicy.self).first { $0.arn == arn }
  }

  @Test("get a new version by an import that shows one")
  func newVersion() throws {
    _ = try importPolicy(Self.role, "v2", action: "lambda:Invoke*")
    #expect(try versions(of: Self.role) == ["v1", "v2"])
    #expect(try policy(Self.role)?.defaultVersion == "v2")
    #expect(try policy(Self.role)?.uniqueID == "ANPAEXAMPLE")
  }

  @Test("give way to an import that shows other content for the same version")
  func otherContent() throws {
    let before = try all(ManagedPolicyVersion.self).first { $0.policy == Self.role }
    let report = try importPolicy(Self.role, "v1", action: "lambda:Invoke*")
    #expect(report.tally.changed[.managedPolicyVersion] == 1)
    let after = try all(ManagedPolicyVersion.self).first { $0.policy == Self.role }
    #expect(after?.document != before?.document)
  }

  @Test("keep the newest version in force, and what they say of themselves")
  func olderVersion() throws {
    let arn = Self.prefix + "AWSLambdaFullAccess"
    _ = try importPolicy(arn, "v3", action: "lambda:*")
    #expect(try versions(of: arn) == ["v3", "v8"])
    #expect(try policy(arn)?.defaultVersion == "v8")
    #expect(try policy(arn)?.summary?.hasPrefix("deprecated") == true)
  }

  @Test("are not changed by an import that shows what is known")
  func sameContent() throws {
    _ = try importPolicy(Self.role, "v1", action: "lambda:InvokeFunction")
    let report = try importPolicy(Self.role, "v1", action: "lambda:InvokeFunction")
    #expect(report.revision == nil)
  }

  @Test("stay where a complete export does not list them; the account's own do not")
  func completeImport() throws {
    let own = "arn:aws:iam::111122223333:policy/own"
    try fixture.write { writer in
      try writer.put(ManagedPolicy(arn: own, defaultVersion: "v1"))
    }
    let count = try all(ManagedPolicy.self).count
    let report = try importPolicy(
      Self.role, "v1", action: "lambda:InvokeFunction", complete: true)
    #expect(report.tally.removed[.managedPolicy] == 1)
    #expect(report.tally.removed[.managedPolicyVersion] == nil)
    #expect(try policy(own) == nil)
    #expect(try all(ManagedPolicy.self).count == count - 1)
  }
}
