import PolicyLanguage

/// A value of a condition clause, read for the clause's operator.
enum ConditionValue: Hashable, Sendable {
  /// Text that must be equal. Wildcards are ordinary characters.
  case literal([UInt8])
  /// The same with policy variables in it.
  case text(TextTemplate)
  /// Text that must be equal but for letter case.
  case caselessText(TextTemplate)
  /// Text with wildcards.
  case pattern(TextTemplate)
  /// An ARN with wildcards, compared field by field.
  case arn(ARNPattern)
  case number(ExactDecimal)
  case date(InstantReading)
  case flag(Bool)
  case binary([UInt8])
  case addresses(AddressRange)
  /// A value that the operator cannot compare with.
  case invalid(String)

  /// Reads a value. Policy variables are processed in the values of string and ARN operators.
  init(_ text: String, for comparison: ConditionOperator.Comparison, processesVariables: Bool) {
    let template = { (readsWildcards: Bool) in
      TextTemplate(
        text, readsWildcards: readsWildcards, processesVariables: processesVariables)
    }
    let bytes = Array(text.utf8)
    let value: ConditionValue?
    switch comparison.family {
    case .exactText: value = ConditionValue(equalTo: template(false))
    case .caselessText: value = .caselessText(template(false))
    case .pattern: value = .pattern(template(true))
    case .arn: value = ARNPattern(template(true)).map(ConditionValue.arn)
    case .numeric: value = ExactDecimal(bytes).map(ConditionValue.number)
    case .date: value = InstantReading(bytes).map(ConditionValue.date)
    case .flag, .presence: value = ConditionValue.flag(bytes).map(ConditionValue.flag)
    case .binary: value = Base64.decode(bytes).map(ConditionValue.binary)
    case .address: value = AddressRange(bytes).map(ConditionValue.addresses)
    }
    self = value ?? .invalid(text)
  }

  private init(equalTo template: TextTemplate) {
    self = template.constant.map { .literal(Array($0.literalPrefix)) } ?? .text(template)
  }

  /// `true` or `false` in any letter case; `nil` for any other text.
  static func flag(_ text: [UInt8]) -> Bool? {
    let folded = text.lazy.map(lowered)
    return folded.elementsEqual("true".utf8)
      ? true : folded.elementsEqual("false".utf8) ? false : nil
  }

  /// The same value with the values of the variables put in that are known.
  func filled(in context: RequestContext) -> ConditionValue {
    switch self {
    case .text(let template): ConditionValue(equalTo: template.filled(in: context))
    case .caselessText(let template): .caselessText(template.filled(in: context))
    case .pattern(let template): .pattern(template.filled(in: context))
    case .arn(let pattern):
      ARNPattern(pattern.template.filled(in: context)).map(ConditionValue.arn) ?? self
    default: self
    }
  }

  /// The text in which policy variables may stand, where the value is one.
  var template: TextTemplate? {
    switch self {
    case .text(let template), .caselessText(let template), .pattern(let template): template
    case .arn(let pattern): pattern.template
    default: nil
    }
  }
}

extension ConditionOperator.Comparison {
  /// The way in which an operator compares.
  enum Family {
    case exactText
    case caselessText
    case pattern
    case arn
    case numeric
    case date
    case flag
    case binary
    case address
    case presence
  }

  var family: Family {
    switch self {
    case .stringEquals, .stringNotEquals: .exactText
    case .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase: .caselessText
    case .stringLike, .stringNotLike: .pattern
    case .arnEquals, .arnNotEquals, .arnLike, .arnNotLike: .arn
    case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals,
      .numericGreaterThan, .numericGreaterThanEquals:
      .numeric
    case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan,
      .dateGreaterThanEquals:
      .date
    case .bool: .flag
    case .binaryEquals: .binary
    case .ipAddress, .notIPAddress: .address
    case .null: .presence
    }
  }

  /// The positive operator of a negated one; a positive operator itself.
  var positive: Self {
    switch self {
    case .stringNotEquals: .stringEquals
    case .stringNotEqualsIgnoreCase: .stringEqualsIgnoreCase
    case .stringNotLike: .stringLike
    case .numericNotEquals: .numericEquals
    case .dateNotEquals: .dateEquals
    case .notIPAddress: .ipAddress
    case .arnNotEquals: .arnEquals
    case .arnNotLike: .arnLike
    default: self
    }
  }

  /// Whether the operator holds where no value of the policy matches.
  var isNegated: Bool {
    switch self {
    case .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals,
      .dateNotEquals, .notIPAddress, .arnNotEquals, .arnNotLike:
      true
    default: false
    }
  }

  /// Whether two ordered values stand to each other as the operator, taken positively, asks.
  func holds<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool {
    switch self {
    case .numericLessThan, .dateLessThan: left < right
    case .numericLessThanEquals, .dateLessThanEquals: left <= right
    case .numericGreaterThan, .dateGreaterThan: left > right
    case .numericGreaterThanEquals, .dateGreaterThanEquals: left >= right
    default: left == right
    }
  }
}
