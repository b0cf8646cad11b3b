import JSONText
import Testing

/// A text that is refused, and what is said of it. A `▸` marks the place that is named.
struct RefusedText: CustomTestStringConvertible, Sendable {
  var marked: String
  var code: JSONError.Code
  var message: String

  init(_ marked: String, _ code: JSONError.Code, _ message: String) {
    self.marked = marked
    self.code = code
    self.message = message
  }

  var testDescription: String { marked.debugDescription }

  var text: [UInt8] { Array(marked.replacing("▸", with: "").utf8) }

  var offset: Int? { marked.firstRange(of: "▸").map { marked[..<$0.lowerBound].utf8.count } }

  static let structure: [RefusedText] = [
    .init("▸", .syntax, "expected a value but found the end of the text"),
    .init(" \n▸", .syntax, "expected a value but found the end of the text"),
    .init("[▸", .syntax, "expected a value but found the end of the text"),
    .init("[1▸", .syntax, "expected `,` or `]` but found the end of the text"),
    .init("[1,▸]", .syntax, "expected a value but found `]`"),
    .init("[▸,1]", .syntax, "expected a value but found `,`"),
    .init("[1 ▸2]", .syntax, "expected `,` or `]` but found `2`"),
    .init("[1▸}", .syntax, "expected `,` or `]` but found `}`"),
    .init("{▸", .syntax, "expected a key in double quotes but found the end of the text"),
    .init("{▸a:1}", .syntax, "expected a key in double quotes but found `a`"),
    .init("{▸'a':1}", .syntax, "expected a key in double quotes but found `'`"),
    .init("{▸1:1}", .syntax, "expected a key in double quotes but found `1`"),
    .init(#"{"a"▸}"#, .syntax, "expected `:` after the key but found `}`"),
    .init(#"{"a"▸=1}"#, .syntax, "expected `:` after the key but found `=`"),
    .init(#"{"a":▸}"#, .syntax, "expected a value but found `}`"),
    .init(#"{"a":1,▸}"#, .syntax, "expected a key in double quotes but found `}`"),
    .init(#"{"a":1▸]"#, .syntax, "expected `,` or `}` but found `]`"),
    .init("[▸// comment\n1]", .syntax, "expected a value but found `/`"),
    .init("[▸nul]", .syntax, "expected a value but found `nul`"),
    .init("[▸True]", .syntax, "expected a value but found `True`"),
    .init("[▸undefined]", .syntax, "expected a value but found `undefined`"),
    .init("[true▸x]", .syntax, "expected `,` or `]` but found `x`"),
    .init("[▸\u{A0}1]", .syntax, "expected a value but found `\u{A0}`"),
    .init("[▸\u{0}]", .syntax, "expected a value but found the control character U+0000"),
    .init("[1]▸]", .trailingText, "expected the end of the text but found `]`"),
    .init("{}\n▸{}", .trailingText, "expected the end of the text but found `{`"),
    .init("1 ▸\u{FEFF}", .trailingText, "expected the end of the text but found `\u{FEFF}`"),
  ]

  static let numbers: [RefusedText] = [
    .init("[▸01]", .number, "a number cannot begin with a needless 0"),
    .init("[▸-01]", .number, "a number cannot begin with a needless 0"),
    .init("[1.▸]", .number, "expected a digit after the decimal point but found `]`"),
    .init("[1.▸e5]", .number, "expected a digit after the decimal point but found `e5`"),
    .init("[1e▸]", .number, "expected a digit after the exponent's mark but found `]`"),
    .init("[1e+▸]", .number, "expected a digit after the exponent's mark but found `]`"),
    .init("-▸", .number, "expected a digit after `-` but found the end of the text"),
    .init("[-▸Infinity]", .number, "expected a digit after `-` but found `Infinity`"),
    .init("[▸NaN]", .syntax, "expected a value but found `NaN`"),
    .init("[▸+1]", .syntax, "expected a value but found `+`"),
    .init("[▸.5]", .syntax, "expected a value but found `.`"),
    .init("[0▸x1F]", .syntax, "expected `,` or `]` but found `x1F`"),
  ]

  static let strings: [RefusedText] = [
    .init(#"[▸"abc"#, .syntax, "the string is not closed"),
    .init(#"[▸"abc\""#, .syntax, "the string is not closed"),
    .init(#"["abc▸\"#, .syntax, "the text ends in an escape"),
    .init(#"["▸\x41"]"#, .escape, "a backslash cannot stand before `x41`"),
    .init(#"["▸\'"]"#, .escape, "a backslash cannot stand before `'`"),
    .init(#"["a▸\u12G4"]"#, .escape, #"`\u` needs four hexadecimal digits"#),
    .init(#"["a▸\u12"#, .escape, #"`\u` needs four hexadecimal digits"#),
    .init(
      #"["▸\uD83D"]"#, .loneSurrogate,
      #"`\uD83D` is half of a surrogate pair without the other half"#),
    .init(
      #"["▸\uDE00\uD83D"]"#, .loneSurrogate,
      #"`\uDE00` is half of a surrogate pair without the other half"#),
    .init(
      #"["▸\uD83D\u0041"]"#, .loneSurrogate,
      #"`\uD83D` is half of a surrogate pair without the other half"#),
    .init(
      #"["▸\uD83D\n"]"#, .loneSurrogate,
      #"`\uD83D` is half of a surrogate pair without the other half"#),
    .init(
      "[\"a▸\n\"]", .controlCharacter,
      "the control character U+000A cannot stand in a string unless escaped"),
    .init(
      "[\"▸\u{1F}\"]", .controlCharacter,
      "the control character U+001F cannot stand in a string unless escaped"),
  ]

  static let keys: [RefusedText] = [
    .init(
      #"{"a":1,▸"a":2}"#, .duplicateKey,
      "key `a` stands twice in one object, first on line 1, column 2"),
    .init(
      #"{"a":{"b":1},▸"\u0061":2}"#, .duplicateKey,
      "key `a` stands twice in one object, first on line 1, column 2"),
    .init(
      #"{"\u0061":1,▸"\u0061":2}"#, .duplicateKey,
      "key `a` stands twice in one object, first on line 1, column 2"),
    .init(
      "{\"x\":\n [{\"\":1},{\"\":1,▸\"\":2}]}", .duplicateKey,
      "key `` stands twice in one object, first on line 2, column 11"),
  ]
}

@Suite("JSON text that is refused")
struct RefusedTextTests {
  @Test(
    "a text outside the grammar is refused with what was expected, what was found and where",
    arguments: [
      RefusedText.structure, RefusedText.numbers, RefusedText.strings, RefusedText.keys,
    ].flatMap { $0 })
  func refuses(_ refused: RefusedText) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: refused.text) }
    #expect(error?.code == refused.code)
    #expect(error?.message == refused.message)
    #expect(error?.offset == refused.offset)
  }

  @Test(
    "text that is not UTF-8 is refused where it stops being so",
    arguments: [
      ([0x22, 0xFF, 0x22], 1),
      ([0x22, 0xC0, 0x80, 0x22], 1),  // An overlong null.
      ([0x22, 0x61, 0xED, 0xA0, 0x80, 0x22], 2),  // A surrogate.
      ([0x22, 0xE2, 0x82], 1),  // A character cut off.
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),  // Beyond the last character.
    ])
  func refusesOtherEncodings(_ bytes: [UInt8], _ offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.code == .notUTF8)
    #expect(error?.offset == offset)
  }

  @Test(
    "UTF-16 is named as such",
    arguments: [[0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B]])
  func refusesUTF16(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.message == "the text is UTF-16; JSON is read as UTF-8")
  }

  @Test("ten thousand open containers are refused, not recursed into", arguments: ["[", #"{"a":"#])
  func refusesDepth(_ opening: String) {
    let text = String(repeating: opening, count: 10_000)
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect(error?.code == .tooDeep)
  }

  @Test("a string of more than 16 MiB is refused by default")
  func refusesLongString() {
    let quote = UInt8(ascii: "\"")
    let text = [quote] + [UInt8](repeating: UInt8(ascii: "a"), count: 16_777_217) + [quote]
    let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }
    #expect(error?.message == "the string is longer than the limit of 16777216 bytes")
  }

  @Test("a repeated key is found in an object of any size", arguments: [2, 32, 33, 34, 1_000])
  func refusesRepeatedKeyAmongMany(_ count: Int) {
    for repeated in [0, count / 2, count - 1] {
      var text = "{"
      for number in 0..<count { text += #""key \#(number)":{"key \#(number)":0},"# }
      let offset = text.utf8.count
      text += #""key \u003\#(String(repeated).prefix(1))"#
      text += #"\#(String(repeated).dropFirst())":1}"#
      let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
      #expect(error?.code == .duplicateKey)
      #expect(error?.offset == offset)
    }
  }

  @Test("a large object inside a large object keeps its keys to itself")
  func keysOfNestedLargeObjects() throws {
    let keys = (0..<100).map { #""\#($0)":0"# }.joined(separator: ",")
    let nested = #"{\#(keys),"inner":{\#(keys)},"last":0}"#
    _ = try JSONDocument(parsing: Array(nested.utf8))
    let repeated = #"{\#(keys),"inner":{\#(keys)},"99":0}"#
    #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(repeated.utf8)) }
  }
}
