/// A condition operator with its qualifiers, such as `ForAnyValue:StringLikeIfExists`.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
package struct ConditionOperator: Hashable, Sendable {
  package var quantifier: Quantifier
  package var comparison: Comparison
  /// Whether the operator holds for a key that the request does not have.
  package var ifExists: Bool

  package init(
    _ comparison: Comparison, quantifier: Quantifier = .none, ifExists: Bool = false
  ) {
    self.quantifier = quantifier
    self.comparison = comparison
    self.ifExists = ifExists
  }

  /// How the values of a multivalued key are taken together.
  package enum Quantifier: String, Sendable {
    /// No set operator: the key is taken to hold one value.
    case none = ""
    case forAllValues = "ForAllValues"
    case forAnyValue = "ForAnyValue"
  }

  /// The comparison itself, named as in the language.
  package enum Comparison: String, CaseIterable, Sendable {
    case stringEquals = "StringEquals"
    case stringNotEquals = "StringNotEquals"
    case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
    case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
    case stringLike = "StringLike"
    case stringNotLike = "StringNotLike"
    case numericEquals = "NumericEquals"
    case numericNotEquals = "NumericNotEquals"
    case numericLessThan = "NumericLessThan"
    case numericLessThanEquals = "NumericLessThanEquals"
    case numericGreaterThan = "NumericGreaterThan"
    case numericGreaterThanEquals = "NumericGreaterThanEquals"
    case dateEquals = "DateEquals"
    case dateNotEquals = "DateNotEquals"
    case dateLessThan = "DateLessThan"
    case dateLessThanEquals = "DateLessThanEquals"
    case dateGreaterThan = "DateGreaterThan"
    case dateGreaterThanEquals = "DateGreaterThanEquals"
    case bool = "Bool"
    case binaryEquals = "BinaryEquals"
    case ipAddress = "IpAddress"
    case notIPAddress = "NotIpAddress"
    case arnEquals = "ArnEquals"
    case arnNotEquals = "ArnNotEquals"
    case arnLike = "ArnLike"
    case arnNotLike = "ArnNotLike"
    case null = "Null"
  }
}

extension ConditionOperator: CustomStringConvertible {
  /// The operator's spelling in a policy document.
  package var description: String {
    let prefix = quantifier == .none ? "" : quantifier.rawValue + ":"
    return prefix + comparison.rawValue + (ifExists ? "IfExists" : "")
  }
}
