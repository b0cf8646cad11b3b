package import Evaluation

/// Under which condition somebody can do what was asked, where the request leaves something open.
package struct AccessCondition: Sendable {
  /// When the request is allowed, exactly and simplified.
  package let formula: ConditionFormula
  /// What is known of the formula over everything that the request leaves open.
  package let holds: Extent
  /// The rules on which the formula rests although AWS's documentation leaves them open.
  package let uncertain: UncertainRules
  /// A request that is allowed; `nil` where none was found that could be tried.
  package let allowed: AccessExample?
  /// A request that is denied; `nil` where none was found that could be tried.
  package let denied: AccessExample?

  /// How much of what is open a formula covers.
  package enum Extent: String, Sendable {
    /// Some requests, not others.
    case sometimes
    /// Every request: it is allowed after all.
    case always
    /// No request: it is denied after all.
    case never
    /// Not decided within the bound.
    case undecided
  }
}

/// A request that says everything, tried with the ordinary evaluator.
package struct AccessExample: Sendable {
  /// The keys that the example settles, by name; every other key that was open is absent.
  package let keys: [Setting]
  /// The name of the role's session, where the condition asks for one.
  package let sessionName: String?
  /// What is assumed of policies that are missing or not valid.
  package let assumptions: [Assumption]

  /// A key and what the example makes of it.
  package struct Setting: Sendable {
    package let key: String
    /// The key's values; `nil` where the request does not have the key.
    package let values: [String]?
  }

  /// An answer to a question that no request answers.
  package struct Assumption: Sendable {
    package let question: ConditionAtom
    package let answer: Bool
  }
}

/// An example whose verdict, when it was tried, was not what the formula had said: a fault of
/// permreg.
package struct RefutedExample: Error, Sendable, CustomStringConvertible {
  package let subject: String
  package let formula: String
  package let verdict: Verdict

  package var description: String {
    "internal error: an example for `\(subject)` was decided \(verdict.rawValue), "
      + "against its formula `\(formula)`"
  }
}
