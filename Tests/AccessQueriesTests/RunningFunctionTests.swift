import AccessQueries
import Registry
import Testing

/// Source: Lambda developer guide, "Defining Lambda function permissions with an execution role".
@Suite("a running function asks with its execution role")
struct RunningFunctionTests {
  private static let object = "arn:aws:s3:::orders/1"

  /// `orders` runs as `app`; its version 1 as `app`, its version 2 as `old`.
  private static func registry(_ more: (RevisionWriter) throws -> Void = { _ in }) throws
    -> WrittenRegistry
  {
    try WrittenRegistry { writer in
      try writer.put(
        role: role("team/app"),
        [
          allow("s3:GetObject", on: object),
          allow(
            "s3:PutObject", on: "*",
            when: #"{"ArnEquals":{"lambda:SourceFunctionArn":"\#(function("orders"))"}}"#),
          allow("s3:ListBucket", on: "*", when: #"{"StringLike":{"aws:userid":"*:orders"}}"#),
          allow(
            "s3:GetBucketAcl", on: "*", when: #"{"StringEquals":{"aws:PrincipalTag/team":"shop"}}"#),
          deny(
            "s3:DeleteObject", on: "*", when: #"{"Null":{"lambda:SourceFunctionArn":"false"}}"#),
          allow("s3:DeleteObject", on: "*"),
        ])
      try writer.put(role: role("old"))
      try writer.put(function: function("orders"), role: role("team/app"))
      for (version, name) in [("1", "team/app"), ("2", "old"), ("3", "gone")] {
        try writer.put(
          FunctionVersion(
            arn: function("orders:\(version)"), function: function("orders"), role: role(name),
            layers: []))
      }
      for (alias, version, routing) in [
        ("live", "1", "{}"), ("past", "2", "{}"), ("same", "1", #"{"1":0.5}"#),
        ("mixed", "1", #"{"2":0.1}"#), ("lost", "9", "{}"), ("newest", "$LATEST", "{}"),
      ] {
        try writer.put(
          Alias(
            arn: function("orders:\(alias)"), function: function("orders"), version: version,
            routing: routing))
      }
      try more(writer)
    }
  }

  @Test(
    "the role is that of the version that runs",
    arguments: [
      ("orders", Outcome.allowed), ("orders:$LATEST", .allowed), ("orders:1", .allowed),
      ("orders:2", .denied), ("orders:live", .allowed), ("orders:past", .denied),
      ("orders:same", .allowed), ("orders:newest", .allowed),
      // Nobody knows of these with which role they run, or what that role may.
      ("orders:mixed", .unknown), ("orders:lost", .unknown), ("orders:3", .unknown),
      ("orders:9", .unknown), ("other", .unknown),
    ])
  func roles(name: String, outcome: Outcome) throws {
    let registry = try Self.registry()
    let subject = Subject.function(arn: function(name))
    #expect(try registry.can(subject, asking("s3:GetObject", Self.object)).outcome == outcome)
    let codes = try registry.ask {
      try $0.assumptions(of: asking("s3:GetObject", Self.object), by: subject).map(\.code)
    }
    #expect(codes.isEmpty == (outcome != .unknown))
  }

  @Test(
    "the session has the function's name and ARN, without version or alias",
    arguments: ["orders", "orders:live", "orders:1", "orders:$LATEST"],
    ["s3:PutObject", "s3:ListBucket", "s3:GetBucketAcl"])
  func session(name: String, action: String) throws {
    let registry = try Self.registry()
    let answer = try registry.can(
      .function(arn: function(name)), asking(action, "arn:aws:s3:::orders"))
    #expect(answer.outcome == .allowed)
  }

  @Test("a name of one letter gets a suffix, one of two does not")
  func shortNames() throws {
    let registry = try WrittenRegistry { writer in
      try writer.put(role: role("app"))
      for (name, session) in [("f", "f@lambda_function"), ("fg", "fg")] {
        try writer.put(function: function(name), role: role("app"))
        let principal = "arn:aws:sts::111122223333:assumed-role/app/\(session)"
        try writer.put(
          policyOf: "arn:aws:sqs:us-east-1:111122223333:\(name)",
          allow(#"{"AWS":"\#(principal)"}"#, to: "sqs:SendMessage", on: "*"))
      }
    }
    for name in ["f", "fg"] {
      for queue in ["f", "fg"] {
        let answer = try registry.can(
          .function(arn: function(name)),
          asking("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:\(queue)"))
        #expect(answer.outcome == (name == queue ? .allowed : .denied), "\(name) on \(queue)")
      }
    }
  }

  @Test(
    "only the session of a role can be a running function's",
    arguments: [
      (Subject.function(arn: function("orders")), Outcome.denied),
      // Some session of the role: that of the function, or another.
      (.role(arn: role("team/app")), .conditional),
    ])
  func otherSessions(subject: Subject, outcome: Outcome) throws {
    let registry = try Self.registry()
    let open = AccessQuestion(
      action: "s3:DeleteObject", resource: Self.object, resourceAccount: "111122223333")
    #expect(try registry.can(subject, open).outcome == outcome)
    // An object's ARN does not tell who owns it, and so not whose policies have to allow.
    let unowned = AccessQuestion(action: "s3:DeleteObject", resource: Self.object)
    let isOpen = outcome == .conditional
    #expect(try registry.can(subject, unowned).outcome == (isOpen ? .unknown : outcome))
  }

  @Test("a user never is, nor a service")
  func users() throws {
    let user = "arn:aws:iam::111122223333:user/ada"
    let registry = try WrittenRegistry { writer in
      try writer.put(User(arn: user, tags: Tags()))
      try writer.put(
        policyOf: Self.object.replacing("/1", with: ""),
        allow(
          #"{"AWS":"\#(user)","Service":"sns.amazonaws.com"}"#, to: "s3:*", on: "*",
          when: #"{"Null":{"lambda:SourceFunctionArn":"true"}}"#))
    }
    let open = AccessQuestion(
      action: "s3:GetObject", resource: Self.object, resourceAccount: "111122223333")
    for subject in [Subject.user(arn: user), .service("sns.amazonaws.com")] {
      let answer = try registry.can(subject, open)
      #expect(answer.outcome == .allowed)
      // The key stands in a resource-based policy, of which two pages of AWS disagree.
      #expect(answer.uncertain == ["U18"])
    }
  }

  @Test(
    "in a resource-based policy the key is evaluated and marked, in an identity policy it is not")
  func resourcePolicies() throws {
    let queue = "arn:aws:sqs:us-east-1:111122223333:q"
    let condition = #"{"ArnLike":{"lambda:SourceFunctionArn":"\#(function("orders"))"}}"#
    let registry = try Self.registry { writer in
      try writer.put(
        policyOf: queue,
        allow(
          #"{"AWS":"\#(role("team/app"))"}"#, to: "sqs:SendMessage", on: queue, when: condition))
    }
    let subject = Subject.function(arn: function("orders"))
    let marked = try registry.can(subject, asking("sqs:SendMessage", queue))
    #expect(marked.outcome == .allowed)
    #expect(marked.uncertain == ["U18"])
    let plain = try registry.can(subject, asking("s3:PutObject", Self.object))
    #expect(plain.uncertain.isEmpty)
  }

  @Test("what the asker says of the key counts first")
  func overridden() throws {
    let registry = try Self.registry()
    let question = asking(
      "s3:PutObject", Self.object, ["lambda:SourceFunctionArn": [function("other")]])
    #expect(try registry.can(.function(arn: function("orders")), question).outcome == .denied)
  }
}
