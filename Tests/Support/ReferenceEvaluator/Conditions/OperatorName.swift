/// A condition operator with its prefix and suffix, such as `ForAnyValue:StringLikeIfExists`.
package struct OperatorName: Hashable, Sendable, CustomStringConvertible {
  /// The set operator (B.7).
  package enum Quantifier: String, CaseIterable, Sendable {
    case bare = ""
    case forAllValues = "ForAllValues:"
    case forAnyValue = "ForAnyValue:"
  }

  /// The set operator before the colon.
  package var quantifier: Quantifier
  /// The comparison without prefix and suffix.
  package var comparison: Comparison
  /// Whether the suffix `IfExists` stands there (B.8).
  package var ifExists: Bool

  /// An operator of these three parts.
  package init(_ quantifier: Quantifier, _ comparison: Comparison, ifExists: Bool) {
    self.quantifier = quantifier
    self.comparison = comparison
    self.ifExists = ifExists
  }

  /// Reads an operator's name without regard to case (U15); nil where there is no such operator.
  init?(_ text: String) {
    guard let name = OperatorName.byFoldedName[text.foldedBytes] else { return nil }
    self = name
  }

  private static let byFoldedName = Dictionary(
    uniqueKeysWithValues: all.map { ($0.description.foldedBytes, $0) })

  /// Every operator there is. `Null` has no `IfExists` form (B.2).
  package static let all: [OperatorName] = Quantifier.allCases.flatMap { quantifier in
    Comparison.allCases.flatMap { comparison in
      [false, true].filter { comparison != .null || !$0 }.map {
        OperatorName(quantifier, comparison, ifExists: $0)
      }
    }
  }

  /// The name as AWS spells it.
  package var description: String {
    quantifier.rawValue + comparison.rawValue + (ifExists ? "IfExists" : "")
  }
}

/// A comparison of one request value with one policy value (B.3 to B.6).
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

extension Comparison {
  /// Whether the comparison is one of the negated ones (B.2).
  var isNegated: Bool {
    switch self {
    case .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals,
      .dateNotEquals, .notIPAddress, .arnNotEquals, .arnNotLike:
      true
    default: false
    }
  }

  /// Whether policy variables are processed in its values (A5.1).
  var takesVariables: Bool {
    switch self {
    case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase,
      .stringLike, .stringNotLike, .arnEquals, .arnNotEquals, .arnLike, .arnNotLike:
      true
    default: false
    }
  }
}
