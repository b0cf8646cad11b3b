import PolicyLanguage

extension TextTemplate {
  /// Whether a template covers a text.
  enum Coverage: Hashable {
    case certain(Bool)
    /// It hangs on whether `*` or `?` in the value of a variable is a wildcard.
    case dependsOnWildcards
    /// A variable has neither value nor default.
    case unresolvable
    /// It hangs on a variable of which nobody said whether and which value it has.
    case unknown
  }

  /// Whether the text with the variables' values in place covers another text entirely.
  ///
  /// It allocates only where a wildcard stands before a variable, or a value holds one.
  func covers(_ text: borrowing Span<UInt8>, in context: RequestContext) -> Coverage {
    var offset = 0
    for index in parts.indices {
      switch parts[index] {
      case .glob(let glob):
        if index == parts.count - 1 {
          return .certain(glob.matches(text.extracting(offset..<text.count)))
        }
        guard glob.isLiteral else { return coversByExpansion(text, in: context) }
        let literal = glob.literalPrefix
        guard text.has(literal, at: offset) else { return .certain(false) }
        offset += literal.count
      case .variable(let variable):
        switch variable.value(in: context) {
        case .none, .unknown: return coversByExpansion(text, in: context)
        case .value(let value):
          if readsWildcards && value.holdsWildcard { return coversByExpansion(text, in: context) }
          guard text.has(value.bytes[...], at: offset) else { return .certain(false) }
          offset += value.bytes.count
        }
      }
    }
    return .certain(offset == text.count)
  }

  private func coversByExpansion(
    _ text: borrowing Span<UInt8>, in context: RequestContext
  ) -> Coverage {
    // With `*` for each variable, the pattern covers all that any values let it cover.
    guard glob(in: context, reading: .anything).matches(text) else { return .certain(false) }
    switch resolution(in: context) {
    case .none: return .unresolvable
    case .unknown: return .unknown
    case .some(let holdsWildcard):
      let literal = glob(in: context, reading: .literal).matches(text)
      guard holdsWildcard, readsWildcards else { return .certain(literal) }
      let wild = glob(in: context, reading: .pattern).matches(text)
      return literal == wild ? .certain(literal) : .dependsOnWildcards
    }
  }

  /// What all variables together come to.
  enum Resolution {
    /// All have a value; whether one holds `*` or `?`.
    case some(holdsWildcard: Bool)
    case none
    case unknown
  }

  /// What the variables come to.
  func resolution(in context: RequestContext) -> Resolution {
    var holdsWildcard = false
    var isUnknown = false
    for case .variable(let variable) in parts {
      switch variable.value(in: context) {
      case .none: return .none
      case .unknown: isUnknown = true
      case .value(let value): holdsWildcard = holdsWildcard || value.holdsWildcard
      }
    }
    return isUnknown ? .unknown : .some(holdsWildcard: holdsWildcard)
  }

  /// How the value of a variable is put into a pattern.
  enum ValueReading {
    case literal
    case pattern
    /// As `*`, whatever the value.
    case anything
  }

  /// The text as a pattern, with the values of the variables in place.
  func glob(in context: RequestContext, reading: ValueReading) -> Glob {
    var glob = Glob()
    for segment in filledSegments(in: context, reading: reading) {
      switch segment {
      case .text(let text) where readsWildcards || reading == .anything: glob.append(pattern: text)
      case .text(let text), .literal(let text): glob.append(literal: text)
      case .variable: break
      }
    }
    return glob
  }

  /// The segments with the values of the variables in place.
  func filledSegments(in context: RequestContext, reading: ValueReading) -> [Segment] {
    segments.map { segment in
      guard case .variable(let variable) = segment else {
        guard case .text(let text) = segment, !readsWildcards else { return segment }
        return .literal(text)
      }
      if reading == .anything { return .text("*") }
      guard case .value(let value) = variable.value(in: context) else { return segment }
      return reading == .literal ? .literal(value.text) : .text(value.text)
    }
  }
}

extension Span<UInt8> {
  /// Whether certain bytes stand at an offset.
  func has(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Bool {
    guard bytes.count <= count - offset else { return false }
    var index = offset
    for byte in bytes {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
