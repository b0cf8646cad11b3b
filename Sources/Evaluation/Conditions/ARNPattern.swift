import PolicyLanguage

/// A value of the ARN operators: an ARN with wildcards.
///
/// Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators": each of the six fields
/// is checked on its own, and `ArnEquals` accepts wildcards as `ArnLike` does.
struct ARNPattern: Hashable, Sendable {
  let template: TextTemplate
  /// The six fields, where the text has no variable.
  private let fields: [Glob]?

  /// Reads a pattern; `nil` where it has fewer than six fields whatever its variables come to.
  init?(_ template: TextTemplate) {
    self.template = template
    let hasVariables = !template.keys.isEmpty
    fields = hasVariables ? nil : ARNPattern.fields(template.segments)
    guard hasVariables || fields != nil else { return nil }
  }

  /// Whether the fields cover the fields of a text. A text with fewer than six fields is covered by
  /// nothing.
  func covers(_ value: [UInt8], in context: RequestContext) -> TextTemplate.Coverage {
    guard let given = ARNFields(value.span) else { return .certain(false) }
    if let fields { return .certain(ARNPattern.cover(fields, value, given)) }
    switch template.resolution(in: context) {
    case .none: return .unresolvable
    case .unknown: return .unknown
    case .some(let holdsWildcard):
      let literal = covers(value, given, in: context, reading: .literal)
      guard holdsWildcard else { return .certain(literal) }
      let wild = covers(value, given, in: context, reading: .pattern)
      return literal == wild ? .certain(literal) : .dependsOnWildcards
    }
  }

  private func covers(
    _ value: [UInt8], _ given: ARNFields, in context: RequestContext,
    reading: TextTemplate.ValueReading
  ) -> Bool {
    let segments = template.filledSegments(in: context, reading: reading)
    return ARNPattern.fields(segments).map { ARNPattern.cover($0, value, given) } ?? false
  }

  private static func cover(_ fields: [Glob], _ value: [UInt8], _ given: ARNFields) -> Bool {
    let text = value.span
    for index in fields.indices where !fields[index].matches(text.extracting(given[index])) {
      return false
    }
    return true
  }

  /// The text cut at its first five colons; `nil` where it has fewer.
  private static func fields(_ segments: [TextTemplate.Segment]) -> [Glob]? {
    var fields = [Glob()]
    for segment in segments {
      let (text, isLiteral) = ARNPattern.text(of: segment)
      let pieces = text.utf8.split(
        separator: UInt8(ascii: ":"), maxSplits: 6 - fields.count,
        omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { fields.append(Glob()) }
        if isLiteral {
          fields[fields.count - 1].append(literal: Substring(piece))
        } else {
          fields[fields.count - 1].append(pattern: Substring(piece))
        }
      }
    }
    return fields.count == 6 ? fields : nil
  }

  private static func text(of segment: TextTemplate.Segment) -> (String, isLiteral: Bool) {
    switch segment {
    case .text(let text): (text, false)
    case .literal(let text): (text, true)
    case .variable: ("", true)
    }
  }
}
