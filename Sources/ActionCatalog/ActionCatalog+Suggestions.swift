extension ActionCatalog {
  /// What somebody may have meant by an unknown action or Lambda verb, the likeliest first, ready
  /// to be typed: full names, and verbs of Lambda for a text without a colon. Service and name may
  /// both be misspelled.
  ///
  /// Near is a distance of a quarter of what was written, and at least two edits; then come names
  /// that what was written is the beginning of. Reads the actions of every service whose prefix is
  /// near.
  package static func suggestions(for text: String, limit: Int) -> [String] {
    let candidates: [Suggestion]
    if let (prefix, name) = parts(of: text) {
      candidates = suggestions(near: Misspelling(String(name)), inServicesNear: String(prefix))
    } else {
      let misspelling = Misspelling(text)
      let verbs = ActionName.lambdaVerbs.compactMap { misspelling.suggestion($0.verb, if: $0.verb) }
      candidates = verbs + suggestions(near: misspelling, inServicesNear: "lambda")
    }
    var seen: Set<String> = []
    let inOrder = candidates.sorted().map(\.text).filter { seen.insert($0).inserted }
    return Array(inOrder.prefix(max(limit, 0)))
  }

  private static func suggestions(
    near misspelling: Misspelling, inServicesNear prefix: String
  ) -> [Suggestion] {
    if let service = service(prefix) { return suggestions(near: misspelling, in: service) }
    let misspelledPrefix = Misspelling(prefix)
    return servicePrefixes.flatMap { candidate -> [Suggestion] in
      guard let distance = misspelledPrefix.distance(from: candidate.folded),
        let service = service(candidate)
      else { return [] }
      return suggestions(near: misspelling, in: service, plus: distance)
    }
  }

  private static func suggestions(
    near misspelling: Misspelling, in service: Service, plus distance: Int = 0
  ) -> [Suggestion] {
    let names = service.actionNames.compactMap {
      misspelling.suggestion("\(service.prefix):\($0)", if: $0, plus: distance)
    }
    // `lambda:Invoke` names an operation; the action to write is `lambda:InvokeFunction`.
    let operations = service.operationNames.compactMap {
      misspelling.suggestion("\(service.prefix):\($0.action)", if: $0.operation, plus: distance)
    }
    return names + operations
  }
}
