import JSONText
import Registry
import Testing

@testable import AWSExchange

@Suite("The scope of a record")
struct BearerTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test("is that of its own ARN, and one file may hold two accounts")
  func twoAccounts() throws {
    try bench.write(
      Exports.roles(Exports.role("a"), Exports.role("b", account: "444455556666")),
      to: Exports.details)
    try bench.run()
    let coverage: [Coverage] = try bench.records()
    #expect(coverage.map(\.account) == [Exports.account, "444455556666"])
    #expect(try bench.records(Account.self).map(\.id) == [Exports.account, "444455556666"])
  }

  @Test("is for a function's policy that of its place, and a foreign Resource is reported")
  func foreignResource() throws {
    try bench.write(
      Exports.policy(Exports.function("g")), to: "\(Exports.lambda)/get-policy/f/live.json")
    let report = try bench.run()
    let policies: [ResourcePolicy] = try bench.records()
    #expect(policies.map(\.resource) == [Exports.function("f:live")])
    #expect(report.notes.map(\.code) == ["foreign-resource"])
  }

  @Test("is for a policy outside the layout that of the function that its file is named after")
  func namedFile() throws {
    try bench.write(Exports.functions("f"), to: "lambda-list-functions.json")
    try bench.write(
      Exports.policy("arn:aws:lambda:us-east-1:444455556666:function:f"),
      to: "lambda-get-policy/f")
    let report = try bench.run()
    #expect(try bench.records(ResourcePolicy.self).map(\.resource) == [Exports.function("f")])
    #expect(report.notes.map(\.code) == ["foreign-resource"])
  }

  @Test("is for any other policy outside the layout that of the function that it names")
  func namedResource() throws {
    try bench.write(Exports.policy(Exports.function("h")), to: "some.json")
    let report = try bench.run()
    #expect(try bench.records(ResourcePolicy.self).map(\.resource) == [Exports.function("h")])
    #expect(report.notes == [])
  }

  @Test(
    "is named by a pattern that reaches it, and by no other",
    arguments: [("f", 0), ("*", 0), ("f*", 0), ("f:*", 0), ("f:live", 0), ("g*", 1)])
  func patterns(name: String, notes: Int) throws {
    try bench.write(
      Exports.policy(Exports.function(name)), to: "\(Exports.lambda)/get-policy/f.json")
    #expect(try bench.run().notes.count == notes)
  }

  @Test("of a membership is found in spite of the group's path")
  func membership() throws {
    let user = "arn:aws:iam::\(Exports.account):user/u"
    let group = "arn:aws:iam::\(Exports.account):group/team/g"
    try bench.write(
      """
      {"UserDetailList":[{"UserName":"u","Arn":"\(user)","GroupList":["g","missing"]}],
       "GroupDetailList":[{"GroupName":"g","Arn":"\(group)"}]}
      """, to: "details.json")
    let report = try bench.run()
    #expect(
      try bench.records(GroupMembership.self) == [GroupMembership(user: user, group: group)])
    #expect(report.notes.map(\.code) == ["unknown-group"])
  }

  @Test("of an event source mapping without an ARN comes from its UUID")
  func mapping() throws {
    try bench.write(
      """
      {"EventSourceMappings":[{"UUID":"x-1","FunctionArn":"\(Exports.function("f"))",
        "EventSourceArn":"arn:aws:sqs:us-east-1:\(Exports.account):q","State":"Disabled"}]}
      """, to: "mappings.json")
    try bench.run()
    let mappings: [EventSourceMapping] = try bench.records()
    #expect(
      mappings.map(\.arn)
        == ["arn:aws:lambda:us-east-1:\(Exports.account):event-source-mapping:x-1"])
    #expect(mappings.map(\.isEnabled) == [false])
  }
}
