/// What an answer rests on although it is not certain: questions that AWS's documentation leaves
/// open, and facts that were not known.
///
/// Each has a stable code that an answer prints; the codes `U01` to `U18` are those of the README's
/// list of open questions.
package struct UncertainRules: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// U01: `ForAllValues:` with a negated operator, and the key is missing.
  package static let forAllValuesNegatedMissing = Self(rawValue: 1 << 0)
  /// U02: an operator without a set operator, and the key holds several values.
  package static let multivaluedWithoutSetOperator = Self(rawValue: 1 << 1)
  /// U03: a value of the wrong type under a negated operator.
  package static let invalidValueNegated = Self(rawValue: 1 << 2)
  /// U04: a negated operator without a set operator, and the policy lists no value.
  package static let emptyValueList = Self(rawValue: 1 << 3)
  /// U05: `NotResource` with a policy variable that has no value.
  package static let notResourceWithoutVariable = Self(rawValue: 1 << 4)
  /// U06: the value of a policy variable holds `*` or `?`.
  package static let wildcardInVariable = Self(rawValue: 1 << 5)
  /// U07: a `*` inside an ARN field, with text after it in the field, would have to cover a colon.
  package static let wildcardAcrossFields = Self(rawValue: 1 << 6)
  /// U08: `NotPrincipal` lists a part of the caller's chain.
  package static let partialNotPrincipal = Self(rawValue: 1 << 7)
  /// U09: one statement names a role and one of its sessions.
  package static let roleAndSession = Self(rawValue: 1 << 8)
  /// U10: a Deny on `sts:GetSessionToken`.
  package static let denyOnSessionToken = Self(rawValue: 1 << 9)
  /// U11: a Regional service principal against the global name of the service, or the reverse.
  package static let regionalServicePrincipal = Self(rawValue: 1 << 10)
  /// U12: an IPv6 address without a prefix length, a year or a month as a date, or letter case
  /// beyond ASCII.
  package static let unusualValueForm = Self(rawValue: 1 << 11)
  /// U13: `ForAnyValue:…IfExists`, and the key is missing.
  package static let forAnyValueIfExistsMissing = Self(rawValue: 1 << 12)
  /// U14: a condition on the ARN or type of the principal, and the caller is a service.
  package static let principalKeysOfService = Self(rawValue: 1 << 13)
  /// U15: a condition operator in another letter case.
  package static let operatorLetterCase = Self(rawValue: 1 << 14)
  /// U16: an empty `NotAction`, `NotResource` or `NotPrincipal`.
  package static let emptyNegatedList = Self(rawValue: 1 << 15)
  /// U17: dated data, such as the services that resource control policies reach.
  package static let datedData = Self(rawValue: 1 << 16)
  /// U18: `lambda:SourceFunctionArn` in a resource-based policy.
  package static let sourceFunctionInResourcePolicy = Self(rawValue: 1 << 17)

  /// A policy document is missing or not valid: it might allow or deny anything.
  package static let unknownDocument = Self(rawValue: 1 << 18)
  /// A condition key, or a policy variable, of which nobody said whether and how the request has it.
  package static let unknownKey = Self(rawValue: 1 << 19)
  /// Who the caller is was not said completely: the user behind a federation token, the unique id.
  package static let unknownCaller = Self(rawValue: 1 << 20)
  /// The account that owns the resource was not said.
  package static let unknownResourceAccount = Self(rawValue: 1 << 21)

  /// The facts that were not known, as opposed to rules that AWS leaves open.
  package static let facts: Self = [
    .unknownDocument, .unknownKey, .unknownCaller, .unknownResourceAccount,
  ]

  /// The codes of the set's members in ascending order, such as `U07` and `unknown-document`.
  package var codes: [String] {
    (0..<22).filter { rawValue & (1 << UInt32($0)) != 0 }.map(Self.code)
  }

  private static func code(ofBit bit: Int) -> String {
    switch bit {
    case 18: "unknown-document"
    case 19: "unknown-key"
    case 20: "unknown-caller"
    case 21: "unknown-resource-account"
    default: bit < 9 ? "U0\(bit + 1)" : "U\(bit + 1)"
    }
  }
}
