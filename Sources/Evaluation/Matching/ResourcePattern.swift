import PolicyLanguage

/// One entry of `Resource` or `NotResource`, ready to match.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource": matching is with regard to case,
/// over the whole ARN, and `*` covers `/` and `:` too.
struct ResourcePattern: Hashable, Sendable {
  let template: TextTemplate
  /// The pattern field by field, where a `*` stands inside one of the first five.
  private let fields: FieldwisePattern?

  /// Reads an entry. Policy variables are processed in the resource part of an ARN only, that is
  /// behind the fifth colon.
  init(_ text: String, processesVariables: Bool) {
    let split = FieldwisePattern.split(text)
    var segments = [TextTemplate.Segment.text(split.head)]
    if let tail = split.tail {
      segments += processesVariables ? VariableText(tail).segments.map { .init($0) } : [.text(tail)]
    }
    self.init(
      TextTemplate(segments, readsWildcards: true),
      FieldwisePattern(text, processesVariables: processesVariables))
  }

  private init(_ template: TextTemplate, _ fields: FieldwisePattern?) {
    self.template = template
    self.fields = fields
  }

  /// The head of the pattern, its bytes appended to an arena.
  func head(at index: Int, arena: inout [UInt8]) -> PatternHead {
    let isWhole = template.constant != nil && fields == nil
    return PatternHead(template.firstGlob, at: index, isWhole: isWhole, arena: &arena)
  }

  /// Whether the pattern covers a resource; `nil` where that hangs on a variable that is not known.
  ///
  /// - Parameter isNegated: Whether the entry stands in `NotResource`, where a variable without
  ///   value leaves the match in doubt instead of preventing it.
  func matches(_ resource: ResourceName, in context: RequestContext, isNegated: Bool) -> Truth? {
    let text = resource.bytes.span
    switch template.covers(text, in: context) {
    case .certain(true):
      // A match is certain where it needs no `*` that runs out of the field it stands in.
      return fields?.matches(text, in: context) ?? true ? .true : .uncertain(.wildcardAcrossFields)
    case .certain(false): return .false
    case .dependsOnWildcards: return .uncertain(.wildcardInVariable)
    case .unresolvable: return isNegated ? .uncertain(.notResourceWithoutVariable) : .false
    case .unknown: return nil
    }
  }

  /// The same pattern with the values of the variables put in that are known.
  func filled(in context: RequestContext) -> ResourcePattern {
    ResourcePattern(template.filled(in: context), fields)
  }
}
