// A.5: what the request puts in for policy variables.

/// One scalar of a text after its variables were replaced.
enum TextPiece {
  /// As written in the policy: `*` and `?` may be wildcards.
  case written(Unicode.Scalar)
  /// From `${*}` and the like: never a wildcard.
  case escaped(Unicode.Scalar)
  /// From the request or from a default.
  case substituted(Unicode.Scalar)

  /// The scalar, wherever it came from.
  var scalar: Unicode.Scalar {
    switch self {
    case .written(let scalar), .escaped(let scalar), .substituted(let scalar): scalar
    }
  }
}

extension Evaluation {
  /// The text with its variables replaced, or nil where one has neither value nor default.
  func pieces(of text: VariableText) -> [TextPiece]? {
    var pieces: [TextPiece] = []
    for segment in text.segments {
      switch segment {
      case .written(let written):
        pieces += written.scalars.map { .written($0) }
      case .escaped(let scalar):
        cite(.escapedCharacter)
        pieces.append(.escaped(scalar))
      case .variable(let key, let defaultText):
        guard let value = variableValue(key, defaultText) else { return nil }
        // A5.7: what was put in is not expanded again.
        pieces += value.scalars.map { .substituted($0) }
      }
    }
    return pieces
  }

  private func variableValue(_ key: String, _ defaultText: String?) -> String? {
    // A5.3: key names are compared without case.
    guard let values = request.values(of: key) else {
      cite(.defaultUsed, if: defaultText != nil)
      return defaultText
    }
    // A5.8: only single-valued keys serve. Decision: a default does not help, for the key is there.
    guard values.count == 1 else {
      cite(.variableWithSeveralValues)
      return nil
    }
    cite(.defaultNotNeeded, if: defaultText != nil)
    return values[0]
  }
}

extension VariableText {
  /// Whether anything but plain text is in it.
  var hasVariable: Bool {
    segments.contains { if case .written = $0 { false } else { true } }
  }
}

extension WildcardPattern {
  /// The pattern of a text after replacement. A5.7 leaves open whether `*` and `?` that came with
  /// a value are wildcards.
  init(_ pieces: [TextPiece], substitutedWildcards: Bool) {
    elements = pieces.map { piece in
      switch piece {
      case .written(let scalar): Element(written: scalar)
      case .escaped(let scalar): .scalar(scalar)
      case .substituted(let scalar):
        substitutedWildcards ? Element(written: scalar) : .scalar(scalar)
      }
    }
  }
}
