/// A point on which AWS's documentation is silent or contradicts itself.
package enum OpenRule: String, CaseIterable, Comparable, Sendable {
  /// `ForAllValues:` with a negated comparison, and no value in the request (B.7).
  case forAllValuesNegatedWithoutValue = "U01"
  /// Several request values under an operator without a set operator (B.7).
  case severalValuesWithoutSetOperator = "U02"
  /// A value that is not of the operator's type, under a negated operator (B.9).
  case invalidValueNegated = "U03"
  /// An operator without prefix and suffix, and an empty list of policy values (B.9).
  case emptyListBare = "U04"
  /// An entry of `NotResource` with a variable that has no value (A5.6).
  case notResourceWithoutValue = "U05"
  /// `*` or `?` in a value that was put in for a variable (A5.7).
  case wildcardInSubstitutedText = "U06"
  /// A `*` within one of the first five fields of a resource pattern, across a colon (A4.3).
  case wildcardAcrossColon = "U07"
  /// `NotPrincipal` that lists a part of the caller's chain (A6.10).
  case partialNotPrincipalChain = "U08"
  /// A role and one of its sessions in one statement (C.3).
  case roleAndSessionTogether = "U09"
  /// A Deny on `sts:GetSessionToken` (C8.8).
  case denyOnGetSessionToken = "U10"
  /// A Regional and a global name of one service (C10.2).
  case regionalServiceName = "U11"
  /// `YYYY` and `YYYY-MM`, a bare IPv6 address, letter case beyond ASCII.
  case doubtfulForm = "U12"
  /// `ForAnyValue:…IfExists` and no such key in the request (B.7).
  case forAnyValueIfExistsWithoutKey = "U13"
  /// A condition on the type or ARN of a caller that is a service (C.16).
  case principalKeyOfService = "U14"
  /// The letter case of an operator's name (B.1).
  case operatorLetterCase = "U15"
  /// An empty negated list (A2.7). Such a document is refused, so no answer rests on it.
  case emptyNegatedList = "U16"
  /// Which services resource control policies cover (C6.4).
  case resourceControlService = "U17"
  /// `lambda:SourceFunctionArn` in a resource-based policy.
  case sourceFunctionInResourcePolicy = "U18"

  /// Orders by number.
  package static func < (left: OpenRule, right: OpenRule) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What an evaluator does where the rule decides.
  enum Resolution {
    /// It does not help an Allow and does help a Deny.
    case byEffect
    /// The recommended reading stands, and the answer names the rule.
    case recommended
  }

  /// Decision: everything is resolved by effect but the rules for which a reading is prescribed
  /// and not only recommended. This one table is all there is to change.
  var resolution: Resolution {
    switch self {
    case .emptyListBare, .principalKeyOfService, .operatorLetterCase,
      .sourceFunctionInResourcePolicy:
      .recommended
    default: .byEffect
    }
  }
}
