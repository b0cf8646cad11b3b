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
