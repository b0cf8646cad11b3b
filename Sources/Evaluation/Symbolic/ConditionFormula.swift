/// A Boolean formula over what a request leaves open. Negation stands at the atoms only.
///
/// The operations keep a formula simple: constants are dropped, nested operations of one kind are
/// one, nothing stands twice, and what a neighbour decides is not repeated.
package indirect enum ConditionFormula: Hashable, Sendable {
  case constant(Bool)
  case literal(ConditionLiteral)
  /// All of at least two formulas.
  case all([ConditionFormula])
  /// Any of at least two formulas.
  case any([ConditionFormula])
}

/// An atom or its negation.
package struct ConditionLiteral: Hashable, Sendable {
  package let atom: ConditionAtom
  /// What counts as yes where AWS leaves the answer in doubt.
  package let reading: Reading
  package let isNegated: Bool

  /// How an answer in doubt is read. A doubt never helps an Allow and always helps a Deny, so one
  /// clause can be read in two ways. For a clause whose answer is never in doubt, the first is used.
  package enum Reading: String, Sendable {
    case certainly
    case possibly
  }

  init(_ atom: ConditionAtom, _ reading: Reading, isNegated: Bool = false) {
    self.atom = atom
    self.reading = atom.isAlwaysCertain ? .certainly : reading
    self.isNegated = isNegated
  }

  /// The literal that holds where this one does not.
  var negation: ConditionLiteral {
    ConditionLiteral(atom, reading, isNegated: !isNegated)
  }

  /// Whether another literal follows from this one.
  func implies(_ other: ConditionLiteral) -> Bool {
    guard isNegated == other.isNegated, atom == other.atom else { return false }
    // What is certain is possible; what is not possible is not certain.
    return reading == other.reading || (reading == .certainly) != isNegated
  }
}

extension ConditionFormula {
  package static let `false` = ConditionFormula.constant(false)
  package static let `true` = ConditionFormula.constant(true)

  /// The formula that holds where this one does not.
  package var negation: ConditionFormula {
    switch self {
    case .constant(let value): .constant(!value)
    case .literal(let literal): .literal(literal.negation)
    case .all(let parts): .anyOf(parts.map(\.negation))
    case .any(let parts): .allOf(parts.map(\.negation))
    }
  }

  /// The value under a valuation of the literals, by Kleene's logic; `nil` where it is open.
  func value(_ valuation: (ConditionLiteral) -> Bool?) -> Bool? {
    switch self {
    case .constant(let value): return value
    case .literal(let literal): return valuation(literal)
    case .all(let parts): return ConditionFormula.value(parts, deciding: false, valuation)
    case .any(let parts): return ConditionFormula.value(parts, deciding: true, valuation)
    }
  }

  private static func value(
    _ parts: [ConditionFormula], deciding: Bool, _ valuation: (ConditionLiteral) -> Bool?
  ) -> Bool? {
    var isOpen = false
    for part in parts {
      switch part.value(valuation) {
      case deciding: return deciding
      case nil: isOpen = true
      default: break
      }
    }
    return isOpen ? nil : !deciding
  }

  /// The literals in the order in which they stand, each once.
  package var literals: [ConditionLiteral] {
    var seen: Set<ConditionLiteral> = []
    var literals: [ConditionLiteral] = []
    collect(&literals, &seen)
    return literals
  }

  private func collect(
    _ literals: inout [ConditionLiteral], _ seen: inout Set<ConditionLiteral>
  ) {
    switch self {
    case .constant: break
    case .literal(let literal):
      if seen.insert(literal).inserted { literals.append(literal) }
    case .all(let parts), .any(let parts):
      for part in parts { part.collect(&literals, &seen) }
    }
  }
}

extension ConditionLiteral {
  /// The answer for a request; `nil` where it is open.
  func value(for request: AuthorizationRequest) -> Bool? {
    guard let truth = atom.evaluate(for: request) else { return nil }
    return value(of: truth)
  }

  /// What the literal makes of the answer to its question.
  func value(of truth: Truth) -> Bool {
    (reading == .certainly ? truth.isTrue : !truth.isFalse) != isNegated
  }
}
