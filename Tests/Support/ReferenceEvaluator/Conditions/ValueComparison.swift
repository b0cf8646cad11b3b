import Foundation

// B.3 and B.6: strings, Booleans, binary values, and the choice among the comparisons.

/// How one request value compares with one policy value.
enum ComparisonResult: Equatable {
  case decided(Bool)
  /// One of the two is not a value of the operator's type.
  case invalid
  case open(OpenRule, reading: Bool?)
}

extension Evaluation {
  /// The positive comparison that `comparison` makes or negates.
  func compare(
    _ value: String, _ pieces: [TextPiece], _ comparison: Comparison
  ) -> ComparisonResult {
    let text = String(String.UnicodeScalarView(pieces.map(\.scalar)))
    switch comparison {
    case .stringEquals, .stringNotEquals:
      cite(.wildcardIsTextInEquals, if: text.contains { "*?".contains($0) })
      return .decided(value.isSameText(as: text))
    case .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase:
      return equalIgnoringCase(value, text)
    case .stringLike, .stringNotLike:
      return matchesLike(value, pieces)
    case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals,
      .numericGreaterThan, .numericGreaterThanEquals:
      return compareNumbers(value, text, comparison)
    case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan,
      .dateGreaterThanEquals:
      return compareDates(value, text, comparison)
    case .bool:
      return compareBooleans(value, text)
    case .binaryEquals:
      return compareBinary(value, text)
    case .ipAddress, .notIPAddress:
      return addressIsInRange(value, text)
    case .arnEquals, .arnNotEquals, .arnLike, .arnNotLike:
      return matchesARN(value, pieces)
    case .null:
      return .decided(false)
    }
  }

  /// B.3: ASCII letters without case. Beyond ASCII it is open whether case is folded.
  private func equalIgnoringCase(_ value: String, _ text: String) -> ComparisonResult {
    if value.isSameTextIgnoringCase(as: text) { return .decided(true) }
    let isSameFolded =
      value.lowercased().isSameText(as: text.lowercased())
      || value.uppercased().isSameText(as: text.uppercased())
    return isSameFolded ? .open(.doubtfulForm, reading: nil) : .decided(false)
  }

  /// B.3: wildcards over the whole value. A5.7 leaves open those that came with a variable.
  private func matchesLike(_ value: String, _ pieces: [TextPiece]) -> ComparisonResult {
    let literal = WildcardPattern(pieces, substitutedWildcards: false).matches(value)
    let wild = WildcardPattern(pieces, substitutedWildcards: true).matches(value)
    return literal == wild
      ? .decided(literal) : .open(.wildcardInSubstitutedText, reading: literal)
  }

  /// B.6. Decision: `true` and `false` in lower case, as everywhere in the documentation.
  private func compareBooleans(_ value: String, _ text: String) -> ComparisonResult {
    let booleans = ["true", "false"]
    guard booleans.contains(value), booleans.contains(text) else { return .invalid }
    return .decided(value == text)
  }

  /// B.6: equal after decoding.
  private func compareBinary(_ value: String, _ text: String) -> ComparisonResult {
    guard let left = Data(base64Encoded: value), let right = Data(base64Encoded: text) else {
      return .invalid
    }
    return .decided(left == right)
  }
}
