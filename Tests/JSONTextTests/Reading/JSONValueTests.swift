import JSONText
import Testing

@Suite("Values of a parsed text")
struct JSONValueTests {
  private let document: JSONDocument

  init() throws {
    let text = """
      {
        "name": "orders",
        "es\\u0063aped": "a\\tb",
        "sizes": [1, -20, 3.0, 1e3, 99999999999999999999],
        "on": true,
        "none": null
      }
      """
    document = try JSONDocument(parsing: Array(text.utf8))
  }

  @Test("a member is found by its decoded key")
  func subscriptByKey() {
    #expect(document.root["name"]?.string == "orders")
    #expect(document.root["escaped"]?.string == "a\tb")
    #expect(document.root["es\\u0063aped"] == nil)
    #expect(document.root["names"] == nil)
    #expect(document.root["sizes"]?["name"] == nil)
  }

  @Test("a value answers only as what it is")
  func kinds() throws {
    let kinds = try #require(document.root.members).map(\.value.kind)
    #expect(kinds == [.string, .string, .array, .bool, .null])
    let name = try #require(document.root["name"])
    #expect(name.bool == nil)
    #expect(name.numberText == nil)
    #expect(name.members == nil)
    #expect(name.elements == nil)
    #expect(document.root.string == nil)
    #expect(document.root["on"]?.bool == true)
    #expect(document.root["none"]?.isNull == true)
  }

  @Test("a number keeps its spelling and is an integer only if written as one that fits")
  func numbers() throws {
    let sizes = try #require(document.root["sizes"]?.elements)
    #expect(sizes.map(\.numberText) == ["1", "-20", "3.0", "1e3", "99999999999999999999"])
    #expect(sizes.map(\.int) == [1, -20, nil, nil, nil])
  }

  @Test("bytes in place are given only where nothing needs decoding")
  func plainBytes() throws {
    let members = Array(try #require(document.root.members))
    #expect(members[0].plainKeyBytes.map(Array.init) == Array("name".utf8))
    #expect(members[0].value.plainStringBytes.map(Array.init) == Array("orders".utf8))
    #expect(members[1].plainKeyBytes == nil)
    #expect(members[1].keyBytes == Array("escaped".utf8))
    #expect(members[1].value.plainStringBytes == nil)
    #expect(members[1].value.stringBytes == Array("a\tb".utf8))
  }

  @Test("a value's text is what stands in the document")
  func verbatimText() throws {
    #expect(document.root["escaped"]?.text == #""a\tb""#)
    #expect(document.root["sizes"]?.text == "[1, -20, 3.0, 1e3, 99999999999999999999]")
    #expect(document.root.text == String(decoding: document.bytes, as: UTF8.self))
  }

  @Test("a value and its key know their line and column")
  func positions() throws {
    let members = Array(try #require(document.root.members))
    #expect(members.map(\.keyPosition.line) == [2, 3, 4, 5, 6])
    #expect(members.map(\.keyPosition.column) == [3, 3, 3, 3, 3])
    #expect(members[2].value.position == SourcePosition(line: 4, column: 12))
    let second = members[2].value.elements?.dropFirst().first { _ in true }
    #expect(second?.position == SourcePosition(line: 4, column: 16))
  }

  @Test("a document inside a string is read from the decoded bytes")
  func embeddedDocument() throws {
    let outer = try JSONDocument(parsing: Array(#"{"Policy":"{\"Version\":\"2012-10-17\"}"}"#.utf8))
    let inner = try JSONDocument(parsing: try #require(outer.root["Policy"]?.stringBytes))
    #expect(inner.root["Version"]?.string == "2012-10-17")
  }

  @Test("an iteration can be begun anew")
  func iterationsAreIndependent() throws {
    let members = try #require(document.root.members)
    #expect(members.map(\.key) == members.map(\.key))
  }
}

@Suite("Percent decoding")
struct PercentDecodingTests {
  @Test(
    "each %XX is a byte and all else stays",
    arguments: [
      ("", ""), ("%7B%22a%22%3a1%7d", #"{"a":1}"#), ("a+b%20c", "a+b c"), ("%C3%A9", "é"),
    ])
  func decodes(_ encoded: String, _ decoded: String) {
    #expect(percentDecoded(encoded.utf8) == Array(decoded.utf8))
  }

  @Test(
    "a percent sign without two digits is refused", arguments: ["%", "a%2", "%2", "%G0", "%0G"])
  func refuses(_ encoded: String) {
    #expect(percentDecoded(encoded.utf8) == nil)
  }
}
