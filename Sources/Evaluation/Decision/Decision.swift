/// The answer to one request.
package struct Decision: Hashable, Sendable {
  package var verdict: Verdict
  /// What the verdict rests on although it is not certain. Empty where it is certain.
  package var uncertain: UncertainRules
  /// The facts nobody gave that could turn a denial into an Allow. Empty where the request is
  /// allowed, and where no such fact would help.
  package var openFacts: UncertainRules

  package init(
    _ verdict: Verdict, uncertain: UncertainRules = [], openFacts: UncertainRules = []
  ) {
    self.verdict = verdict
    self.uncertain = uncertain
    self.openFacts = openFacts
  }

  /// Resolves doubts by effect: what is uncertain does not help an Allow and does help a Deny.
  init(_ outcome: PolicyOutcome<Truth>) {
    let open = Self.openFacts(outcome)
    if !outcome.denied.isFalse {
      self.init(.explicitlyDenied, uncertain: outcome.denied.rules, openFacts: open)
    } else {
      self.init(
        outcome.allowed.isTrue ? .allowed : .implicitlyDenied,
        uncertain: outcome.allowed.rules.union(outcome.denied.rules), openFacts: open)
    }
  }

  /// The unknown facts on which both halves of a denial hang: a Deny that certainly applies, an
  /// Allow that certainly does not, and a doubt about AWS's rules alone leave none.
  private static func openFacts(_ outcome: PolicyOutcome<Truth>) -> UncertainRules {
    let denial = outcome.denied.isFalse ? [] : outcome.denied.rules.intersection(.facts)
    let grant = outcome.allowed.isTrue ? [] : outcome.allowed.rules.intersection(.facts)
    let isDenialOpen = outcome.denied.isFalse || (!outcome.denied.isTrue && !denial.isEmpty)
    let isGrantOpen = outcome.allowed.isTrue || (!outcome.allowed.isFalse && !grant.isEmpty)
    return isDenialOpen && isGrantOpen ? denial.union(grant) : []
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
