import JSONText
import Registry
import Testing

@testable import AWSExchange

@Suite("A document")
struct OddFormTests {
  @Test(
    "is the same whether it is an object, a string or percent-encoded",
    arguments: [
      Exports.allow,
      #""{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}""#,
      #""%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AGetObject%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D""#,
    ])
  func forms(document: String) throws {
    let bench = try Workbench()
    let roles = Exports.roles(
      Exports.role("a", inline: Exports.inline(Exports.allow)),
      Exports.role("b", inline: Exports.inline(document)))
    try bench.write(roles, to: "details.json")
    let report = try bench.run()
    let policies: [InlinePolicy] = try bench.records()
    #expect(policies.count == 2)
    #expect(Set(policies.map(\.document)).count == 1)
    #expect(report.invalid == [])
    #expect(report.documents == 4)
    #expect(report.statements == 4)
  }

  @Test("that is null makes no record")
  func null() throws {
    let bench = try Workbench()
    try bench.write(
      Exports.roles(Exports.role("a", inline: Exports.inline("null"))), to: "details.json")
    #expect(try bench.run().tally.added[.inlinePolicy] == nil)
  }

  @Test(
    "that is no valid policy is kept, and reported at its place",
    arguments: [(#"{"Statement":[{"Effect":"Maybe"}]}"#, 2), (#""not a policy""#, 2)])
  func invalid(document: String, line: Int) throws {
    let bench = try Workbench()
    try bench.write(
      Exports.roles(Exports.role("a", inline: Exports.inline(document))), to: "details.json")
    let report = try bench.run()
    let first = try #require(report.invalid.first)
    #expect(first.file == "\(bench.input)/details.json")
    #expect(first.position?.line == line)
    #expect(try bench.records(InlinePolicy.self).count == 1)
  }

  @Test("with a date in another notation has the same date")
  func dates() {
    let same = "2024-01-02T03:04:05.000Z"
    for text in [
      "2024-01-02T03:04:05Z", "2024-01-02 03:04:05+00:00", "2024-01-02T04:04:05.000+0100",
    ] {
      #expect(ObservationTime.normalized(text) == same)
    }
    for text in ["", "2024-01-02", "2024-13-02T03:04:05Z", "2024-01-02T03:04:05"] {
      #expect(ObservationTime.normalized(text) == nil)
    }
  }
}
