// A.4: which resources a statement is about.

extension Evaluation {
  /// Whether `Resource` or `NotResource` covers the request's resource.
  func resourceApplies(_ list: PolicyStatement.List<VariableText>?) -> Truth {
    guard let list else {
      cite(.resourceLeftOut)
      return .certain(true)
    }
    guard !list.entries.isEmpty else {
      cite(.emptyResource)  // A2.7
      return .certain(false)
    }
    cite(.bareString, if: list.isBareString)
    let isListed = Truth.any(
      list.entries.map { resourceMatches($0, inNotResource: list.isNegated) })
    guard list.isNegated else { return isListed }
    cite(.notResource)
    return isListed.negation
  }

  private func resourceMatches(_ entry: VariableText, inNotResource: Bool) -> Truth {
    guard let pieces = pieces(of: entry) else {
      // A5.6: matches nothing. In `NotResource` that would make the statement match more.
      if inNotResource { return open(.notResourceWithoutValue, reading: false) }
      cite(.noValueInResource)
      return .certain(false)
    }
    cite(.variableInResource, if: entry.hasVariable)
    cite(.variableInEarlyField, if: entry.source.containsText(":${") && !entry.hasVariable)
    let subject = request.resource.scalars
    let recommended = WildcardPattern(pieces, substitutedWildcards: false)
    let matches = recommended.matches(subject)
    citeResource(entry, recommended, matches: matches)
    guard recommended.hasStar || entry.hasVariable else { return .certain(matches) }
    // A4.3 and A5.7 are open: read the pattern in all four ways, and be sure where they agree.
    let wild = WildcardPattern(pieces, substitutedWildcards: true)
    let results = [
      matches, wild.matches(subject), recommended.keptInFields(pieces).matches(subject),
      wild.keptInFields(pieces).matches(subject),
    ]
    var rules: [OpenRule] = []
    if results[0] != results[1] || results[2] != results[3] {
      rules.append(.wildcardInSubstitutedText)
    }
    if results[0] != results[2] || results[1] != results[3] { rules.append(.wildcardAcrossColon) }
    return rules.reduce(.certain(matches)) { open($1, $0) }
  }

  private func citeResource(_ entry: VariableText, _ pattern: WildcardPattern, matches: Bool) {
    let resource = request.resource
    if resource == "*" { cite(matches ? .starResourceMatched : .starResourceMissed) }
    guard matches else {
      let folded = WildcardPattern(String(decoding: entry.source.foldedBytes, as: UTF8.self))
      cite(
        .resourceMindsCase,
        if: folded.matches(String(decoding: resource.foldedBytes, as: UTF8.self)))
      cite(
        .resourceIsNoPrefix,
        if: resource.startsWithText(entry.source) && !pattern.hasStar && !pattern.hasQuestionMark)
      return
    }
    cite(.resourceStar, if: pattern.hasStar)
    cite(.resourceQuestionMark, if: pattern.hasQuestionMark)
    cite(.starRunsPastColon, if: pattern.hasStar && !pattern.withinColons.matches(resource))
  }
}

extension WildcardPattern {
  /// The other reading of A4.3: a `*` with text after it in the same field, among the first five
  /// fields, does not match colons. At a field's end it does under either reading, and in the
  /// resource part too.
  func keptInFields(_ pieces: [TextPiece]) -> WildcardPattern {
    var field = 0
    var kept = self
    for (index, piece) in pieces.enumerated() {
      if piece.scalar == ":" { field += 1 }
      guard field < 5, case .anyRun = elements[index] else { continue }
      let next = pieces[index...].first { $0.scalar != "*" }
      if let next, next.scalar != ":" { kept.elements[index] = .anyRun(crossesColons: false) }
    }
    return kept
  }
}
