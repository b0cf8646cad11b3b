import JSONText
import Testing

@Suite("Lines and columns")
struct SourcePositionTests {
  @Test(
    "columns count bytes from 1 and a line feed ends its line",
    arguments: [
      ("", 0, 1, 1), ("ab", 1, 1, 2), ("ab", 2, 1, 3), ("é€x", 5, 1, 6), ("a\nb", 1, 1, 2),
      ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\n\n\nb", 4, 4, 1), ("a\n", 2, 2, 1),
      ("\u{FEFF}ab\nc", 3, 1, 1), ("\u{FEFF}ab\nc", 6, 2, 1), ("ab", 9, 1, 3), ("ab", -1, 1, 1),
    ])
  func position(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let table = LineTable(of: Array(text.utf8)[...])
    #expect(table.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test("a part of a text is counted from its own beginning")
  func partOfText() {
    let text = Array("first\nsecond\nthird".utf8)
    let table = LineTable(of: text[8...])
    #expect(table.position(at: 8) == SourcePosition(line: 1, column: 1))
    #expect(table.position(at: 13) == SourcePosition(line: 2, column: 1))
  }

  @Test("a line is found without its line feed, and one beyond the text is not")
  func lineRanges() {
    let table = LineTable(of: Array("ab\n\nc".utf8)[...])
    #expect(table.range(ofLine: 1) == 0..<2)
    #expect(table.range(ofLine: 2) == 3..<3)
    #expect(table.range(ofLine: 3) == 4..<5)
    #expect(table.range(ofLine: 4) == nil)
    #expect(table.range(ofLine: 0) == nil)
  }

  @Test("positions are ordered as the text is")
  func order() {
    #expect(SourcePosition(line: 1, column: 9) < SourcePosition(line: 2, column: 1))
    #expect(SourcePosition(line: 2, column: 1) < SourcePosition(line: 2, column: 2))
  }
}
