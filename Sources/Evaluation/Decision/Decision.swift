/// The answer to one request.
package struct Decision: Hashable, Sendable {
  package var verdict: Verdict
  /// What the verdict rests on although it is not certain. Empty where it is certain.
  package var uncertain: UncertainRules

  package init(_ verdict: Verdict, uncertain: UncertainRules = []) {
    self.verdict = verdict
    self.uncertain = uncertain
  }

  /// Resolves doubts by effect: what is uncertain does not help an Allow and does help a Deny.
  init(_ outcome: PolicyOutcome<Truth>) {
    if !outcome.denied.isFalse {
      self.init(.explicitlyDenied, uncertain: outcome.denied.rules)
    } else {
      self.init(
        outcome.allowed.isTrue ? .allowed : .implicitlyDenied,
        uncertain: outcome.allowed.rules.union(outcome.denied.rules))
    }
  }
}

/// What comes of a request.
///
/// Source: IAM User Guide, "The difference between explicit and implicit denies".
package enum Verdict: String, CaseIterable, Sendable {
  case allowed = "Allowed"
  /// Nothing that must allow the request does, and nothing denies it.
  case implicitlyDenied = "ImplicitlyDenied"
  /// A Deny applies.
  case explicitlyDenied = "ExplicitlyDenied"
}
