import Testing

@testable import ActionCatalog

@Suite("A wildcard pattern")
struct WildcardPatternTests {
  @Test(
    "covers a text",
    arguments: [
      ("", ""), ("*", ""), ("*", "abc"), ("***", "abc"), ("a*", "a"), ("a*c", "abbc"),
      ("a*c", "ac"),
      ("*c", "abcabc"), ("a*b*c", "aXbXbXc"), ("a?c", "abc"), ("?*", "a"), ("*?", "abc"),
      ("*ab", "aab"), ("*a*a*", "aa"),
    ])
  func covers(pattern: String, text: String) {
    #expect(WildcardPattern(pattern.utf8, foldsCase: false).matches(text.utf8))
  }

  @Test(
    "does not cover a text",
    arguments: [
      ("", "a"), ("a", ""), ("?", ""), ("?*", ""), ("a*c", "abcd"), ("a*c", "bac"), ("a?c", "ac"),
      ("a??", "ab"), ("*a*a*", "a"), ("A", "a"), ("ab*ba", "aba"),
    ])
  func doesNotCover(pattern: String, text: String) {
    #expect(!WildcardPattern(pattern.utf8, foldsCase: false).matches(text.utf8))
  }

  @Test("takes capitals and small letters for the same only where it is told to")
  func folding() {
    #expect(WildcardPattern("Get*".utf8, foldsCase: true).matches("gETObject".utf8))
    #expect(!WildcardPattern("Get*".utf8, foldsCase: false).matches("gETObject".utf8))
  }

  @Test("reads the variables of a format as one character or more")
  func format() {
    let pattern = WildcardPattern(format: "a/${First}:${Second}/z", foldsCase: false)
    #expect(pattern.matches("a/1:22/z".utf8))
    #expect(!pattern.matches("a/:22/z".utf8))
    #expect(pattern.literalCount == 5)
    // A dollar sign that begins no variable is a character like any other.
    #expect(WildcardPattern(format: "a$b", foldsCase: false).matches("a$b".utf8))
  }
}
