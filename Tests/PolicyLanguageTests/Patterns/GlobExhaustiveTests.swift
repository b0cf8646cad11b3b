import PolicyLanguage
import Testing

/// Every pattern and every text up to a length, against a definition that only recurses.
@Suite("Patterns with wildcards, exhaustively")
struct GlobExhaustiveTests {
  @Test(
    "a match is what the definition says, for bytes and for characters", arguments: ["b", "é", "😀"])
  func matching(_ second: Character) {
    let patterns = words(over: ["a", second, "*", "?"], upTo: 5)
    let texts = words(over: ["a", second], upTo: 5)
    for pattern in patterns {
      let glob = Glob(String(pattern))
      for text in texts where glob.matches(String(text)) != defined(pattern[...], text[...]) {
        Issue.record("`\(String(pattern))` on `\(String(text))`")
      }
    }
  }

  @Test("a match without regard to case is a match in lower case")
  func matchingIgnoringCase() {
    let texts = words(over: ["a", "B"], upTo: 4)
    for pattern in words(over: ["A", "b", "*", "?"], upTo: 4) {
      let glob = Glob(String(pattern), ignoringCase: true)
      let lower = Glob(String(pattern).lowercased())
      for text in texts
      where glob.matches(String(text)) != lower.matches(String(text).lowercased()) {
        Issue.record("`\(String(pattern))` on `\(String(text))`")
      }
    }
  }

  @Test("two patterns intersect exactly if a text is matched by both")
  func intersections() {
    let pairs = Samples(alphabet: ["a", "b", "*", "?"], patternLength: 3, textLength: 6)
    for (left, leftTexts) in pairs.patterns {
      for (right, rightTexts) in pairs.patterns {
        let common = zip(leftTexts, rightTexts).contains { $0 & $1 != 0 }
        if Glob.intersects(Glob(left), Glob(right)) != common {
          Issue.record("`\(left)` and `\(right)`: \(common)")
        }
      }
    }
  }

  @Test("a pattern covers another exactly if it matches all that the other matches")
  func coverage() {
    // The texts have a character, `c`, that no pattern has, as any real alphabet does.
    let pairs = Samples(alphabet: ["a", "b", "*", "?"], patternLength: 4, textLength: 6)
    for (wide, wideTexts) in pairs.patterns {
      for (narrow, narrowTexts) in pairs.patterns {
        let isCovered = zip(wideTexts, narrowTexts).allSatisfy { $1 & ~$0 == 0 }
        if Glob.covers(Glob(wide), Glob(narrow)) != isCovered {
          Issue.record("`\(wide)` covers `\(narrow)`: \(isCovered)")
        }
      }
    }
  }

  @Test(
    "intersection and coverage hold for characters of several bytes and for folded case",
    arguments: [
      ("?", "é", false, true, true), ("??", "é", false, false, false),
      ("é*", "*é", false, true, false), ("A*", "a", true, true, true),
      ("A*", "a", false, false, false),
      ("é", "ê", false, false, false), ("*", "", false, true, true), ("", "*", false, true, false),
    ])
  func relations(
    _ wide: String, _ narrow: String, _ ignoringCase: Bool, _ intersects: Bool, _ covers: Bool
  ) {
    let wide = Glob(wide, ignoringCase: ignoringCase)
    let narrow = Glob(narrow, ignoringCase: ignoringCase)
    #expect(Glob.intersects(wide, narrow) == intersects)
    #expect(Glob.covers(wide, narrow) == covers)
  }

  @Test("a pattern that heeds case covers one that ignores it only where no letter is concerned")
  func coverageOfMixedCase() {
    #expect(Glob.covers(Glob("a*"), Glob("a1", ignoringCase: true)) == false)
    #expect(Glob.covers(Glob("?1"), Glob("a1", ignoringCase: true)) == true)
    #expect(Glob.covers(Glob("A1", ignoringCase: true), Glob("a1")) == true)
    #expect(Glob.intersects(Glob("A1"), Glob("a?", ignoringCase: true)))
  }

  @Test("coverage that takes too much to decide is left undecided")
  func undecidedCoverage() {
    let marks = String(repeating: "?", count: 20)
    let narrow = Glob("aaa" + String(repeating: "a*aa*", count: 12))
    #expect(Glob.covers(Glob("*????a\(marks.dropLast(12))*"), narrow) == true)
    #expect(Glob.covers(Glob("*????a\(marks)*"), narrow) == nil)
  }

  /// What a pattern matches, straight from the meaning of the two wildcards.
  private func defined(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    switch first {
    case "*":
      return defined(pattern.dropFirst(), text)
        || (!text.isEmpty && defined(pattern, text.dropFirst()))
    case "?": return !text.isEmpty && defined(pattern.dropFirst(), text.dropFirst())
    default: return text.first == first && defined(pattern.dropFirst(), text.dropFirst())
    }
  }
}

/// All words over an alphabet, shortest first.
private func words(over alphabet: [Character], upTo length: Int) -> [[Character]] {
  var all: [[Character]] = [[]]
  var longest: [[Character]] = [[]]
  for _ in 0..<length {
    longest = longest.flatMap { word in alphabet.map { word + [$0] } }
    all += longest
  }
  return all
}

/// Patterns, each with which of all texts over a, b, c it matches: a bit for each text.
private struct Samples {
  let patterns: [(String, [UInt64])]

  init(alphabet: [Character], patternLength: Int, textLength: Int) {
    let texts = words(over: ["a", "b", "c"], upTo: textLength).map { Array(String($0).utf8) }
    patterns = words(over: alphabet, upTo: patternLength).map { word in
      let glob = Glob(String(word))
      var bits = [UInt64](repeating: 0, count: texts.count / 64 + 1)
      for (index, text) in texts.enumerated() where glob.matches(text) {
        bits[index / 64] |= 1 << UInt64(index % 64)
      }
      return (String(word), bits)
    }
  }
}
