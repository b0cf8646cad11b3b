import JSONText
import Testing

/// Texts that are JSON by RFC 8259, with the value they hold.
struct AcceptedText: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var value: JSON

  init(_ name: String, _ text: String, _ value: JSON) {
    self.name = name
    self.text = text
    self.value = value
  }

  var testDescription: String { name }

  static let all: [AcceptedText] = [
    .init("null alone", "null", .null),
    .init("a Boolean alone", "true", true),
    .init("a string alone", #""x""#, "x"),
    .init("a number alone", "-0", .number("-0")),
    .init("white space of all four kinds", " \t\r\n1 \t\r\n", 1),
    .init("an empty array", "[ ]", []),
    .init("an empty object", "{ }", [:]),
    .init("an empty string", #""""#, ""),
    .init("an empty key", #"{"":1}"#, ["": 1]),
    .init("nested containers", #"[[],{"a":[{}]},[]]"#, [[], ["a": [[:]]], []]),
    .init("members in their order", #"{"b":1,"a":2}"#, ["b": 1, "a": 2]),
    .init("keys that differ in case", #"{"a":1,"A":2}"#, ["a": 1, "A": 2]),
    .init(
      "keys that differ in composition", #"{"\u00e9":1,"e\u0301":2}"#,
      ["\u{E9}": 1, "e\u{301}": 2]),
    .init("the same key in two objects", #"[{"a":1},{"a":{"a":2}}]"#, [["a": 1], ["a": ["a": 2]]]),
    .init("one-letter escapes", #""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    .init("escapes of either case", #""\u00e9\u00E9""#, "éé"),
    .init("an escaped null character", #""\u0000""#, "\0"),
    .init("a surrogate pair", #""\uD83D\uDE00""#, "😀"),
    .init("the last character", #""\udbff\udfff""#, "\u{10FFFF}"),
    .init("a noncharacter", #""\uFFFF""#, "\u{FFFF}"),
    .init("escapes between letters", #""a\u0062c\nd""#, "abc\nd"),
    .init("raw characters of four lengths", "\"aé€😀\"", "aé€😀"),
    .init("DEL and separators raw", "\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
    .init("a fraction and an exponent", "1.50E+02", .number("1.50E+02")),
    .init("a negative exponent", "-1e-9", .number("-1e-9")),
    .init("zero with a fraction", "0.0", .number("0.0")),
    .init(
      "a number of any length", String(repeating: "9", count: 400) + ".10",
      .number(String(repeating: "9", count: 400) + ".10")),
    .init("a byte order mark", "\u{FEFF}[1]", [1]),
  ]
}

@Suite("JSON text that is accepted")
struct AcceptedTextTests {
  @Test("a text of the grammar is read as its value", arguments: AcceptedText.all)
  func accepts(_ accepted: AcceptedText) throws {
    let document = try JSONDocument(parsing: Array(accepted.text.utf8))
    #expect(JSON(document.root) == accepted.value)
  }

  @Test(
    "a string of any length ends where it ends",
    arguments: ["a", "é", "!", "#", "[", "]", "\u{7F}"])
  func stringsOfEveryLength(_ character: String) throws {
    for length in 0..<40 {
      let run = String(repeating: character, count: length)
      for (written, meant) in [("", ""), (#"\""#, "\""), (#"\\"#, "\\"), (" ", " ")] {
        let text = #"["\#(run)\#(written)","\#(written)\#(run)"]"#
        let document = try JSONDocument(parsing: Array(text.utf8))
        #expect(document.root.elements?.map(\.string) == [run + meant, meant + run])
      }
      let control = Array("[\"\(run)\u{1F}\"]".utf8)
      let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: control) }
      #expect(error?.offset == 2 + run.utf8.count)
    }
  }

  @Test("keys that are equal only after normalisation are not taken for one another")
  func keysCompareByBytes() throws {
    let document = try JSONDocument(parsing: Array("{\"e\u{301}\":1}".utf8))
    #expect(document.root["e\u{301}"] != nil)
    #expect(document.root["\u{E9}"] == nil)
  }

  @Test("containers may be open to the limit, and no deeper")
  func depthLimit() throws {
    let limit = Int(JSONLimits.standard.depth)
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try JSONDocument(parsing: Array(deepest.utf8))
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("[\(deepest)]".utf8))
    }
    #expect(error?.code == .tooDeep)
    #expect(error?.offset == limit)
  }

  @Test("a string may reach the limit, and not pass it")
  func stringLimit() throws {
    let limits = JSONLimits(depth: 8, stringLength: 4, textLength: 100)
    _ = try JSONDocument(parsing: Array(#"["abcd"]"#.utf8), limits: limits)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array(#"["abcde"]"#.utf8), limits: limits)
    }
    #expect(error?.code == .stringTooLong)
    #expect(error?.message == "the string is longer than the limit of 4 bytes")
    #expect(error?.position == SourcePosition(line: 1, column: 2))
  }

  @Test("a text may reach the limit, and not pass it")
  func textLimit() throws {
    let limits = JSONLimits(depth: 8, stringLength: 4, textLength: 3)
    _ = try JSONDocument(parsing: Array("[1]".utf8), limits: limits)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("[1] ".utf8), limits: limits)
    }
    #expect(error?.code == .textTooLong)
  }

  @Test("no limit reaches beyond offsets of 32 bits")
  func offsetsAreBounded() {
    let limits = JSONLimits(depth: 8, stringLength: .max, textLength: .max)
    #expect(limits.textLength == Int(UInt32.max))
    #expect(limits.stringLength == Int(UInt32.max))
  }
}
