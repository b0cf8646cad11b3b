/// One entry of `Resource` or `NotResource`, ready to match.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource": matching is with regard to case,
/// over the whole ARN, and `*` covers `/` and `:` too.
struct ResourcePattern: Hashable, Sendable {
  let template: TextTemplate
  private let form: Form

  /// Whether a `*` stands inside one of the first five fields.
  private let hasInnerWildcard: Bool

  private enum Form: Hashable {
    case everything
    case exact
    case prefix
    case general
    case variable
  }

  init(_ template: TextTemplate) {
    self.template = template
    hasInnerWildcard = FieldWildcards.hasInner(template.withStandIn("x".utf8))
    guard let bytes = template.constant else {
      form = .variable
      return
    }
    let prefix = template.literalPrefix.count
    if bytes == [WildcardText.any] {
      form = .everything
    } else if prefix == bytes.count {
      form = .exact
    } else {
      form = bytes[prefix...] == [WildcardText.any] ? .prefix : .general
    }
  }

  /// Whether the pattern covers a resource; `nil` where that hangs on a variable that is not known.
  ///
  /// - Parameter negated: Whether the entry stands in `NotResource`, where a variable without value
  ///   leaves the match in doubt instead of preventing it.
  func matches(_ resource: ResourceName, in context: RequestContext, negated: Bool) -> Truth? {
    if form == .everything { return .true }
    let text = resource.bytes.span
    let prefix = template.literalPrefix
    guard text.begins(with: prefix.span, count: prefix.count) else { return .false }
    switch form {
    case .everything, .prefix: return .true
    case .exact: return Truth(text.count == prefix.count)
    case .general:
      let pattern = template.constant ?? []
      return match(pattern.span, text)
    case .variable: return variableMatch(text, in: context, negated: negated)
    }
  }

  /// The same pattern with the values of the variables put in that are known.
  func filled(in context: RequestContext) -> ResourcePattern {
    ResourcePattern(template.filled(in: context))
  }

  private func match(_ pattern: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>) -> Truth {
    guard WildcardText.matches(pattern, text) else { return .false }
    guard hasInnerWildcard, !FieldWildcards.confinedMatch(pattern, text) else { return .true }
    return .uncertain(.wildcardAcrossFields)
  }

  private func variableMatch(
    _ text: borrowing Span<UInt8>, in context: RequestContext, negated: Bool
  ) -> Truth? {
    switch template.resolution(in: context) {
    case .unresolvable:
      return negated ? .uncertain(.notResourceWithoutVariable) : .false
    case .unknown:
      return couldMatch(text) ? nil : .false
    case .resolved(let length, let holdsWildcard):
      let literal = template.withText(length, in: context, wildcards: false) { match($0, text) }
      guard holdsWildcard else { return literal }
      let wild = template.withText(length, in: context, wildcards: true) { match($0, text) }
      return literal == wild ? literal : .uncertain(.wildcardInVariable)
    }
  }

  /// Whether some values of the variables would let the pattern cover the text.
  private func couldMatch(_ text: borrowing Span<UInt8>) -> Bool {
    WildcardText.matches(template.withStandIn([WildcardText.any]).span, text)
  }
}
