import Testing

@Suite("Permissions by command")
struct PermissionCommandTests {
  @Test("a function's permissions are added, shown and removed as the AWS CLI does it")
  func functions() throws {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import functions.json -q --collected-at 2026-08-01T06:00:00Z")
    let uploads =
      "add-permission --function-name orders --statement-id s3 --action lambda:InvokeFunction "
      + "--principal s3.amazonaws.com --source-arn arn:aws:s3:::uploads "
      + "--source-account 111122223333"
    #expect(try session.run(uploads + " --dry-run") == 0)
    #expect(try session.run("get-policy --function-name orders") == 64)
    #expect(try session.run(uploads + " --reason PLAT-12") == 0)
    #expect(try session.run(uploads) == 64)
    #expect(try session.run("get-policy --function-name orders") == 0)
    #expect(
      try session.run("remove-permission --function-name orders --statement-id s3 --revision-id 1")
        == 64)
    #expect(try session.run("remove-permission --function-name orders --statement-id s3 -q") == 0)
    #expect(try session.run("get-policy --function-name ordres") == 64)
    try session.matches("permissions")
  }

  @Test("a layer version's permissions are, too, and the past is asked as ever")
  func layerVersions() throws {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import layers.json -q --collected-at 2026-08-01T06:00:00Z")
    let layer = "--layer-name common --version-number 1"
    #expect(
      try session.run(
        "add-layer-version-permission \(layer) --statement-id org --action lambda:GetLayerVersion "
          + "--principal * --organization-id o-a1b2c3d4e5") == 0)
    #expect(try session.run("get-layer-version-policy \(layer)") == 0)
    #expect(
      try session.run("remove-layer-version-permission \(layer) --statement-id org") == 0)
    #expect(try session.run("get-layer-version-policy \(layer)") == 64)
    #expect(try session.run("get-layer-version-policy \(layer) --as-of @3 -q") == 0)
    try session.matches("layer-permissions")
  }

  @Test("whole policies are set and removed, of buckets as of functions")
  func wholePolicies() throws {
    var session = try Transcript()
    try session.run("init -q")
    #expect(try session.run("set-resource-policy arn:aws:s3:::uploads bucket-policy.json") == 0)
    #expect(try session.run("put-resource-policy arn:aws:s3:::uploads bucket-policy.json") == 0)
    #expect(try session.run("set-resource-policy arn:aws:s3:::uploads policy.json") == 3)
    #expect(try session.run("list resource-policy") == 0)
    #expect(try session.run("remove-resource-policy uploads") == 0)
    #expect(try session.run("delete-resource-policy arn:aws:s3:::uploads") == 64)
    try session.matches("resource-policies")
  }
}
