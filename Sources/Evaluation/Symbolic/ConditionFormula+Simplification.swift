extension ConditionFormula {
  /// The formula that holds where all of the given ones do. Cost: quadratic in their number.
  package static func allOf(_ parts: [ConditionFormula]) -> ConditionFormula {
    joined(parts, .conjunction)
  }

  /// The formula that holds where any of the given ones does. Cost: quadratic in their number.
  package static func anyOf(_ parts: [ConditionFormula]) -> ConditionFormula {
    joined(parts, .disjunction)
  }

  private enum Operation {
    case conjunction
    case disjunction

    /// The operand that decides the operation.
    var deciding: Bool { self == .disjunction }
  }

  private static func joined(_ parts: [ConditionFormula], _ operation: Operation)
    -> ConditionFormula
  {
    var operands: [ConditionFormula] = []
    var seen: Set<ConditionFormula> = []
    for part in parts.flatMap({ $0.operands(of: operation) }) {
      if case .constant(let value) = part {
        if value == operation.deciding { return .constant(value) }
      } else if seen.insert(part).inserted {
        operands.append(part)
      }
    }
    return settled(operands, operation)
  }

  /// The operands of a formula that is an operation of the kind; else the formula alone.
  private func operands(of operation: Operation) -> [ConditionFormula] {
    switch (self, operation) {
    case (.all(let parts), .conjunction), (.any(let parts), .disjunction): parts
    default: [self]
    }
  }

  /// Puts the single literals into their neighbours, until nothing changes.
  private static func settled(
    _ operands: [ConditionFormula], _ operation: Operation
  ) -> ConditionFormula {
    for (index, operand) in operands.enumerated() {
      guard case .literal(let literal) = operand else { continue }
      // In a conjunction the others only count where the literal holds, in a disjunction only where
      // it does not.
      let fact = operation == .conjunction ? literal : literal.negation
      var reduced: [ConditionFormula] = []
      var changed = false
      for (other, part) in operands.enumerated() {
        let next = other == index ? part : part.assuming(fact)
        changed = changed || next != part
        reduced.append(next)
      }
      if changed { return joined(reduced, operation) }
    }
    return built(absorbed(operands, operation), operation)
  }

  private static func built(
    _ operands: [ConditionFormula], _ operation: Operation
  ) -> ConditionFormula {
    switch operands.count {
    case 0: .constant(!operation.deciding)
    case 1: operands[0]
    default: operation == .conjunction ? .all(operands) : .any(operands)
    }
  }

  /// The formula where a literal is known to hold.
  private func assuming(_ fact: ConditionLiteral) -> ConditionFormula {
    switch self {
    case .constant: self
    case .literal(let literal):
      if fact.implies(literal) {
        .true
      } else if fact.implies(literal.negation) {
        .false
      } else {
        self
      }
    case .all(let parts):
      mentions(fact.atom) ? .allOf(parts.map { $0.assuming(fact) }) : self
    case .any(let parts):
      mentions(fact.atom) ? .anyOf(parts.map { $0.assuming(fact) }) : self
    }
  }

  private func mentions(_ atom: ConditionAtom) -> Bool {
    switch self {
    case .constant: false
    case .literal(let literal): literal.atom == atom
    case .all(let parts), .any(let parts): parts.contains { $0.mentions(atom) }
    }
  }

  /// Drops an operand that another one makes superfluous: `a and (a or b)` is `a`.
  private static func absorbed(
    _ operands: [ConditionFormula], _ operation: Operation
  ) -> [ConditionFormula] {
    let inner: Operation = operation == .conjunction ? .disjunction : .conjunction
    let sets = operands.map { Set($0.operands(of: inner)) }
    return operands.indices.filter { index in
      !operands.indices.contains { other in
        other != index && sets[other].isSubset(of: sets[index])
          && (sets[other].count < sets[index].count || other < index)
      }
    }.map { operands[$0] }
  }
}
