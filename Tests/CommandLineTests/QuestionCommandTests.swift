import Testing

@Suite("The commands that ask")
struct QuestionCommandTests {
  /// A session whose registry holds a small organization.
  private func session() throws -> Transcript {
    var session = try Transcript()
    try session.run("init -q")
    try session.run(
      "import organization -q --complete --collected-at 2026-08-01T06:00:00Z")
    session.forget()
    return session
  }

  @Test("who-can lists everyone with the condition under which they can")
  func whoCan() throws {
    var session = try session()
    #expect(try session.run("who-can invoke orders") == 0)
    #expect(try session.run("who-can lambda:DeleteFunction orders --format csv") == 0)
    #expect(try session.run("who-can lambda:ListFunctions") == 2)
    try session.matches("who-can")
  }

  @Test("who-can with a complete context leaves nothing open")
  func completeContext() throws {
    var session = try session()
    #expect(
      try session.run(
        "who-can invoke orders --complete-context --at 2026-08-01 --context aws:SourceIp=10.0.0.1")
        == 0)
    #expect(
      try session.run(
        "can role/office invoke orders --complete-context --at 2027-08-01T12:00:00+02:00 "
          + "--context aws:SourceIp=10.0.0.1 --context AWS:MultiFactorAuthPresent=true") == 2)
    #expect(
      try session.run(
        "can sns.amazonaws.com invoke orders --complete-context "
          + "--context aws:SourceArn=arn:aws:sns:us-east-1:111122223333:news") == 0)
    try session.matches("complete-context")
  }

  @Test("can tells what allowed, what stood in the way, and what is not known")
  func can() throws {
    var session = try session()
    #expect(try session.run("can ada invoke orders") == 0)
    #expect(try session.run("can role/worker invoke orders") == 0)
    #expect(try session.run("can role/reader invoke orders --explain") == 2)
    #expect(try session.run("can role/limited invoke orders") == 4)
    try session.matches("can")
  }

  @Test("can tells a condition that some requests meet from one that all or none meet")
  func conditions() throws {
    var session = try session()
    #expect(try session.run("can role/office invoke orders") == 4)
    #expect(try session.run("can s3.amazonaws.com invoke orders") == 4)
    #expect(try session.run("can role/anywhere invoke orders") == 0)
    #expect(try session.run("can role/nowhere invoke orders") == 2)
    #expect(try session.run("can role/puzzle invoke orders") == 4)
    try session.matches("conditions")
  }

  @Test("a condition is a tree in JSON, its examples beside it")
  func tree() throws {
    var session = try session()
    #expect(try session.run("can role/office invoke orders --format json") == 4)
    try session.matches("condition-tree")
  }

  @Test("a policy that is missing is a question of its own in JSON")
  func unknown() throws {
    var session = try session()
    #expect(try session.run("can role/limited invoke orders --format ndjson") == 4)
    #expect(try session.run("who-can invoke orders --format ndjson") == 0)
    try session.matches("question-ndjson")
  }

  @Test("a key that does not exist, a value of another type and a foreign ARN are refused")
  func refusals() throws {
    var session = try session()
    let function = "arn:aws:lambda:us-east-1:111122223333:function:orders"
    for arguments in [
      "--context aws:SourceIpp=10.0.0.1", "--context lambda:FunctonArn=x",
      "--context aws:SourceIp=10.0.0.0/8", "--context aws:MultiFactorAuthPresent=yes",
      "--context aws:MultiFactorAuthAge=long", "--context aws:SourceArn=orders",
      "--context aws:CurrentTime=noon", "--context aws:SourceIp",
      "--context aws:SourceIp=10.0.0.1 --context aws:sourceip=10.0.0.2", "--at noon",
    ] {
      #expect(try session.run("can ada invoke orders \(arguments)") == 64)
    }
    #expect(try session.run("can ada invoke arn:aws:s3:::uploads") == 64)
    #expect(try session.run("who-can update-function-code \(function):live") == 64)
    #expect(try session.run("who-can lambda:ListFunctions \(function)") == 64)
    try session.matches("question-refusals")
  }
}
