// A.3: which actions a statement is about.

extension Evaluation {
  /// Whether `Action` or `NotAction` covers the request's action.
  func actionApplies(_ list: PolicyStatement.List<String>) -> Bool {
    guard !list.entries.isEmpty else {
      cite(.emptyAction)  // A2.7
      return false
    }
    cite(.bareString, if: list.isBareString)
    let matches = list.entries.map { actionMatches($0) }
    let isListed = matches.contains(true)
    cite(.actionAlternatives, if: !list.isNegated && isListed && matches.contains(false))
    guard list.isNegated else { return isListed }
    cite(.notAction)
    return !isListed
  }

  /// A3.1: the whole action, without regard to case.
  private func actionMatches(_ entry: String) -> Bool {
    let pattern = WildcardPattern(String(decoding: entry.foldedBytes, as: UTF8.self))
    let matches = pattern.matches(String(decoding: request.action.foldedBytes, as: UTF8.self))
    guard matches else {
      cite(
        .actionIsNoPrefix,
        if: request.action.startsWithText(entry) && !pattern.hasStar && !pattern.hasQuestionMark)
      return false
    }
    cite(.actionStar, if: pattern.hasStar)
    cite(.actionQuestionMark, if: pattern.hasQuestionMark)
    cite(.actionIgnoresCase, if: !WildcardPattern(entry).matches(request.action))
    let parts = entry.parts(":")
    cite(.actionWildcardService, if: parts.count == 2 && WildcardPattern(parts[0]).hasStar)
    return true
  }
}
