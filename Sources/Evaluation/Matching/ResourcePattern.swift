import PolicyLanguage

/// One entry of `Resource` or `NotResource`, ready to match.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource": matching is with regard to case,
/// over the whole ARN, and `*` covers `/` and `:` too.
struct ResourcePattern: Hashable, Sendable {
  let template: TextTemplate
  /// The whole as a pattern. Where it has variables, that is a pattern of nothing.
  private let constant: QuickPattern
  private let hasVariables: Bool
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
    constant = QuickPattern(template.constant ?? Glob())
    hasVariables = template.constant == nil
  }

  /// Whether the pattern covers a resource; `nil` where that hangs on a variable that is not known.
  ///
  /// - Parameter isNegated: Whether the entry stands in `NotResource`, where a variable without
  ///   value leaves the match in doubt instead of preventing it.
  func matches(_ resource: ResourceName, in context: RequestContext, isNegated: Bool) -> Truth? {
    guard hasVariables else {
      let covers = constant.matches(resource.bytes, hash: resource.hash)
      return covers ? confined(resource, in: context) : .false
    }
    switch template.covers(resource.bytes.span, in: context) {
    case .certain(let covers): return covers ? confined(resource, in: context) : .false
    case .dependsOnWildcards: return .uncertain(.wildcardInVariable)
    case .unresolvable: return isNegated ? .uncertain(.notResourceWithoutVariable) : .false
    case .unknown: return nil
    }
  }

  /// The same pattern with the values of the variables put in that are known.
  func filled(in context: RequestContext) -> ResourcePattern {
    ResourcePattern(template.filled(in: context), fields)
  }

  /// Certain where the match does not need a `*` that runs out of the field it stands in.
  private func confined(_ resource: ResourceName, in context: RequestContext) -> Truth {
    guard let fields, !fields.matches(resource.bytes.span, in: context) else { return .true }
    return .uncertain(.wildcardAcrossFields)
  }
}
