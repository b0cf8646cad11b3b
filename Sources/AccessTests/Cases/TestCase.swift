/// One case of a scenario file.
package struct TestCase: Sendable {
  /// The name by which results refer to the case; empty where it has none.
  package let id: String
  /// Where the case stands.
  package let passage: Passage
  package let content: Content
  /// The layers or statements that must have decided, by layer or Sid.
  package let deciders: [String]

  /// What a case asks.
  package enum Content: Sendable {
    /// Policies of the case's own decide.
    case inline(Scenario)
    /// The registry's policies decide.
    case access(AccessCase)
    /// Who can do something, by the registry's policies.
    case principals(PrincipalsCase)
    /// What AWS's policy simulator said.
    case simulation(SimulationCase)
  }

  /// Whether the case needs a registry. A simulation does unless its policies are given.
  package func asksRegistry(_ simulation: SimulationInput) -> Bool {
    switch content {
    case .inline: false
    case .access, .principals: true
    case .simulation: !simulation.hasPolicies
    }
  }

  /// Whether the case is a result of AWS's simulator.
  package var isSimulation: Bool {
    if case .simulation = content { true } else { false }
  }
}

/// A question to the registry in the words of the case.
package struct WrittenQuestion: Sendable {
  let passage: Passage
  let action: String
  /// `nil` where the case names none.
  let resource: String?
  let resourceAccount: String?
  let context: [String: [String]]
  /// Whether every key that is neither given nor known is absent.
  let isComplete: Bool
}

/// Somebody in the words of a case.
package enum WrittenPrincipal: Hashable, Sendable {
  /// A name as the command line takes it.
  case name(String)
  case service(String)
  case identityProvider(String)
  case anonymous
}

/// A case that asks the registry about one principal.
package struct AccessCase: Sendable {
  let question: WrittenQuestion
  let principal: WrittenPrincipal
  /// `nil` where the case only asks.
  let expected: Expectation?
}

/// A case that asks the registry for everyone who can do something.
package struct PrincipalsCase: Sendable {
  let question: WrittenQuestion
  /// Exactly these; `nil` where the case only asks.
  let expected: [ExpectedPrincipal]?

  /// One entry of the list.
  struct ExpectedPrincipal: Sendable {
    let principal: WrittenPrincipal
    let passage: Passage
  }
}

/// One result of a simulation that AWS made.
package struct SimulationCase: Sendable {
  let passage: Passage
  let action: String
  let resource: String
  let verdict: Expectation
  /// The keys that the simulation was given.
  let context: [String: [String]]
  /// Whom it was made for, where the file tells.
  let principal: String?
  /// The keys that its policies read and nobody gave.
  let missingKeys: [String]
  /// The account that owns the resources, where the file tells.
  let owner: String?
  /// Whether the organization's service control policies let it pass; `nil` where it does not tell.
  let allowedByOrganization: Bool?
  /// Whether the permissions boundary lets it pass; `nil` where it does not tell.
  let allowedByBoundary: Bool?
}
