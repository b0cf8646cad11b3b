import PolicyLanguage

extension ConditionValue {
  /// Whether a value of the request matches this value of the policy, the operator taken positively;
  /// `nil` where that hangs on a policy variable that is not known.
  func matches(
    _ value: [UInt8], _ comparison: ConditionOperator.Comparison, in context: RequestContext
  ) -> Truth? {
    switch self {
    case .literal(let text):
      return Truth(text == value)
    case .text(let template), .pattern(let template):
      if let constant = template.constant { return Truth(constant.matches(value.span)) }
      return truth(template.covers(value.span, in: context))
    case .caselessText(let template):
      return CaselessText.equals(template, value, in: context)
    case .arn(let pattern):
      return truth(pattern.covers(value, in: context))
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

  /// A variable without value matches nothing.
  private func truth(_ coverage: TextTemplate.Coverage) -> Truth? {
    switch coverage {
    case .certain(let covers): Truth(covers)
    case .dependsOnWildcards: .uncertain(.wildcardInVariable)
    case .unresolvable: .false
    case .unknown: nil
    }
  }
}

/// Equality of texts without regard to letter case.
private enum CaselessText {
  static func equals(
    _ template: TextTemplate, _ value: [UInt8], in context: RequestContext
  ) -> Truth? {
    if let constant = template.constant { return equal(constant.literalPrefix, value) }
    switch template.resolution(in: context) {
    case .none: return .false
    case .unknown: return nil
    case .some:
      return equal(template.glob(in: context, reading: .literal).literalPrefix, value)
    }
  }

  /// Certain where ASCII letters make the whole difference. AWS does not say how it folds others.
  private static func equal(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Truth {
    if left.count == right.count && zip(left, right).allSatisfy({ lowered($0) == lowered($1) }) {
      return .true
    }
    let isASCII = left.allSatisfy { $0 < 0x80 } && right.allSatisfy { $0 < 0x80 }
    guard !isASCII, folded(left) == folded(right[...]) else { return .false }
    return .uncertain(.unusualValueForm)
  }

  private static func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
  }
}
