import Evaluation
import Registry
import SQLite
import Testing

@testable import AccessQueries

/// What the registry tells of a request without being asked.
@Suite("the context of a request")
struct ContextFillerTests {
  /// Runs a body with the filler of a question about the first function of a generated organization.
  private func withFiller(
    _ context: SuppliedContext = SuppliedContext(), service: String = "lambda:InvokeFunction",
    _ body: (ContextFiller, OrganizationPlace) throws -> Void
  ) throws {
    let imported = try ImportedRegistry(principals: 10, seed: 1)
    try imported.registry.connection.read {
      let snapshot = Snapshot(
        imported.registry.connection, at: try imported.registry.head?.number ?? 0)
      let function = try #require(try snapshot.functions().first)
      let organizations = OrganizationReader(snapshot)
      let account = String(function.split(separator: ":")[4])
      let place = try #require(try organizations.place(of: account))
      let question = AccessQuestion(action: service, resource: function, context: context)
      try body(
        ContextFiller(snapshot: snapshot, organizations: organizations, question: question), place)
    }
  }

  @Test("the resource's account and organization follow from its ARN")
  func resource() throws {
    try withFiller { filler, place in
      let section = try filler.resource()
      #expect(section[ContextKey("aws:ResourceAccount")] == .value(place.account))
      #expect(section[ContextKey("aws:ResourceOrgID")] == .value(place.organization))
      #expect(section[ContextKey("aws:ResourceOrgPaths")] == .value(place.path))
    }
  }

  @Test("a service that calls as itself has no organization, no tags and no user name")
  func service() throws {
    try withFiller { filler, _ in
      let section = try filler.caller(.service("s3.amazonaws.com"), tags: nil)
      #expect(section[.principalIsAWSService] == .value("true"))
      #expect(section[.principalServiceName] == .value("s3.amazonaws.com"))
      #expect(section[.principalServiceNames] == nil, "it may have further names")
      #expect(section[.principalOrgID] == .absent)
      #expect(section[.principalOrgPaths] == .absent)
      #expect(section[.userName] == .absent)
      let context = RequestContext(caller: section, isComplete: false)
      #expect(context.state(of: ContextKey("aws:PrincipalTag/team")) == .absent)
      #expect(context.state(of: ContextKey("aws:SourceAccount")) == .unknown)
    }
  }

  @Test("a complete context takes the service's own name for all its names")
  func serviceNames() throws {
    try withFiller(SuppliedContext(isComplete: true)) { filler, _ in
      let section = try filler.caller(.service("s3.amazonaws.com"), tags: nil)
      #expect(section[.principalServiceNames] == .value("s3.amazonaws.com"))
    }
  }

  @Test("the source of a service's call tells its account and organization")
  func source() throws {
    try withFiller { filler, place in
      let arn = "arn:aws:sns:us-east-1:\(place.account):news"
      let supplied = SuppliedContext(values: ["AWS:SourceArn": [arn]])
      let question = AccessQuestion(
        action: "lambda:InvokeFunction", resource: filler.question.resource, context: supplied)
      let filler = ContextFiller(
        snapshot: filler.snapshot, organizations: filler.organizations, question: question)
      let service = try filler.caller(.service("sns.amazonaws.com"), tags: nil)
      #expect(service[ContextKey("aws:SourceAccount")] == .value(place.account))
      #expect(service[ContextKey("aws:SourceOrgID")] == .value(place.organization))
      #expect(service[ContextKey("aws:SourceOrgPaths")] == .value(place.path))
      let root = try filler.caller(.rootUser(.init(account: place.account)), tags: nil)
      #expect(root[ContextKey("aws:SourceAccount")] == .absent, "only services call for a source")
    }
  }

  @Test("a source without account, as that of a bucket, tells nothing")
  func bucket() throws {
    let supplied = SuppliedContext(values: ["aws:SourceArn": ["arn:aws:s3:::uploads"]])
    try withFiller(supplied) { filler, _ in
      let section = try filler.caller(.service("s3.amazonaws.com"), tags: nil)
      #expect(section[ContextKey("aws:SourceAccount")] == nil)
    }
  }

  @Test("the root user has no tags, and the organization of its account")
  func root() throws {
    try withFiller { filler, place in
      let section = try filler.caller(.rootUser(.init(account: place.account)), tags: nil)
      #expect(section[.principalOrgID] == .value(place.organization))
      let context = RequestContext(caller: section, isComplete: false)
      #expect(context.state(of: ContextKey("aws:PrincipalTag/team")) == .absent)
    }
  }

  @Test("every request is made in a Region and over TLS, and its time is open until it is given")
  func request() throws {
    try withFiller { filler, _ in
      let section = filler.request()
      let region = filler.question.resource.split(separator: ":")[3]
      #expect(section[ContextKey("aws:RequestedRegion")] == .value(String(region)))
      #expect(section[ContextKey("aws:SecureTransport")] == .value("true"))
      #expect(section[.currentTime] == nil)
    }
  }

  static let clocks: [(values: [String: [String]], current: String, epoch: String)] = [
    ([:], "2026-08-01T12:00:00Z", "1785585600"),
    (["aws:EpochTime": ["0"]], "1970-01-01T00:00:00Z", "0"),
    (["AWS:currenttime": ["2000-01-01T00:00:00Z"]], "2000-01-01T00:00:00Z", "946684800"),
  ]

  @Test("both clocks agree, and what is given counts before --at", arguments: clocks)
  func clock(values: [String: [String]], current: String, epoch: String) throws {
    let supplied = SuppliedContext(values: values, time: RequestTime(seconds: 1_785_585_600))
    try withFiller(supplied) { filler, _ in
      let section = filler.request()
      #expect(section[.currentTime] == .value(current))
      #expect(section[.epochTime] == .value(epoch))
    }
  }

  @Test("what is given counts before what the registry knows; a key without value is absent")
  func overrides() throws {
    let supplied = SuppliedContext(
      values: ["aws:resourceaccount": ["999988887777"], "aws:SecureTransport": []])
    try withFiller(supplied) { filler, _ in
      let context = RequestContext(
        request: filler.request(), resource: try filler.resource(), isComplete: false)
      #expect(context.state(of: ContextKey("aws:ResourceAccount")) == .value("999988887777"))
      #expect(context.state(of: ContextKey("aws:SecureTransport")) == .absent)
    }
  }

  @Test("IAM answers in us-east-1")
  func globalService() throws {
    try withFiller(service: "iam:PassRole") { filler, place in
      let question = AccessQuestion(
        action: "iam:PassRole", resource: "arn:aws:iam::\(place.account):role/app")
      let filler = ContextFiller(
        snapshot: filler.snapshot, organizations: filler.organizations, question: question)
      #expect(filler.request()[ContextKey("aws:RequestedRegion")] == .value("us-east-1"))
    }
  }
}
