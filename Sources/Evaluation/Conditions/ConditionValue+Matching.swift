import PolicyLanguage

extension ConditionValue {
  /// Whether a value of the request matches this value of the policy, the operator taken positively;
  /// `nil` where that hangs on a policy variable that is not known.
  func matches(
    _ value: [UInt8], _ comparison: ConditionOperator.Comparison, in context: RequestContext
  ) -> Truth? {
    switch self {
    case .text(let template), .caselessText(let template), .pattern(let template),
      .arn(let template):
      return matches(value, template, in: context)
    case .number(let number):
      guard let given = ExactDecimal(value) else { return mismatch(comparison) }
      return Truth(comparison.holds(given, number))
    case .date(let reading):
      guard let given = InstantReading(value) else { return mismatch(comparison) }
      return dateMatch(given, reading, comparison)
    case .flag(let flag):
      return Truth(ConditionValue.flag(value) == flag)
    case .binary(let bytes):
      return Truth(Base64.decode(value) == bytes)
    case .addresses(let range):
      guard let address = IPAddress(value) else { return mismatch(comparison) }
      guard range.contains(address) else { return .false }
      return range.lacksPrefix ? .uncertain(.unusualValueForm) : .true
    case .invalid:
      return mismatch(comparison)
    }
  }

  /// Values that cannot be compared do not match; whether a negated operator then holds is open.
  private func mismatch(_ comparison: ConditionOperator.Comparison) -> Truth {
    comparison.isNegated ? .uncertain(.invalidValueNegated) : .false
  }

  /// Certain where all readings of both sides agree. A side without a documented reading may also
  /// be no date at all.
  private func dateMatch(
    _ given: InstantReading, _ expected: InstantReading, _ comparison: ConditionOperator.Comparison
  ) -> Truth {
    if let left = given.documented, let right = expected.documented, given.possible == nil,
      expected.possible == nil
    {
      return Truth(comparison.holds(left, right))
    }
    var sawTrue = false
    var sawFalse = given.documented == nil || expected.documented == nil
    for left in [given.documented, given.possible] {
      for right in [expected.documented, expected.possible] {
        guard let left, let right else { continue }
        if comparison.holds(left, right) { sawTrue = true } else { sawFalse = true }
      }
    }
    return sawTrue && sawFalse ? .uncertain(.unusualValueForm) : Truth(sawTrue)
  }

  private func matches(
    _ value: [UInt8], _ template: TextTemplate, in context: RequestContext
  ) -> Truth? {
    let text = value.span
    if let constant = template.constant { return compare(constant.span, text) }
    switch template.resolution(in: context) {
    case .unresolvable: return .false
    case .unknown: return nil
    case .resolved(let length, let holdsWildcard):
      let literal = template.withText(length, in: context, wildcards: false) { compare($0, text) }
      guard holdsWildcard, usesWildcards else { return literal }
      let wild = template.withText(length, in: context, wildcards: true) { compare($0, text) }
      return literal == wild ? literal : .uncertain(.wildcardInVariable)
    }
  }

  private var usesWildcards: Bool {
    switch self {
    case .pattern, .arn: true
    default: false
    }
  }

  private func compare(_ pattern: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>) -> Truth {
    switch self {
    case .caselessText: CaselessText.equal(pattern, text)
    case .pattern: Truth(WildcardText.matches(pattern, text))
    case .arn: Truth(ARNPattern.matches(pattern, text))
    default: Truth(pattern.count == text.count && text.begins(with: pattern, count: text.count))
    }
  }
}

/// Equality of texts without regard to letter case.
private enum CaselessText {
  /// Certain where ASCII letters make the whole difference. AWS does not say how it folds others.
  static func equal(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Truth {
    var isASCII = true
    var differs = left.count != right.count
    for index in left.indices {
      isASCII = isASCII && left[index] < 0x80
      if index < right.count, lowered(left[index]) != lowered(right[index]) { differs = true }
    }
    for index in right.indices { isASCII = isASCII && right[index] < 0x80 }
    guard differs else { return .true }
    guard !isASCII, folded(left) == folded(right) else { return .false }
    return .uncertain(.unusualValueForm)
  }

  private static func folded(_ text: borrowing Span<UInt8>) -> [UInt8] {
    Array(String(decoding: text.indices.map { text[$0] }, as: UTF8.self).lowercased().utf8)
  }
}

/// The comparison of the ARN operators.
///
/// Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators": each of the six fields
/// is checked on its own, and `ArnEquals` accepts wildcards as `ArnLike` does.
enum ARNPattern {
  /// Whether a text is an ARN whose fields the fields of a pattern cover. A pattern or a text with
  /// fewer than six fields matches nothing.
  static func matches(_ pattern: borrowing Span<UInt8>, _ text: borrowing Span<UInt8>) -> Bool {
    guard let expected = ARNFields(pattern), let given = ARNFields(text) else { return false }
    for field in 0..<6 {
      let covers = WildcardText.matches(
        pattern.extracting(expected[field]), text.extracting(given[field]))
      if !covers { return false }
    }
    return true
  }
}
