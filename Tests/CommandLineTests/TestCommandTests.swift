import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("permreg test")
struct TestCommandTests {
  private func session() throws -> Transcript {
    var session = try Transcript()
    try session.run("init -q")
    try session.run("import account.json -q --collected-at 2026-08-01T06:00:00Z")
    return session
  }

  @Test("runs cases with their own policies without a registry")
  func inline() throws {
    var session = try Transcript()
    #expect(try session.run("test cases.jsonl") == 2)
    #expect(try session.run("test cases.jsonl --format ndjson") == 2)
    #expect(try session.run("test cases.jsonl --format csv") == 2)
    #expect(try session.run("test missing.jsonl") == 1)
    #expect(try session.run("test access.yaml") == 1)
    let passing = try session.bytes(of: "cases.jsonl").prefix { $0 != UInt8(ascii: "\n") }
    #expect(try session.run("test -", input: String(decoding: passing, as: UTF8.self)) == 0)
    try session.matches("test-inline")
  }

  @Test("asks the registry, and tells which statements no case exercised")
  func registry() throws {
    var session = try session()
    #expect(try session.run("test access.yaml") == 0)
    #expect(try session.run("test access.yaml cases.jsonl --coverage") == 2)
    #expect(try session.run("test access.yaml --coverage --format json") == 0)
    try session.matches("test-registry")
  }

  @Test("explains what failed, each failure on one line that steers no terminal")
  func failures() throws {
    var session = try session()
    #expect(try session.run("test failing.yaml") == 2)
    #expect(try session.run("test failing.yaml --format ndjson") == 2)
    try session.matches("test-failures")
  }

  @Test("refuses what it cannot read or ask, with the place and the line")
  func refusals() throws {
    var session = try session()
    #expect(try session.run("test malformed.jsonl") == 3)
    #expect(try session.run("test misnamed.yaml") == 3)
    #expect(try session.run("test unreadable.json") == 3)
    #expect(try session.run("test cases.jsonl --policy misspelled-policy.json") == 3)
    #expect(try session.run("test simulated.json") == 3)
    #expect(try session.run("list role --format junit") == 64)
    #expect(try session.run("test access.yaml --coverage --format junit") == 64)
    #expect(try session.run("test") == 64)
    try session.matches("test-refusals")
  }

  @Test("reports where AWS's own simulator disagrees")
  func simulations() throws {
    var session = try session()
    #expect(try session.run("test simulated.json --principal role/app") == 2)
    #expect(try session.run("test simulated.json --principal worker --format json") == 0)
    #expect(try session.run("test simulated.json --policy policy.json") == 2)
    try session.matches("test-simulations")
  }

  @Test("prints JUnit's XML, which a parser reads, before and after the command's name")
  func junit() throws {
    var session = try session()
    #expect(try session.run("--format junit test failing.yaml access.yaml") == 2)
    let printed = session.text.split(separator: "$ ").last.map(String.init) ?? ""
    let start = try #require(printed.range(of: "<?xml")?.lowerBound)
    let end = try #require(printed.range(of: "</testsuites>")?.upperBound)
    let suites = try JUnitSuites(Data(printed[start..<end].utf8))
    #expect(suites.suites == ["failing.yaml": 4, "access.yaml": 3])
    #expect(suites.failures.count == 4)
    #expect(suites.names.contains(#""<&>" \u{1B}[31m"#))
    try session.matches("test-junit")
  }
}

/// What a reader of JUnit's XML finds.
private final class JUnitSuites: NSObject, XMLParserDelegate {
  private(set) var suites: [String: Int] = [:]
  private(set) var names: [String] = []
  private(set) var failures: [String] = []

  init(_ xml: Data) throws {
    super.init()
    let parser = XMLParser(data: xml)
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "testsuite": suites[attributes["name"] ?? ""] = attributes["tests"].flatMap { Int($0) }
    case "testcase": names.append(attributes["name"] ?? "")
    case "failure": failures.append(attributes["message"] ?? "")
    default: break
    }
  }
}
