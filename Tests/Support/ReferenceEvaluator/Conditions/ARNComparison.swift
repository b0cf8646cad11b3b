// B.6: ARNs, compared part by part.

extension Evaluation {
  /// Pattern and value are split at their first five colons, and each part of the value must match
  /// the pattern's. So `*` stays within its part, but for the sixth, which keeps its colons.
  func matchesARN(_ value: String, _ pieces: [TextPiece]) -> ComparisonResult {
    let parts = value.parts(":", maximum: 6)
    let patterns = split(pieces)
    guard parts.count == 6, patterns.count == 6 else {
      cite(.notAnARN)
      return .invalid
    }
    let readings = [false, true].map { substitutedWildcards in
      zip(patterns, parts).allSatisfy { pattern, part in
        WildcardPattern(pattern, substitutedWildcards: substitutedWildcards).matches(part)
      }
    }
    citeARN(value, pieces, matches: readings[0])
    return readings[0] == readings[1]
      ? .decided(readings[0]) : .open(.wildcardInSubstitutedText, reading: readings[0])
  }

  /// Decision: colons that came with a variable split too, so that a variable may hold an ARN.
  private func split(_ pieces: [TextPiece]) -> [[TextPiece]] {
    pieces.split(maxSplits: 5, omittingEmptySubsequences: false) { $0.scalar == ":" }.map {
      Array($0)
    }
  }

  private func citeARN(_ value: String, _ pieces: [TextPiece], matches: Bool) {
    let parts = value.parts(":", maximum: 6)
    cite(.sixthPartKeepsColons, if: matches && parts[5].containsText(":"))
    cite(.emptyARNPart, if: matches && parts.contains(""))
    let whole = WildcardPattern(pieces, substitutedWildcards: false)
    cite(.starStaysInPart, if: !matches && whole.matches(value))
  }
}
