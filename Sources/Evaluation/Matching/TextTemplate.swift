import PolicyLanguage

/// Text of a policy in which policy variables may stand: a resource pattern or a condition value.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags".
struct TextTemplate: Sendable {
  /// A part of the text.
  enum Segment: Hashable, Sendable {
    /// Text as written. Its `*` and `?` are wildcards, if the template reads them.
    case text(String)
    /// Text that stands for itself: an escaped character, or the value of a variable.
    case literal(String)
    case variable(Variable)
  }

  /// `${key}` or `${key, 'default'}`.
  struct Variable: Hashable, Sendable {
    let key: ContextKey
    let defaultText: ContextValue?
  }

  /// A part that is ready to match: neighbouring text as one pattern.
  enum Part: Sendable {
    case glob(Glob)
    case variable(Variable)
  }

  let segments: [Segment]
  /// Whether `*` and `?` in the text are wildcards.
  let readsWildcards: Bool
  let parts: [Part]

  init(_ segments: [Segment], readsWildcards: Bool) {
    self.segments = segments
    self.readsWildcards = readsWildcards
    parts = TextTemplate.parts(segments, readsWildcards)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - readsWildcards: Whether `*` and `?` are wildcards.
  ///   - processesVariables: Whether policy variables are processed; otherwise they are text.
  init(_ text: String, readsWildcards: Bool, processesVariables: Bool) {
    let segments = processesVariables ? VariableText(text).segments : [.text(text)]
    self.init(segments.map(Segment.init), readsWildcards: readsWildcards)
  }

  private static func parts(_ segments: [Segment], _ readsWildcards: Bool) -> [Part] {
    var parts: [Part] = []
    var glob = Glob()
    for segment in segments {
      switch segment {
      case .text(let text) where readsWildcards: glob.append(pattern: text)
      case .text(let text), .literal(let text): glob.append(literal: text)
      case .variable(let variable):
        if !glob.isEmpty { parts.append(.glob(glob)) }
        parts.append(.variable(variable))
        glob = Glob()
      }
    }
    return glob.isEmpty && !parts.isEmpty ? parts : parts + [.glob(glob)]
  }

  /// The whole text as a pattern, where it has no variable.
  var constant: Glob? {
    guard parts.count == 1, case .glob(let glob) = parts[0] else { return nil }
    return glob
  }

  /// The text before the first variable.
  var firstGlob: Glob {
    if case .glob(let glob) = parts[0] { glob } else { Glob() }
  }

  /// The same text with the values of the variables put in that are known and not in doubt.
  func filled(in context: RequestContext) -> TextTemplate {
    let filled = segments.map { segment -> Segment in
      guard case .variable(let variable) = segment,
        case .value(let value) = variable.value(in: context),
        !(readsWildcards && value.holdsWildcard)
      else { return segment }
      return .literal(value.text)
    }
    return TextTemplate(filled, readsWildcards: readsWildcards)
  }

  /// The keys of the variables.
  var keys: [ContextKey] {
    segments.compactMap { if case .variable(let variable) = $0 { variable.key } else { nil } }
  }
}

extension TextTemplate: Hashable {
  static func == (left: TextTemplate, right: TextTemplate) -> Bool {
    left.segments == right.segments && left.readsWildcards == right.readsWildcards
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(segments)
  }
}

extension TextTemplate.Segment {
  init(_ segment: VariableText.Segment) {
    switch segment {
    case .text(let text): self = .text(text)
    case .escaped(let character): self = .literal(String(character))
    case .variable(let key, let defaultText):
      self = .variable(
        .init(key: ContextKey(key), defaultText: defaultText.map { ContextValue($0) }))
    }
  }
}

extension TextTemplate.Variable {
  /// What a variable comes to in a request.
  enum Resolution {
    case value(ContextValue)
    /// It has neither value nor default.
    case none
    /// Nobody said whether and which value it has.
    case unknown
  }

  /// What the variable comes to. One whose key holds several values has no value.
  func value(in context: RequestContext) -> Resolution {
    switch context.state(of: key) {
    case .unknown: .unknown
    case .values(let values) where values.count == 1: .value(values[0])
    case .values(let values) where values.count > 1: .none
    case .values, .absent: defaultText.map(Resolution.value) ?? .none
    }
  }
}

extension Glob {
  /// Whether the pattern has no element, so that it matches the empty text alone.
  var isEmpty: Bool { isLiteral && literalPrefix.isEmpty }
}
