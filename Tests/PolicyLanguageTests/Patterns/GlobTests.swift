import PolicyLanguage
import Testing

@Suite("Patterns with wildcards")
struct GlobTests {
  @Test(
    "a pattern matches the whole of a text",
    arguments: [
      ("", "", true), ("", "a", false), ("a", "a", true), ("a", "A", false), ("a", "ab", false),
      ("*", "", true), ("*", "a:b/c", true), ("**", "a", true), ("?", "a", true), ("?", "", false),
      ("?", "ab", false), ("a*", "a", true), ("a*", "ab", true), ("a*", "ba", false),
      ("*a", "a", true), ("*a", "ba", true), ("*a", "ab", false), ("a*a", "a", false),
      ("a*a", "aa", true), ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false),
      ("a?c", "abc", true), ("a?c", "ac", false), ("?*", "", false), ("*?", "a", true),
      ("*??*", "a", false), ("*??*", "abc", true), ("*aab", "aaab", true), ("a[b]", "a[b]", true),
      ("arn:aws:lambda:*", "arn:aws:lambda:us-east-1:1:function:f", true),
      ("arn:aws:lambda:us-east-1:1:function:f", "arn:aws:lambda:us-east-1:1:function:f:1", false),
      ("arn:*:function:f:*", "arn:aws:lambda:us-east-1:1:function:f", false),
    ])
  func matchesWholeText(_ pattern: String, _ text: String, _ isMatch: Bool) {
    #expect(Glob(pattern).matches(text) == isMatch)
    #expect(Glob(pattern).matches(Array(text.utf8)) == isMatch)
  }

  @Test(
    "a question mark takes one character, of however many bytes",
    arguments: [
      ("?", "é", true), ("?", "€", true), ("?", "😀", true), ("??", "é", false), ("*??", "é", false),
      ("*??", "€", false), ("*??", "😀", false), ("a?b", "a😀b", true), ("*?b", "€€b", true),
      ("?", "e\u{301}", false), ("??", "e\u{301}", true), ("*é", "aé", true),
      ("*\u{301}", "é", false),
    ])
  func charactersAreScalars(_ pattern: String, _ text: String, _ isMatch: Bool) {
    #expect(Glob(pattern).matches(text) == isMatch)
  }

  @Test("characters that look alike are not equal")
  func noNormalization() {
    #expect(!Glob("\u{E9}*").matches("e\u{301}"))
    #expect(!Glob("\u{E9}").matches("e\u{301}"))
  }

  @Test(
    "without regard to case, only the letters A to Z are folded",
    arguments: [
      ("Lambda:Invoke*", "lambda:INVOKEFunction", true), ("*FUNCTION", "x:Function", true),
      ("a?C", "AbC", true), ("@*", "`x", false), ("[*", "{x", false), ("É", "é", false),
    ])
  func ignoringCase(_ pattern: String, _ text: String, _ isMatch: Bool) {
    #expect(Glob(pattern, ignoringCase: true).matches(text) == isMatch)
  }

  @Test("a literal star or question mark matches only itself")
  func literals() {
    var glob = Glob("a*")
    glob.append(literal: "*?")
    #expect(glob.matches("a*?"))
    #expect(glob.matches("abc*?"))
    #expect(!glob.matches("abc"))
    #expect(!glob.isLiteral)
    var literal = Glob()
    literal.append(literal: "a*")
    #expect(literal.isLiteral)
    #expect(literal.matches("a*"))
    #expect(!literal.matches("ab"))
  }

  @Test(
    "a pattern knows what its matches begin with",
    arguments: [("", "", true), ("abc", "abc", true), ("ab*c", "ab", false), ("?b", "", false)])
  func literalPrefix(_ pattern: String, _ prefix: String, _ isLiteral: Bool) {
    #expect(Array(Glob(pattern).literalPrefix) == Array(prefix.utf8))
    #expect(Glob(pattern).isLiteral == isLiteral)
  }

  @Test(
    "only a star alone matches everything", arguments: [("*", true), ("**", true), ("?*", false)])
  func matchesEverything(_ pattern: String, _ isEverything: Bool) {
    #expect(Glob(pattern).matchesEverything == isEverything)
  }

  @Test("patterns that mean the same by their wildcards' order are equal")
  func normalForm() {
    #expect(Glob("a*?b") == Glob("a?*b"))
    #expect(Glob("*?*?*") == Glob("??*"))
    #expect(Glob("a*b") != Glob("a?b"))
  }

  @Test("many stars on a text that almost matches end soon")
  func manyStars() {
    let pattern = String(repeating: "a*", count: 30) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2_000)))
  }
}
