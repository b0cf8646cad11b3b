import PolicyLanguage

extension ContextValue {
  /// A form that the values of a condition key have, beyond being text.
  package enum Form: Sendable {
    case arn
    case boolean
    case number
    case date
    /// One IPv4 or IPv6 address.
    case address
    case base64
  }

  /// Whether the value has a form, so that the operators for it can compare it.
  ///
  /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
  package func has(_ form: Form) -> Bool {
    switch form {
    case .arn: ARN(text) != nil
    case .boolean: ConditionValue.flag(bytes) != nil
    case .number: ExactDecimal(bytes) != nil
    case .date: InstantReading(bytes)?.documented != nil
    case .address: IPAddress(bytes) != nil
    case .base64: Base64.decode(bytes) != nil
    }
  }
}
