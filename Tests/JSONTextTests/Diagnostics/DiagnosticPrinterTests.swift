import JSONText
import Testing

@Suite("Printing diagnostics")
struct DiagnosticPrinterTests {
  private func printed(_ diagnostic: Diagnostic, _ text: String? = nil) -> String {
    DiagnosticPrinter(text: text.map { Array($0.utf8) }).description(of: diagnostic)
  }

  private func diagnostic(line: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .error, "unknown-element", "unknown element `Resouce`", file: "policy.json",
      position: SourcePosition(line: line, column: column))
  }

  @Test("a diagnostic shows file, line, column, code, the line itself, a caret and a hint")
  func full() {
    let diagnostic = diagnostic(line: 2, column: 3)
      .with(note: "an element that IAM does not know makes the document invalid")
      .with(help: "did you mean `Resource`?")
    let expected = """
      policy.json:2:3: error: unknown element `Resouce` [unknown-element]
        "Resouce": "*"
        ^
      note: an element that IAM does not know makes the document invalid
      hint: did you mean `Resource`?

      """
    #expect(printed(diagnostic, "{\n  \"Resouce\": \"*\"\n}") == expected)
  }

  @Test("what is not known is left out")
  func sparse() {
    #expect(printed(Diagnostic(.warning, "x", "odd")) == "warning: odd [x]\n")
    #expect(printed(Diagnostic(.suggestion, "x", "odd"), "{}") == "suggestion: odd [x]\n")
    let placed = Diagnostic(.error, "x", "odd", position: SourcePosition(line: 3, column: 4))
    #expect(printed(placed) == "3:4: error: odd [x]\n")
    #expect(printed(placed, "{}") == "3:4: error: odd [x]\n")
  }

  @Test(
    "the caret stands under the byte's character",
    arguments: [
      ("ab", 2, "ab\n ^\n"), ("\t\tab", 3, "  ab\n  ^\n"), ("é€ab", 6, "é€ab\n  ^\n"),
      ("名前ab", 7, "名前ab\n    ^\n"), ("e\u{301}ab", 4, "e\u{301}ab\n ^\n"),
      ("\u{1B}ab", 2, "\\u{1B}ab\n      ^\n"), ("ab\r", 3, "ab\n  ^\n"), ("ab", 9, "ab\n  ^\n"),
    ])
  func caret(_ line: String, _ column: Int, _ excerpt: String) {
    let lines = printed(diagnostic(line: 1, column: column), line).split(
      separator: "\n", maxSplits: 1)
    #expect(lines.last.map(String.init) == excerpt)
  }

  @Test("a long line is cut on both sides of the caret, between characters")
  func longLine() {
    let text = String(repeating: "é", count: 500) + "X" + String(repeating: "€", count: 500)
    let lines = printed(diagnostic(line: 1, column: 1_001), text).split(separator: "\n")
    let line = lines[1]
    #expect(line.first == "…" && line.last == "…")
    #expect(line.count < 100)
    #expect(!line.contains("\u{FFFD}"))
    let column = line.firstIndex(of: "X").map { line.distance(from: line.startIndex, to: $0) }
    #expect(lines[2] == String(repeating: " ", count: column ?? -1) + "^")
  }

  @Test("a reader's error becomes a diagnostic with its place")
  func errorOfReader() {
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("{\n \"a\": tru\n}".utf8))
    }
    let expected = """
      a.json:2:7: error: expected a value but found `tru` [json-syntax]
       "a": tru
            ^

      """
    #expect(error.map { printed($0.diagnostic(file: "a.json"), "{\n \"a\": tru\n}") } == expected)
  }

  @Test("nothing of the user's reaches the terminal raw")
  func escaped() {
    var diagnostic = Diagnostic(.error, "x", "unknown `\u{1B}[2J`", file: "a\u{9B}b")
    diagnostic = diagnostic.with(note: "\u{202E}").with(help: "\u{7}")
    let expected = """
      a\\u{9B}b: error: unknown `\\u{1B}[2J` [x]
      note: \\u{202E}
      hint: \\u{7}

      """
    #expect(printed(diagnostic) == expected)
  }
}

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "what could steer a terminal or hide text is spelt out",
    arguments: [
      ("\u{1B}[31m", "\\u{1B}[31m"), ("a\nb\tc\0", "a\\u{A}b\\u{9}c\\u{0}"),
      ("\u{7F}\u{80}\u{9F}", "\\u{7F}\\u{80}\\u{9F}"),
      ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"),
      ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}"),
      ("\u{2028}\u{2029}\u{FEFF}", "\\u{2028}\\u{2029}\\u{FEFF}"),
      ("\r\n", "\\u{D}\\u{A}"),
    ])
  func escapes(_ text: String, _ escaped: String) {
    #expect(text.terminalEscaped == escaped)
  }

  @Test(
    "printable text stays as it is",
    arguments: ["", "arn:aws:iam::1:role/x", "é€😀", "名前", "\u{A0}", "\u{2027}\u{202F}\u{206A}"])
  func keeps(_ text: String) {
    #expect(text.terminalEscaped == text)
  }
}
